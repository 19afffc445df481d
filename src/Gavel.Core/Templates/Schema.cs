using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>What Gavel learned from one revision of a template.</summary>
/// <param name="Path">The template's path.</param>
/// <param name="Revision">The template's blob id.</param>
/// <param name="Demands">In the order of the template.</param>
/// <param name="Defects">What is wrong with the template itself: <c>template-defect</c>.</param>
public sealed record Schema(
    string Path,
    ContentId Revision,
    ImmutableArray<Demand> Demands,
    ImmutableArray<Leftover> Leftovers,
    ImmutableArray<ChecklistStep> Checklist,
    NamingDemand? Naming,
    ImmutableArray<Diagnostic> Defects)
{
    private Document? _document;
    private readonly Func<Document>? _open;

    /// <summary>The syntax that the template is written in: <c>markdown</c> or <c>rst</c>.</summary>
    public required string Syntax { get; init; }

    /// <summary>The style that most of its header is in.</summary>
    public HeaderStyle HeaderStyle { get; init; }

    /// <summary>The instructions must go before publishing, and the template says so.</summary>
    public bool SaysInstructionsGo { get; init; }

    /// <summary>The template itself, for scaffolding. Parsed when asked for where the schema comes from a cache.</summary>
    public Document Document
    {
        get => _document ??= _open?.Invoke() ?? throw new InvalidOperationException("The schema was made without its template.");
        init => _document = value;
    }

    /// <summary>The template's own title, as it stands there; null where it has none.</summary>
    public string? Heading
    {
        get => _open is null ? Document.Title?.Text : field;
        init;
    }

    /// <summary>Gives the template where it is not at hand.</summary>
    internal Func<Document> Opener
    {
        init => _open = value;
    }

    public IEnumerable<T> All<T>() where T : Demand => Demands.OfType<T>();

    public Demand.Title? Title => Demands.OfType<Demand.Title>().FirstOrDefault();

    /// <summary>The template has no title heading: a field of its header is the title.</summary>
    public bool HasTitleField => Title is { } title && Demands.Any(d => d is Demand.Field && d.Source == title.Source);

    /// <summary>The same for titles that are built otherwise than the template shows.</summary>
    /// <param name="form">As most proposals have it, with placeholders; empty where the template's own holds.</param>
    internal Schema WithTitle(string form) => form.Length == 0 ? this : this with
    {
        Demands = [.. Demands.Select(d => d is Demand.Title title ? title with { Pattern = TitleLearner.Read(form).Pattern, Source = new Reason.Standard("what most proposals have"), Confidence = Confidence.Low } : d)],
    };

    public Demand.Section? FindSection(string key) =>
        Demands.OfType<Demand.Section>().FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.Ordinal));

    public Demand.Field? FindField(string name) =>
        Demands.OfType<Demand.Field>().FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
}
