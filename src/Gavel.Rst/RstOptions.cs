namespace Gavel.Rst;

/// <summary>How to read a text. The defaults are docutils' own, except that nothing is ever read from a file unless <see cref="Resolver"/> is given.</summary>
public sealed record RstOptions
{
    public static RstOptions Default { get; } = new();

    /// <summary>The name of the text, as messages cite it.</summary>
    public string SourceName { get; init; } = "<string>";

    /// <summary>Directives and roles; callers extend it.</summary>
    public RstRegistry Registry { get; init; } = RstRegistry.Default;

    /// <summary>Gives the text of a file that an <c>include</c>, <c>csv-table</c> or <c>raw</c> directive names; null if there is none.</summary>
    public Func<RstResourceRequest, string?>? Resolver { get; init; }

    /// <summary>Messages below this level are taken out of the tree by a transform (they are still in <see cref="RstDocument.Messages"/>).</summary>
    public Tree.RstSeverity ReportLevel { get; init; } = Tree.RstSeverity.Warning;

    /// <summary>Whether the text starts with an RFC 2822 header, as PEPs do.</summary>
    public bool Rfc2822Header { get; init; }

    public bool PepReferences { get; init; }

    public string PepBaseUrl { get; init; } = "https://peps.python.org/";

    public bool RfcReferences { get; init; }

    public string RfcBaseUrl { get; init; } = "https://tools.ietf.org/html/";

    /// <summary>Whether white space before a footnote reference is left out.</summary>
    public bool TrimFootnoteReferenceSpace { get; init; }

    /// <summary>Whether inline markup may start and end inside a word.</summary>
    public bool CharacterLevelInlineMarkup { get; init; }

    public int TabWidth { get; init; } = 8;

    /// <summary>A longer line stops the parse with a message.</summary>
    public int LineLengthLimit { get; init; } = 10_000;

    /// <summary>True gives ids while parsing (<c>footnote-reference-1</c>); false leaves those made from names to a transform.</summary>
    public bool LegacyIds { get; init; } = true;

    public string IdPrefix { get; init; } = "";

    /// <summary>A trailing <c>%</c> stands for the kind of the element.</summary>
    public string AutoIdPrefix { get; init; } = "%";

    /// <summary>The language of directive and docinfo names; <c>en</c> names are always understood.</summary>
    public string LanguageCode { get; init; } = "en";

    /// <summary>Whether <c>raw</c> directives and roles give raw elements.</summary>
    public bool RawEnabled { get; init; } = true;

    /// <summary>What the <c>date</c> directive writes; null leaves its substitution undefined.</summary>
    public DateOnly? Today { get; init; }

    public bool DocTitleTransform { get; init; } = true;

    public bool SectionSubtitleTransform { get; init; }

    public bool DocInfoTransform { get; init; } = true;

    public bool SectionNumbering { get; init; } = true;

    public bool StripComments { get; init; }

    public bool SmartQuotes { get; init; }

    /// <summary>Whether smart quotes take the language's second style.</summary>
    public bool SmartQuotesAlternative { get; init; }

    /// <summary>Own quotation marks by language tag: four characters, primary opening and closing, secondary opening and closing.</summary>
    public IReadOnlyDictionary<string, string> SmartQuotesLocales { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>What the ExposeInternals transform shows as attributes: <c>line</c>, <c>source</c>, <c>rawsource</c>.</summary>
    public IReadOnlyList<string> ExposedInternals { get; init; } = [];
}

/// <summary>A file that a directive asks for.</summary>
/// <param name="Path">As the document names it.</param>
/// <param name="Directive">The name of the directive that asks.</param>
/// <param name="IsUrl">Whether <paramref name="Path"/> is a URL.</param>
public sealed record RstResourceRequest(string Path, string Directive, bool IsUrl);
