using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Gavel.Core.Documents;

/// <summary>The addresses of headings within a page, by the rules of the program that renders it.</summary>
public static class Anchors
{
    /// <summary>Those of headings and explicit targets, in the order of the text. A name that is used again gets a number behind it.</summary>
    /// <param name="convention"><c>github</c>, <c>gitlab</c>, <c>kramdown</c>, <c>python-markdown</c> or <c>docutils</c>; anything else reads as <c>github</c>.</param>
    public static IEnumerable<string> Of(Document document, string convention) => Read(document, convention, headings: []).All;

    /// <summary>The anchors of the headings alone, nested ones too, by the start of the heading's span; none for a heading without letters.</summary>
    public static Dictionary<int, string> OfHeadings(Document document, string convention)
    {
        var headings = new Dictionary<int, string>();
        Read(document, convention, headings);
        return headings;
    }

    private static AnchorNames Read(Document document, string convention, Dictionary<int, string> headings)
    {
        var used = new AnchorNames(convention, headings);
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) AddHeading(heading.Span.Start, heading.Inlines, used);
            AddBlocks(section.Blocks, used);
        }
        return used;
    }

    /// <summary>The anchor of a heading that is the first of its name.</summary>
    public static string Slug(string title, string convention) => convention switch
    {
        "gitlab" => Gitlab(title),
        "kramdown" => Kramdown(title),
        "python-markdown" => PythonMarkdown(title),
        "docutils" => Docutils(title),
        _ => Github(title),
    };

    private static void AddHeading(int start, ImmutableArray<Inline> inlines, AnchorNames used)
    {
        var text = PlainText.Of(inlines);
        if (used.ReadsExplicitIds && ExplicitId.In(text) is { } id) used.AddExplicit(id);
        else id = used.AddTitle(text);
        if (id.Length > 0) used.Headings[start] = id;
        AddInlines(inlines, used);
    }

    private static void AddBlocks(ImmutableArray<Block> blocks, AnchorNames used)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.NestedHeading heading: AddHeading(heading.Span.Start, heading.Inlines, used); break;
                case Block.Paragraph paragraph: AddInlines(paragraph.Inlines, used); break;
                case Block.Html html: AddTags(html.Text, used); break;
                case Block.Quote quote: AddBlocks(quote.Blocks, used); break;
                case Block.Directive directive: AddBlocks(directive.Blocks, used); break;
                case Block.List list:
                    foreach (var item in list.Items) AddBlocks(item.Blocks, used);
                    break;
                case Block.Table table:
                    foreach (var row in table.Rows)
                    {
                        foreach (var cell in row.Cells) AddInlines(cell.Inlines, used);
                    }
                    break;
            }
        }
    }

    private static void AddInlines(ImmutableArray<Inline> inlines, AnchorNames used)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Html html: AddTags(html.Text, used); break;
                case Inline.Styled styled: AddInlines(styled.Children, used); break;
                case Inline.Link link: AddInlines(link.Children, used); break;
            }
        }
    }

    // `<a name="x">`, `<a id='x'>` and an id of any other tag.
    private static void AddTags(string html, AnchorNames used)
    {
        var rest = html.AsSpan();
        while (true)
        {
            var at = rest.IndexOfAny("=");
            if (at < 0) return;
            var name = rest[..at].TrimEnd();
            rest = rest[(at + 1)..].TrimStart();
            var isId = EndsWithWord(name, "id") || EndsWithWord(name, "name");
            if (!isId || rest.IsEmpty) continue;
            var quote = rest[0];
            if (quote is '"' or '\'') rest = rest[1..];
            var end = quote is '"' or '\'' ? rest.IndexOf(quote) : rest.IndexOfAny(" \t\n>/");
            if (end < 0) return;
            if (end > 0) used.AddExplicit(rest[..end].ToString());
            rest = rest[end..];
        }
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && char.IsWhiteSpace(text[^(word.Length + 1)]);

    // Letters, marks, digits, underscores, hyphens stay; a space is a hyphen; the rest goes.
    private static string Github(string title)
    {
        var slug = new StringBuilder(title.Length);
        Span<char> units = stackalloc char[2];
        foreach (var rune in title.ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value == ' ') slug.Append('-');
            else if (rune.Value == '-' || IsWord(rune)) slug.Append(units[..rune.EncodeToUtf16(units)]);
        }
        return slug.ToString();
    }

    private static bool IsWord(Rune rune) =>
        Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ConnectorPunctuation;

    private static string Gitlab(string title)
    {
        var slug = Collapse(Github(title), "-");
        return slug.Length > 0 && slug.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? "anchor-" + slug : slug;
    }

    private static string Kramdown(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in title)
        {
            if (slug.Length == 0 && !char.IsAsciiLetter(c)) continue;
            if (c == ' ') slug.Append('-');
            else if (char.IsAsciiLetterOrDigit(c) || c == '-') slug.Append(char.ToLowerInvariant(c));
        }
        return slug.Length == 0 ? "section" : slug.ToString();
    }

    private static string PythonMarkdown(string title)
    {
        var kept = new StringBuilder(title.Length);
        foreach (var c in LatinLetters.ToAscii(title, spellsOut: false))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '-' || char.IsWhiteSpace(c)) kept.Append(char.ToLowerInvariant(c));
        }
        return Collapse(kept.ToString().Trim(), "- \t");
    }

    private static string Docutils(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var c in LatinLetters.ToAscii(title.ToLowerInvariant(), spellsOut: true))
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9') slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimStart("-0123456789".ToCharArray()).TrimEnd('-');
    }

    private static string Collapse(string text, string characters)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!characters.Contains(c, StringComparison.Ordinal)) result.Append(c);
            else if (result.Length == 0 || result[^1] != '-') result.Append('-');
        }
        return result.ToString();
    }
}
