using FsCheck;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

/// <summary>What holds for every text.</summary>
public sealed class DocumentPropertyTests
{
    private static readonly string[] Pieces =
    [
        "# ", "## ", "#", "\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "a", "b c", "- ", "* ", "+ ", "1. ", "9) ", "> ", ">", "`", "``", "```", "~~~", "```js\n", "*", "**", "_", "__", "~~",
        "[", "]", "(", ")", "![", "](", "](a)", "[x]", "[x]: /u\n", "[^1]", "[^1]: n\n", "- [ ] ", "- [x] ", "<", ">", "<!--", "-->", "--!>", "<b>", "</b>", "<name>", "<div>\n", "&amp;", "&", "\\", "|", "|-|", "---", "===", "---\n",
        "a | b\n--|--\n", "key: v\n", "**Key**: v", "Key:", ": ", ":", "http://a.b", "www.a.b", "a@b.c", "<http://a>", "<<<<<<< x\n", "=======\n", ">>>>>>> y\n", "\0", "\uFEFF", "é", "\U0001F600", "\uD800", "...\n", "+++\n", "{#id}", "\"", "'", "***", "_ ",
    ];

    private static readonly Arbitrary<string> Markdown =
        Arb.From(Gen.Sized(size => Gen.ArrayOf(Math.Max(1, size), Gen.Elements(Pieces)).Select(string.Concat)), text => Shrunk(text));

    [Fact]
    public void Every_span_of_any_markdown_is_exact()
    {
        Prop.ForAll(Markdown, text => SpanRules.Broken(Md.ParseAny(text)) is var broken && broken.Count == 0 ? true : throw new InvalidOperationException(broken[0]))
            .Check(Fixed(3_000, 60));
    }

    [Fact]
    public void Every_string_is_a_document()
    {
        Prop.ForAll(Arb.Default.String(), text => SpanRules.Broken(Md.ParseAny(text ?? "")) is var broken && broken.Count == 0 ? true : throw new InvalidOperationException(broken[0])).Check(Fixed(1_000, 100));
    }

    [Fact]
    public void Every_sequence_of_bytes_is_a_document()
    {
        Prop.ForAll(Arb.Default.Array<byte>(), bytes => SpanRules.Broken(Md.Syntax.Parse(SourceText.Decode("p.md", bytes ?? []))).Count == 0).Check(Fixed(500, 100));
    }

    [Fact]
    public void Every_line_with_words_is_reached_by_the_tree()
    {
        Prop.ForAll(Markdown, text =>
        {
            var document = Md.ParseAny(text);
            var reached = new bool[text.Length];
            foreach (var span in Reached(document)) Array.Fill(reached, true, span.Start, span.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (char.IsLetter(text[i]) && !reached[i]) throw new InvalidOperationException($"'{text[i]}' at {i} is lost in {System.Text.Json.JsonSerializer.Serialize(text)}");
            }
            return true;
        }).Check(Fixed(2_000, 40));
    }

    [Fact]
    public void Every_document_of_the_corpora_has_exact_spans()
    {
        foreach (var (path, text) in Corpora.Markdown())
        {
            var broken = SpanRules.Broken(Md.ParseAny(text));
            Assert.True(broken.Count == 0, $"{path}: {string.Join('\n', broken.Take(3))}");
        }
    }

    [Fact]
    public void Mutated_documents_of_the_corpora_stay_documents()
    {
        var texts = Corpora.Markdown().Select(t => t.Text).ToArray();
        Assert.SkipWhen(texts.Length == 0, "the corpora are not here");
        var random = new System.Random(20_260_101);
        var until = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 6_000 && until.Elapsed < TimeSpan.FromSeconds(10); i++)
        {
            var broken = SpanRules.Broken(Md.ParseAny(Mutated(texts[random.Next(texts.Length)], random)));
            Assert.True(broken.Count == 0, broken.FirstOrDefault());
        }
    }

    private static IEnumerable<TextSpan> Reached(Document document)
    {
        if (document.FrontMatter is { } front) yield return front;
        foreach (var section in document.Root.SelfAndDescendants())
        {
            if (section.Heading is { } heading) yield return heading.Span;
            foreach (var block in section.Blocks) yield return block.Span;
        }
        foreach (var fault in document.Faults) yield return fault.At.Span;
    }

    private static string Mutated(string text, System.Random random)
    {
        var from = random.Next(Math.Max(1, text.Length - 3_000));
        var slice = new System.Text.StringBuilder(text, from, Math.Min(text.Length - from, 3_000), 4_096);
        for (var n = random.Next(1, 12); n > 0 && slice.Length > 1; n--)
        {
            var at = random.Next(slice.Length);
            switch (random.Next(4))
            {
                case 0: slice.Remove(at, Math.Min(random.Next(1, 20), slice.Length - at)); break;
                case 1: slice.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: slice.Insert(at, slice.ToString(at, Math.Min(random.Next(1, 200), slice.Length - at))); break;
                default: slice[at] = Pieces[random.Next(Pieces.Length)][0]; break;
            }
        }
        return slice.ToString();
    }

    private static IEnumerable<string> Shrunk(string text)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= text.Length; at += length) yield return text.Remove(at, length);
        }
    }

    private static Configuration Fixed(int tests, int size) => new()
    {
        Replay = FsCheck.Random.StdGen.NewStdGen(2026, 11),
        MaxNbOfTest = tests,
        EndSize = size,
        QuietOnSuccess = true,
        Runner = Config.QuickThrowOnFailure.Runner,
    };
}
