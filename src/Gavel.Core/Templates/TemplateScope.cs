using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Finds the template in a page that shows it as a fenced block.</summary>
internal static class TemplateScope
{
    private const int FewestHeadings = 3;

    /// <summary>The document that the fence holds, at the same offsets of the file; the document itself where no fence holds a template.</summary>
    public static Document Of(Document page)
    {
        if (!string.Equals(page.Syntax, "markdown", StringComparison.Ordinal)) return BelowGuide(page, new RstSyntax());
        var outside = page.Root.SelfAndDescendants().Count() - 1;
        Block.Code? best = null;
        var most = 0;
        foreach (var section in page.Root.SelfAndDescendants())
        {
            foreach (var block in section.Blocks)
            {
                if (block is not Block.Code { Language: "md" or "markdown" or "text" or "" or "mdx" or "gfm" } code) continue;
                var headings = CountHeadings(code.Text);
                if (headings <= most) continue;
                most = headings;
                best = code;
            }
        }
        if (best is not null && most >= FewestHeadings && most >= outside) return Inside(page, best.ContentSpan);
        return TitleSection.BelowAPage(page) is { } below ? Inside(page, below.Span) : BelowGuide(WithoutFalseTitle(page), new MarkdownSyntax());
    }

    // A first section that tells how to use the template and goes: the header stands below the title that follows it.
    private static Document BelowGuide(Document page, ISyntax syntax)
    {
        if (page.Header.Length > 0 || page.Root.Children is not [var guide, var title, ..] || !Part.IsGuideTitle(guide.Heading!.Text)) return page;
        if (page.Text.With(Blanked(page, TextSpan.Between(title.Span.Start, page.Text.Chars.Length))) is not { } text) return page;
        var below = syntax.Parse(text);
        return below.Header.Length > 0 ? page with { Header = below.Header, Title = below.Title } : page;
    }

    // Fields that the front end took for a header because they stand below what is no title.
    private static Document WithoutFalseTitle(Document page)
    {
        if (page.Title is null || TitleSection.Find(page) is not null) return page;
        var first = page.Root.Children[0].Span;
        return page with { Title = null, Header = page.Header.RemoveAll(f => f.In is null && first.Contains(f.Span)) };
    }

    private static int CountHeadings(string code)
    {
        var count = 0;
        var lines = new LineCursor(code);
        while (lines.MoveNext())
        {
            var line = code.AsSpan(lines.Span.Start, lines.Span.Length);
            var marks = line.IndexOfAnyExcept('#');
            if (marks is > 0 and <= 6 && line[marks] == ' ') count++;
        }
        return count;
    }

    // Everything around the fence becomes blanks, so that every offset and line stays true.
    private static Document Inside(Document page, TextSpan content) => page.Text.With(Blanked(page, content)) is { } inside ? WithoutFalseTitle(new MarkdownSyntax().Parse(inside)) : page;

    private static string Blanked(Document page, TextSpan content)
    {
        var chars = page.Text.Chars.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
            if (!content.Contains(i) && chars[i] is not '\r' and not '\n') chars[i] = ' ';
        return new string(chars);
    }
}
