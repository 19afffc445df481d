using Gavel.Core.Text;

namespace Gavel.Core.Diagnostics;

/// <summary>Who asks for what a diagnostic misses.</summary>
public abstract record Reason
{
    private Reason() { }

    /// <param name="Revision">The template's blob id; null when the template was never stored.</param>
    /// <param name="Text">The template's words, one line, trimmed.</param>
    public sealed record TemplateLine(Place At, ContentId? Revision, string Text) : Reason;

    /// <summary>A line of gavel.yml, of an index or of another file of the project.</summary>
    public sealed record Configuration(Place At, string Text) : Reason;

    /// <summary>Something that holds without a template, in a few words: "git conflict marker".</summary>
    public sealed record Standard(string Name) : Reason;
}
