using System.Collections.Immutable;

namespace Gavel.Web.Serving.Editing;

/// <summary>A header field in the form.</summary>
/// <param name="Values">What it may be; empty for free text.</param>
/// <param name="Says">What the template says of it; empty where it says nothing.</param>
internal sealed record DraftField(string Name, string Value, ImmutableArray<string> Values, bool IsRequired, string Says)
{
    public string Input => "field:" + Name;
}

/// <summary>A stretch of the text that is edited by itself: what stands before the first section, or a section with all below it.</summary>
/// <param name="Input">The name of its input.</param>
/// <param name="Heading">Null for what stands before the first section.</param>
/// <param name="Text">As it stands in the file, with line feeds; empty for a section that the template asks for and that is not there.</param>
/// <param name="Says">The template's guidance, one sentence or question each.</param>
internal sealed record DraftPart(string Input, string? Heading, string Text, ImmutableArray<string> Says, bool IsMissing, bool IsRequired)
{
    /// <summary>Lines that the box shows at first.</summary>
    public int Rows => Math.Clamp(Text.AsSpan().Count('\n') + 2, 4, 24);
}
