using Core.Tests.Architecture;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Core.Tests.Documents;

/// <summary>The trees of small documents, one for each thing that Markdown can hold. <c>GAVEL_ACCEPT=1</c> writes them anew.</summary>
public sealed class GoldenDocumentTests
{
    private static readonly string Folder = Path.Combine(CheckoutFolder.Root, "tests", "golden", "documents");

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateDirectories(Folder).Where(d => File.Exists(Path.Combine(d, "input.md"))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Cases))]
    public void The_tree_is_the_accepted_one(string name)
    {
        var folder = Path.Combine(Folder, name);
        var text = SourceText.Decode("input.md", File.ReadAllBytes(Path.Combine(folder, "input.md")));
        var printed = DocumentPrinter.Print(Md.Syntax.Parse(text));
        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("GAVEL_ACCEPT") == "1") File.WriteAllText(expected, printed);
        Assert.Equal(File.ReadAllText(expected), printed);
    }
}
