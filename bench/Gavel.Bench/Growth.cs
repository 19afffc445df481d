using System.Diagnostics;
using System.Globalization;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Text;

namespace Gavel.Bench;

/// <summary>Texts that are hostile to parsers, at one size and at four times that size: linear work takes about four times as long.</summary>
internal static class Growth
{
    private static readonly (string Name, Func<int, string> Make)[] Texts =
    [
        ("nested quotes", n => string.Concat(Enumerable.Range(1, n / 10).Select(i => new string('>', Math.Min(i, 2000)) + " a\n"))),
        ("nested lists", n => string.Concat(Enumerable.Range(0, n / 10).Select(i => new string(' ', Math.Min(2 * i, 4000)) + "- a\n"))),
        ("brackets", n => new string('[', n * 10)),
        ("stars", n => new string('*', n * 10)),
        ("backticks", n => new string('`', n * 10)),
        ("backtick runs", n => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(n * 20)).Select(i => new string('`', i) + " "))),
        ("open comments", n => string.Concat(Enumerable.Repeat("a <!-- b ", n))),
        ("headings", n => string.Concat(Enumerable.Range(0, n).Select(i => $"## Heading {i}\n\ntext\n\n"))),
        ("fields", n => "# T\n\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"- **Field{i}**: value\n"))),
        ("front matter", n => "---\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"field{i}: value\n")) + "---\n\n# T\n"),
        ("links", n => string.Concat(Enumerable.Range(0, n).Select(i => $"[a{i}](b{i}.md) "))),
        ("unclosed links", n => string.Concat(Enumerable.Repeat("[a](<b", n))),
        ("table", n => "| a | b |\n| --- | --- |\n" + string.Concat(Enumerable.Repeat("| c | d |\n", n))),
    ];

    public static int Run(string[] args)
    {
        var size = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 25_000;
        var syntax = new MarkdownSyntax();
        Console.WriteLine($"{"",-16} {"KB",8} {"ms",9} {"4 x KB",8} {"ms",9} {"times",6}");
        foreach (var (name, make) in Texts)
        {
            var (small, large) = (make(size), make(4 * size));
            syntax.Parse(SourceText.From("warm.md", small[..Math.Min(small.Length, 2000)]));
            var (a, b) = (Time(syntax, small), Time(syntax, large));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} {small.Length / 1024,8} {a,9:F1} {large.Length / 1024,8} {b,9:F1} {b / a,6:F1}"));
        }
        return 0;
    }

    /// <summary>Milliseconds, the better of two.</summary>
    private static double Time(MarkdownSyntax syntax, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < 2; i++)
        {
            var clock = Stopwatch.StartNew();
            syntax.Parse(SourceText.From("growth.md", text));
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }
        return best;
    }
}
