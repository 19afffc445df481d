using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

/// <summary>Texts that are made to be slow or deep. Each is 300,000 characters; a quadratic step would take minutes, a deep recursion the process.</summary>
public sealed class LimitTests
{
    private const int Length = 300_000;

    public static TheoryData<string, string> Repeated => new()
    {
        { "", "[" }, { "", "]" }, { "", "[[]" }, { "", "![" }, { "", "[a](" }, { "", "[a](<b" }, { "", "[a][b]" }, { "", "[^a]" },
        { "", "*" }, { "", "*a " }, { "", "**a*b_c " }, { "", "*_" }, { "", "a**b" }, { "", "~a ~~b " }, { "", "***a** b* " },
        { "", "`" }, { "", "````a`\n" }, { "", "<" }, { "", "<a " }, { "", "<x a='" }, { "x ", "<!--" }, { "", "<!--\n" }, { "", "a<?" },
        { "", "&" }, { "", "&aaaaaaaaaaaa" }, { "", "\\" }, { "", "http://" }, { "", "www.a" }, { "", "a@" }, { "", "|" }, { "", "a|b\n-|-\n" },
        { "|a|b|\n|-|-|\n", "|a|b|\n" }, { "", ">" }, { "", "> " }, { "", "- " }, { "", "1. " }, { "", "- a\n" }, { "", "> a\n" }, { "> a\n", "=\n" },
        { "", "# h\n" }, { "", "a\n=\n" }, { "", "# a\n## b\n" }, { "", "[x]: /a\n" }, { "", "[^x]: a\n" }, { "", "<div>\n" }, { "", "</x>\n\n" },
        { "", "$" }, { "", "$a" }, { "", "$a " }, { "", "$$a" }, { "", "$$ $ " }, { "", "$$a$$$ " }, { "", "$`" }, { "", "$`a" }, { "$", "\\$" }, { "$$", "\\$ " }, { "", "(\n$$" }, { "", "$a](" },
        { "", "```\n" }, { "", "    a\n" }, { "", "\n" }, { "", "\r" }, { "", "\t" }, { "", "\0" }, { "", "a *b* `c` [d](e)\n" }, { "", "word " },
        { "# T\n\n", "- **Key**: v\n" }, { "# T\n\n", "Key: v\n" }, { "# T\n\n", "**A**: b | " }, { "# T\n\n", "A | " }, { "---\n", "key: v\n" }, { "---\na: ", "[" },
        { "---\na:\n", "  - x\n" }, { "", "<<<<<<< a\n=======\n>>>>>>> b\n" }, { "", ">>>>>>> b\n\n" },
    };

    [Theory, MemberData(nameof(Repeated))]
    public void A_text_of_one_thing_repeated_is_read_in_linear_time(string start, string piece) =>
        ReadWithin(TimeSpan.FromSeconds(60), start + string.Concat(Enumerable.Repeat(piece, Length / piece.Length)));

    // Each took minutes: what was read was read again with every piece.
    public static TheoryData<string, string, string> Long => new()
    {
        { "x", "http://x", "" }, { "x", "www.ax", "" }, { string.Concat(Enumerable.Repeat("![", 500_000)), "[a](b)", "" },
        { "| a |\n|---|\n| ", "`\\|` ", "|\n" }, { "<!--" + new string('\n', 500_000) + "-->", "<!--a-->", "\n" },
        { "# T\n\n", "Aaa: b\n", "" }, { "```\nKey: v\nKay: v\n", " x\n", "```\n" },
        { "---\na: |\n", "  x\n", "---\n" }, { "---\na:\n", "  # c\n", "  - x\n---\n" },
    };

    [Theory, MemberData(nameof(Long))]
    public void A_long_text_of_one_thing_repeated_is_read_in_linear_time(string start, string piece, string end) =>
        ReadWithin(TimeSpan.FromSeconds(60), start + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)) + end);

    [Fact]
    public void Lists_that_grow_deeper_line_by_line_end_somewhere()
    {
        var text = new System.Text.StringBuilder();
        for (var depth = 0; text.Length < Length; depth++) text.Append(' ', 2 * depth).Append("- a\n");
        ReadWithin(TimeSpan.FromSeconds(60), text.ToString());
    }

    [Fact]
    public void Brackets_and_emphasis_nested_without_end_stay_shallow()
    {
        var n = Length / 8;
        ReadWithin(TimeSpan.FromSeconds(60), string.Concat(Enumerable.Repeat("*a ", n)) + string.Concat(Enumerable.Repeat("b* ", n)));
        ReadWithin(TimeSpan.FromSeconds(60), string.Concat(Enumerable.Repeat("![", n)) + string.Concat(Enumerable.Repeat("](u)", n)));
        ReadWithin(TimeSpan.FromSeconds(60), new string('[', n) + new string(']', n));
    }

    [Fact]
    public void What_is_nested_too_deeply_is_text_and_a_fault_says_so()
    {
        var document = Md.Parse(string.Concat(Enumerable.Repeat("> ", 200)) + "deep\n");
        Assert.Equal("syntax", Assert.Single(document.Faults).Rule);
        Assert.Contains(Md.InlinesOf(document), i => i is Inline.Run run && run.Text.EndsWith("> deep", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_text_is_the_same_tree_as_its_parts()
    {
        var part = "## Part\n\nSome *text* with [a link][x] and `code`.\n\n- one\n- two\n\n  ```\n  fence\n\n  goes on\n  ```\n\n> quote\n\n<!-- a\n\ncomment -->\n\n[x]: /u\n\n| a | b |\n|---|---|\n| c | d |\n\n";
        var once = Lines(part);
        var many = Lines(string.Concat(Enumerable.Repeat(part, 400)));
        Assert.Equal(Enumerable.Repeat(once, 400).SelectMany(l => l), many);
    }

    // Without places, without the document's own lines.
    private static List<string> Lines(string text) =>
        [.. DocumentPrinter.Print(Md.Parse(text)).Split('\n').Where(l => l.Contains('@', StringComparison.Ordinal) && !l.StartsWith("document", StringComparison.Ordinal) && !l.StartsWith("  title", StringComparison.Ordinal))
            .Select(l => System.Text.RegularExpressions.Regex.Replace(l, "@[0-9:-]+", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking))];

    private static void ReadWithin(TimeSpan time, string text)
    {
        Document? document = null;
        // A small stack: whatever recurses with the text would overflow it.
        var reader = new Thread(() => document = Md.Syntax.Parse(SourceText.From("p.md", text)), maxStackSize: 512 * 1024) { IsBackground = true };
        reader.Start();
        Assert.True(reader.Join(time), $"still reading after {time}");
        Assert.NotNull(document);
        Assert.Equal(text.Length, document.Root.Span.End);
    }
}
