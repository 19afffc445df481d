using Core.Tests.Architecture;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Reporting;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Core.Tests.Templates;

/// <summary>Each folder of tests/golden/templates holds a template and the report that was read and accepted.</summary>
public sealed class LearnGoldenTests
{
    private const int Width = 160;

    private static readonly string Folder = Path.Combine(CheckoutFolder.Root, "tests", "golden", "templates");

    public static IEnumerable<TheoryDataRow<string>> Cases() =>
        Directory.GetDirectories(Folder).Where(d => File.Exists(Path.Combine(d, "template.md")) || File.Exists(Path.Combine(d, "template.rst"))).Select(d => new TheoryDataRow<string>(Path.GetFileName(d))).OrderBy(r => r.Data, StringComparer.Ordinal);

    [Theory, MemberData(nameof(Cases))]
    public void What_is_learned_is_what_was_accepted(string name)
    {
        var isRst = File.Exists(Path.Combine(Folder, name, "template.rst"));
        var file = isRst ? "template.rst" : "template.md";
        var text = SourceText.Decode(file, File.ReadAllBytes(Path.Combine(Folder, name, file)));
        ISyntax syntax = isRst ? new RstSyntax() : new MarkdownSyntax();
        var report = LearnReport.RenderText(TemplateLearner.Learn(syntax.Parse(text)), Width, colour: false);
        var accepted = Path.Combine(Folder, name, "expected.txt");
        if (Environment.GetEnvironmentVariable("GAVEL_ACCEPT") is "1") File.WriteAllText(accepted, report);
        Assert.Equal(File.ReadAllText(accepted), report);
    }

    [Fact]
    public void There_are_many_different_templates() => Assert.True(Cases().Count() >= 25);
}
