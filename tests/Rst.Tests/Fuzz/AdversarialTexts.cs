using System.Text;

namespace Rst.Tests.Fuzz;

/// <summary>Texts of any size that are hard for a careless parser. The benchmark grows the same ones.</summary>
public static class AdversarialTexts
{
    private static readonly SortedDictionary<string, Func<int, string>> All = new(StringComparer.Ordinal)
    {
        ["backquotes"] = static n => Run('`', n),
        ["stars"] = static n => Run('*', n),
        ["open brackets"] = static n => Run('[', n),
        ["pipes"] = static n => string.Concat(Enumerable.Repeat("|x ", n)),
        ["open emphasis"] = static n => string.Concat(Enumerable.Repeat("*a ", n)),
        ["open strong"] = static n => string.Concat(Enumerable.Repeat("**a ", n)),
        ["open literals"] = static n => string.Concat(Enumerable.Repeat("``a ", n)),
        ["open roles"] = static n => string.Concat(Enumerable.Repeat(":a:`b ", n)),
        ["open targets"] = static n => string.Concat(Enumerable.Repeat("_`a ", n)),
        ["open footnotes"] = static n => string.Concat(Enumerable.Repeat("[#a ", n)),
        ["unknown references"] = static n => string.Concat(Enumerable.Repeat("a_ ", n)),
        ["unknown footnotes"] = static n => string.Concat(Enumerable.Repeat("[#]_ ", n)),
        ["unknown substitutions"] = static n => string.Concat(Enumerable.Repeat("|a| ", n)),
        ["used substitutions"] = static n => string.Concat(Enumerable.Repeat("|a| ", n)) + "\n\n.. |a| replace:: b *c*\n",
        ["addresses"] = static n => string.Concat(Enumerable.Repeat("http://a.b/(c) ", n)),
        ["mail"] = static n => string.Concat(Enumerable.Repeat("a@b.c ", n)),
        ["colons"] = static n => Run(':', n),
        ["slashes"] = static n => "http:" + Run('/', n),
        ["backslashes"] = static n => Run('\\', n),
        ["deep quotes"] = static n => Lines(Math.Min(n, 1_000), static i => new string(' ', i * 2) + "a\n\n"),
        ["deep lists"] = static n => Lines(Math.Min(n, 1_000), static i => new string(' ', i * 2) + "- a\n\n"),
        ["lists on a line"] = static n => string.Concat(Enumerable.Repeat("- ", n)) + "a\n",
        ["many lists"] = static n => Lines(n, static i => $"- a{i}\n"),
        ["many quotes"] = static n => Lines(n, static i => i % 2 == 0 ? "a\n\n" : "  b\n\n"),
        ["many numbers"] = static n => Lines(n, static i => $"{i + 1}. a\n"),
        ["many headings"] = static n => Lines(n, static i => $"A{i}\n=========\n\n"),
        ["one heading"] = static n => Lines(n, static _ => "Same\n====\n\n"),
        ["many fields"] = static n => Lines(n, static i => $":f{i}: v\n"),
        ["many targets"] = static n => Lines(n, static i => $".. _t{i}:\n") + "\ntext\n",
        ["many references"] = static n => Lines(n, static i => $".. _t{i}: http://a/{i}\n") + "\n" + Lines(n, static i => $"t{i}_ "),
        ["a chain of targets"] = static n => "t0_\n\n" + Lines(n, static i => $".. _t{i}: t{i + 1}_\n"),
        ["anonymous targets"] = static n => string.Concat(Enumerable.Repeat("a__ ", n)) + "\n\n" + string.Concat(Enumerable.Repeat("__ http://a\n", n)),
        ["many footnotes"] = static n => string.Concat(Enumerable.Repeat("[#]_ ", n)) + "\n\n" + string.Concat(Enumerable.Repeat(".. [#] a\n", n)),
        ["many directives"] = static n => string.Concat(Enumerable.Repeat(".. note:: a\n\n", n)),
        ["unknown directives"] = static n => string.Concat(Enumerable.Repeat(".. nothing:: a\n\n", n)),
        ["many transitions"] = static n => string.Concat(Enumerable.Repeat("----\n\n", n)),
        ["wide grid table"] = static n => $"+{string.Concat(Enumerable.Repeat("--+", n / 4))}\n|{string.Concat(Enumerable.Repeat("a |", n / 4))}\n+{string.Concat(Enumerable.Repeat("--+", n / 4))}\n",
        ["long grid table"] = static n => "+--+--+\n" + string.Concat(Enumerable.Repeat("|a |b |\n+--+--+\n", n / 2)),
        ["long simple table"] = static n => "== ==\n" + string.Concat(Enumerable.Repeat("a  b\n", n)) + "== ==\n",
        ["broken grid table"] = static n => "+--+--+\n" + string.Concat(Enumerable.Repeat("|a |b |\n", n)) + "text\n",
        ["long list table"] = static n => ".. list-table::\n\n" + string.Concat(Enumerable.Repeat("   * - a\n     - b\n", n / 2)),
        ["open literal blocks"] = static n => string.Concat(Enumerable.Repeat("a::\n\n  b\n\n", n)),
        ["long line block"] = static n => string.Concat(Enumerable.Repeat("| a\n", n)),
        ["definition lists"] = static n => string.Concat(Enumerable.Repeat("a : b\n  c\n", n)),
        ["options"] = static n => string.Concat(Enumerable.Repeat("-a  b\n", n)),
        ["one long line"] = static n => string.Concat(Enumerable.Repeat("a *b* ", Math.Min(n, 1_600))),
        ["class directives"] = static n => string.Concat(Enumerable.Repeat(".. class:: a\n\n", n)),
        ["contents of much"] = static n => ".. contents::\n\n" + Lines(n, static i => $"A{i}\n=========\n\n"),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <param name="size">How often the shape repeats.</param>
    public static string Make(string name, int size)
    {
        ArgumentNullException.ThrowIfNull(name);
        // A line longer than the parser's limit stops it at once, which would prove nothing: every thousand characters end with a line break.
        return Wrap(All[name](size));
    }

    private static string Wrap(string text)
    {
        var wrapped = new StringBuilder(text.Length + (text.Length / 900));
        var column = 0;
        foreach (var c in text)
        {
            wrapped.Append(c);
            column = c == '\n' ? 0 : column + 1;
            if (column < 900 || c != ' ') continue;
            wrapped.Append('\n');
            column = 0;
        }

        return wrapped.ToString();
    }

    private static string Run(char c, int count) => string.Concat(Enumerable.Repeat(new string(c, 899) + "\n", (count / 900) + 1));

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(line(i));
        return text.ToString();
    }
}
