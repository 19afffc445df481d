using Gavel.Rst.Directives;
using Gavel.Rst.Roles;
using Gavel.Rst.Tree;
using Gavel.Rst;
using Xunit;

namespace Rst.Tests.Parsing;

/// <summary>Callers extend the directives and roles, and decide what may be read.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void An_unknown_directive_keeps_its_text_with_an_error()
    {
        var document = RstParser.Parse(".. vote:: yes\n   :by: ann\n\n   because\n");
        var error = Assert.Single(document.Messages, static m => m.Severity == RstSeverity.Error);
        Assert.Equal("Unknown directive type \"vote\".", error.Text);
        Assert.Equal(".. vote:: yes\n   :by: ann\n\n   because", error.Find(RstKind.LiteralBlock)!.InnerText);
    }

    [Fact]
    public void A_caller_adds_a_directive_and_a_role()
    {
        var registry = RstRegistry.Default.With(new VoteDirective()).With(new LoudRole());
        var document = RstParser.Parse(".. vote:: yes\n\n   because :loud:`so`\n", RstOptions.Default with { Registry = registry });
        Assert.Empty(document.Messages);
        var box = Assert.IsType<RstElement>(document.Root[0]);
        Assert.Equal(("yes", "because SO"), (box["answer"], box.InnerText));
    }

    [Fact]
    public void A_registry_is_not_changed_by_extending_it()
    {
        RstRegistry.Default.With(new VoteDirective());
        Assert.Null(RstRegistry.Default.FindDirective("vote"));
    }

    [Theory]
    [InlineData(".. include:: secret.txt\n")]
    [InlineData(".. csv-table::\n   :file: secret.txt\n")]
    [InlineData(".. raw:: html\n   :file: secret.txt\n")]
    [InlineData(".. raw:: html\n   :url: http://a.example/\n")]
    public void Nothing_is_read_without_a_resolver(string text)
    {
        var document = RstParser.Parse(text, RstOptions.Default with { Registry = RstRegistry.Docutils });
        Assert.Equal(RstSeverity.Warning, Assert.Single(document.Messages).Severity);
    }

    [Fact]
    public void A_resolver_gives_the_text_of_other_files()
    {
        var asked = new List<RstResourceRequest>();
        var options = RstOptions.Default with { Resolver = request => { asked.Add(request); return "Inner\n-----\n\n* a\n"; } };
        var document = RstParser.Parse("Outer\n=====\n\n.. include:: part.rst\n\nafter\n", options);
        Assert.Equal([new RstResourceRequest("part.rst", "include", false)], asked);
        var inner = document.Root.Descendants().OfType<RstSection>().Single(static s => s.Level == 2);
        Assert.Equal("Inner", inner.Title!.InnerText);
        Assert.Equal("after", inner.InnerText.Split('\n')[^1]);
    }

    [Fact]
    public void A_file_that_includes_itself_ends()
    {
        var options = RstOptions.Default with { Resolver = static _ => "again\n\n.. include:: me.rst\n" };
        Assert.NotEmpty(RstParser.Parse(".. include:: me.rst\n", options).Root.Children.ToArray());
    }

    [Fact]
    public void A_toctree_lists_its_documents()
    {
        var document = RstParser.Parse(".. toctree::\n   :maxdepth: 1\n\n   specs/one\n   Two <specs/two>\n");
        var references = document.Root.Descendants().Where(static e => e.Kind == RstKind.Reference).ToList();
        Assert.Equal(["specs/one", "specs/two"], references.Select(static r => r["reftarget"]));
        Assert.Equal("Two <specs/two>", document.Slice(references[1].Span).ToString());
    }

    private sealed class VoteDirective() : RstDirective("vote")
    {
        public override int RequiredArguments => 1;

        public override bool HasContent => true;

        public override void Run(RstDirectiveCall call)
        {
            var box = call.Make(RstKind.Container);
            box["answer"] = call.Arguments[0];
            call.Add(box);
            call.ParseContent(box);
        }
    }

    private sealed class LoudRole() : RstRole("loud")
    {
        public override void Run(RstRoleCall call) => call.Add(RstKind.Strong, call.Text.ToUpperInvariant());
    }
}
