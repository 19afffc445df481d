using System.Diagnostics;
using Gavel.Rst;
using Gavel.Rst.Html;
using Gavel.Rst.Transforms;
using Gavel.Rst.Tree;
using Rst.Tests.Structure;
using Xunit;

namespace Rst.Tests.Fuzz;

/// <summary>No text throws, hangs or gets spans outside of itself: real documents and small ones of our own, cut and mixed with a fixed seed.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "  ", "\t", "* ", "- ", "1. ", "#. ", "(a) ", "iv. ", ":field: ", "-o ARG  ", "--long=x  ", "| ", ">>> ", "::\n\n  ", ".. ", ".. _a: ", ".. _a: b_\n", "__ ", ".. [1] ", ".. [#] ", ".. [#n] ", ".. [*] ",
        ".. [c] ", ".. |s| replace:: ", ".. |s| image:: x\n", ".. note:: ", ".. image:: x\n   :alt: y\n", ".. code:: c\n\n   ", ".. list-table::\n\n   * - ", ".. csv-table::\n\n   \"a\", ", ".. contents::\n", ".. sectnum::\n", ".. class:: k\n",
        ".. raw:: html\n\n   ", ".. include:: x\n", ".. role:: r(code)\n", ".. unknown:: x\n", ".. toctree::\n\n   a\n", "*", "**", "`", "``", "`x`_", "`x`__", "x_", "x__", "_`", "|", "|s|", "[1]_", "[#]_", "[c]_", ":role:`x`", "`x`:role:", "\\", "\\ ", "<", ">", "`a <b>`_",
        "====\n", "----\n", "= =\n", "=== ===\n", "+--+--+\n", "|  |  |\n", "+==+==+\n", "Title\n=====\n", "====\nOver\n====\n", "http://example.org/", "a@b.c", "\0", "\uFEFF", "\uD800", "\u00E9", "\u200B", "\r\n", "\r", "\f", "\v", "\"x\"", "-- who\n",
    ];

    [Fact]
    public void Any_mixture_of_markup_is_read_written_and_stays_within_its_text()
    {
        var random = new Random(20_260_721);
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 4_000 && watch.Elapsed < TimeSpan.FromSeconds(4); round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "word " : "")));
            Check(text, round);
        }
    }

    [Fact]
    public void Real_documents_cut_and_mixed_are_read()
    {
        Assert.SkipWhen(CorpusFiles.Shared is null, "the corpora are not beside the checkout");
        var random = new Random(4_711);
        var texts = CorpusFiles.All().Where((_, i) => i % 40 == 0).Select(static f => f.Text[..Math.Min(f.Text.Length, 6_000)]).ToList();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 1_500 && watch.Elapsed < TimeSpan.FromSeconds(5); round++) Check(Mutate(texts, random), round);
    }

    private static string Mutate(List<string> texts, Random random)
    {
        var text = texts[random.Next(texts.Count)];
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(200, text.Length - at) + 1);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text[..at] + Head(texts[random.Next(texts.Count)]),
                _ => text.Insert(at, new string(Pieces[random.Next(Pieces.Length)][0], random.Next(40))),
            };
        }

        return text;
    }

    private static string Head(string text) => text[..Math.Min(500, text.Length)];

    private static void Check(string text, int round)
    {
        try
        {
            var options = new RstOptions { ReportLevel = round % 2 == 0 ? RstSeverity.Info : RstSeverity.Warning, Rfc2822Header = round % 7 == 0, LegacyIds = round % 5 != 0, SmartQuotes = round % 11 == 0 };
            var document = RstTransforms.ParseAndResolve(text, options);
            foreach (var element in document.Root.Descendants())
            {
                Assert.True(element.Span.Start >= 0 && element.Span.Length >= 0 && element.Span.End <= text.Length, $"{element.TagName} at {element.Span}");
                Assert.NotNull(element.Parent);
                foreach (var child in element.Children) Assert.Same(element, child.Parent);
            }

            var html = RstHtml.Write(document);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(html, RstHtml.Write(RstTransforms.ParseAndResolve(text, options)));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"round {round}: {fault.Message}\n{System.Text.Json.JsonSerializer.Serialize(text)}", fault);
        }
    }
}
