using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;

namespace Core.Tests.Documents.Rst;

/// <summary>Any mixture of markup is a document whose spans lie within its text, with a fixed seed.</summary>
public sealed class RstMixtureTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "  ", "   ", "* ", "1. ", ":Status: Draft\n", "PEP: 1\nTitle: x\n\n", "::\n\n  ", ".. ", ".. _a: ", ".. _a: b_\n", "__ ", ".. [1] ", ".. [c] ", ".. |s| image:: x\n", ".. |s| replace:: y\n", ".. note:: ",
        ".. image:: x\n   :alt: y\n", ".. code:: c\n\n   ", ".. list-table::\n\n   * - a\n     - b\n", ".. csv-table::\n\n   a, b\n", ".. toctree::\n   :glob:\n\n   a\n", ".. unknown:: x\n\n   y\n", ".. raw:: html\n\n   <b>\n", ".. figure:: x\n\n   c\n",
        "*a*", "**b", "``c``", "`x`_", "x__", "_`t`", "|s|", "[1]_", ":r:`x`", "\\", "\\ ", "`a <b>`_", "====\n", "----\n", "== ==\na  b\n== ==\n", "+--+\n|a |\n+--+\n", "Title\n=====\n", "===\nOver\n===\n", "http://a.b ", "\0", "\r\n", "\r", "\t", "| l\n", "-o  x\n",
        "term\n  def\n", ">>> x\n", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "..\n  c\n", "__\n",
    ];

    [Fact]
    public void Any_mixture_of_markup_is_a_document_within_its_text()
    {
        var random = new Random(1_907);
        var syntax = new RstSyntax();
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) == 0 ? "word " : "")));
            try
            {
                Check(syntax.Parse(SourceText.From("m.rst", text)));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"round {round}: {fault.Message}\n{System.Text.Json.JsonSerializer.Serialize(text)}", fault);
            }
        }
    }

    private static void Check(Document document)
    {
        var all = new TextSpan(0, document.Text.Chars.Length);
        foreach (var section in document.Root.SelfAndDescendants())
        {
            Assert.True(all.Contains(section.Span), $"section at {section.Span}");
            foreach (var block in section.Blocks) Assert.True(all.Contains(block.Span), $"{block.GetType().Name} at {block.Span}");
        }
        foreach (var field in document.Header) Assert.True(all.Contains(field.Span) && all.Contains(field.NameSpan) && all.Contains(field.ValueSpan), field.Name);
        foreach (var fault in document.Faults) Assert.True(all.Contains(fault.At.Span), fault.Message);
        Assert.NotEmpty(DocumentPrinter.Print(document));
        Assert.NotNull(new RstSyntax().AnchorsOf(document, "docutils").ToList());
    }
}
