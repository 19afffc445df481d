using System.Collections.Frozen;

namespace Gavel.Core.Documents.Html;

/// <summary>The HTML that a proposal's text may become: what the writers write and what the sanitizer lets through.</summary>
public static class AllowedHtml
{
    private static readonly FrozenSet<string> Elements = Words(
        "a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h2 h3 h4 h5 h6 "
        + "hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr");

    private static readonly FrozenSet<string> WithContent = Words(
        "script style noscript template iframe frame frameset noframes object embed applet svg math textarea select option title head xmp noembed "
        + "plaintext canvas audio video picture map portal listing");

    private static readonly FrozenSet<string> Void = Words("br hr img wbr col");

    private static readonly FrozenSet<string> Global = Words("id class title lang dir role tabindex aria-label aria-hidden data-line");

    private static readonly FrozenDictionary<string, FrozenSet<string>> OfElement = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["a"] = Words("href rel"),
        ["img"] = Words("src alt width height loading decoding"),
        ["td"] = Words("align colspan rowspan"),
        ["th"] = Words("align colspan rowspan scope"),
        ["tr"] = Words("align"),
        ["p"] = Words("align"),
        ["div"] = Words("align"),
        ["col"] = Words("span"),
        ["colgroup"] = Words("span"),
        ["ol"] = Words("start type reversed"),
        ["li"] = Words("value"),
        ["details"] = Words("open"),
        ["time"] = Words("datetime"),
        ["figure"] = Words("data-language data-lines"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Classes = Words(
        "anchor mermaid scroll task-list task done figure footnotes footnote footnote-ref footnote-back citation citation-ref label diagram diagram-note outside-image "
        + "missing-image problem admonition admonition-title note tip important warning caution attention danger error hint seealso todo deprecated versionadded "
        + "versionchanged versionremoved topic topic-title sidebar rubric subtitle line-block line literal-block doctest-block math display raw field-list option-list "
        + "classifier attribution legend centered compact unknown ln footnote-reference citation-reference internal problematic refused-link refused-image file-link code-title toctree size-1 size-2 size-3 size-4 size-5 size-6");

    private static readonly FrozenSet<string> Roles = Words("doc-noteref doc-backlink doc-endnotes doc-footnote doc-biblioentry note region img");

    /// <summary>Deeper elements are left out; their content stays.</summary>
    public const int MaxDepth = 200;

    public static bool IsElement(string name) => Elements.Contains(name);

    /// <summary>What goes with all that is in it.</summary>
    public static bool IsDroppedWithContent(string name) => WithContent.Contains(name);

    /// <summary>An element without content and end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Whether an element may carry an attribute with this value.</summary>
    public static bool IsAttribute(string element, string name, string value)
    {
        if (!Global.Contains(name) && !(OfElement.TryGetValue(element, out var own) && own.Contains(name))) return false;
        return name switch
        {
            "href" => SafeAddress.Is(value),
            "src" => SafeAddress.Is(value) && !SafeAddress.IsOutside(value),
            "id" => IsId(value),
            "class" => ClassesOf(value).Length == value.Length,
            "role" => Roles.Contains(value),
            "tabindex" => value is "0" or "-1",
            "dir" => value is "ltr" or "rtl" or "auto",
            "align" => value is "left" or "right" or "center",
            "scope" => value is "col" or "row",
            "type" => value is "a" or "A" or "i" or "I" or "1",
            "colspan" or "rowspan" or "span" or "start" or "value" or "width" or "height" or "data-line" or "data-lines" => IsNumber(value),
            "loading" => value is "lazy",
            "decoding" => value is "async",
            "rel" => value is "nofollow noopener",
            "open" or "reversed" => value.Length == 0,
            "aria-hidden" => value is "true",
            "data-language" => LanguageOf(value) == value,
            _ => value.Length <= 2000,
        };
    }

    /// <summary>Those of some classes that a text may use, in their order; empty when there are none.</summary>
    public static string ClassesOf(string classes)
    {
        if (Classes.Contains(classes) || IsLanguageClass(classes)) return classes;
        if (!classes.AsSpan().ContainsAny(" \t\n")) return "";
        return string.Join(' ', classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(static c => Classes.Contains(c) || IsLanguageClass(c)));
    }

    /// <summary>The name of a language as a class may carry it; empty when it is none.</summary>
    public static string LanguageOf(string language) =>
        language.Length <= 40 && language.AsSpan().IndexOfAnyExcept(LanguageCharacters) < 0 ? language : "";

    /// <summary>Ids with <c>page:</c> belong to the page around the text; an author's id cannot take their place.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 200 && !id.StartsWith("page:", StringComparison.OrdinalIgnoreCase) && !id.Any(static c => c <= ' ' || char.IsControl(c) || c is '"' or '\'' or '<' or '>' or '`' or '&');

    private static readonly System.Buffers.SearchValues<char> LanguageCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+#._-");

    private static bool IsLanguageClass(string name) => name.StartsWith("language-", StringComparison.Ordinal) && LanguageOf(name["language-".Length..]).Length > 0;

    private static bool IsNumber(string value) =>
        value.Length is > 0 and <= 9 && value.AsSpan(value[0] == '-' ? 1 : 0) is { IsEmpty: false } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
