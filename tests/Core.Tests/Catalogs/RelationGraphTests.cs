using Core.Tests.Checking;
using Gavel.Core.Catalogs;
using Gavel.Core.Reporting;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Catalogs;

public sealed class RelationGraphTests
{
    [Fact]
    public void A_succession_is_one_edge_from_the_newer_one_whoever_says_it() => Has(
        [Zip(1, "Superseded by: ZIP-2"), Zip(2, "Supersedes: ZIP-1, ZIP-3"), Zip(3), Zip(4, "Superseded by: ZIP-3")],
        """
        ZIP-2 supersedes ZIP-1 Both
        ZIP-2 supersedes ZIP-3 From
        ZIP-3 supersedes ZIP-4 To
        """);

    [Fact]
    public void A_mention_is_left_out_where_two_are_related_otherwise() => Has(
        [Zip(1, "Requires: ZIP-2", "It needs ZIP-2 and knows of ZIP-3."), Zip(2, "", "See ZIP-1."), Zip(3, "Related: ZIP-2")],
        """
        ZIP-1 requires ZIP-2 From
        ZIP-1 mentions ZIP-3 From
        ZIP-2 related ZIP-3 To
        """);

    [Fact]
    public void A_role_that_is_called_as_the_process_is_names_a_proposal() => Has(
        [Zip(1, "", "As :zip:`2` and :zip:`the other one <3#scope>` say, not :rfc:`4`, :zip:`five`, zip:`4` or :zip:`2.4`."), Zip(2), Zip(3), Zip(4)],
        """
        ZIP-1 mentions ZIP-2 From
        ZIP-1 mentions ZIP-3 From
        """);

    [Fact]
    public void Rings_are_told_once_each()
    {
        var graph = Graph(Zip(1, "Requires: ZIP-2"), Zip(2, "Requires: ZIP-3"), Zip(3, "Requires: ZIP-1, ZIP-4"), Zip(4), Zip(5, "Requires: ZIP-6"), Zip(6, "Requires: ZIP-5"));
        Assert.Equal(["ZIP-1 ZIP-2 ZIP-3", "ZIP-5 ZIP-6"], graph.Cycles.Select(c => string.Join(' ', c)));
        Assert.Equal(["ZIP-3>ZIP-4"], graph.Edges.Where(e => !e.IsInCycle).Select(e => $"{e.From.Id}>{e.To.Id}"));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void A_drawing_that_Mermaid_refuses_is_told(int relations, bool isTold)
    {
        var graph = Graph([.. Enumerable.Range(1, relations + 1).Select(i => Zip(i, i > 1 ? $"Requires: ZIP-{i - 1}" : ""))]);
        Assert.Equal(isTold, GraphReport.TooLarge(graph, "flowchart LR\n") is { } told && told.Contains(" 501 ", StringComparison.Ordinal));
        Assert.Contains("50,001", GraphReport.TooLarge(graph, new string('-', 50_001)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_a_hundred_thousand_needs_no_deep_stack()
    {
        var inside = 0;
        var rings = RelationCycles.Find(100_000, Enumerable.Range(0, 100_000).Select(i => (i, (i + 1) % 100_000)), (_, _) => inside++);
        Assert.Equal((1, 100_000, 100_000), (rings.Count, rings[0].Count, inside));
    }

    [Fact]
    public void A_decided_proposal_that_requires_a_rejected_one_is_a_problem() =>
        Assert.Equal(["ZIP-1 is 'Accepted' and requires ZIP-2, which is 'Rejected'"], Graph(Zip(1, "Requires: ZIP-2", status: "Accepted"), Zip(2, status: "Rejected"), Zip(3, "Requires: ZIP-2")).Problems);

    [Fact]
    public void A_successor_that_its_predecessor_names_makes_a_problem_of_a_live_status() =>
        Assert.Equal(["ZIP-1 names its successor ZIP-2 and is still 'Accepted'"], Graph(Zip(1, "Superseded by: ZIP-2", status: "Accepted"), Zip(2, status: "Accepted")).Problems);

    [Fact]
    public void Part_of_it_has_no_edge_to_what_is_left_out()
    {
        var part = Graph(Zip(1, "Requires: ZIP-2"), Zip(2, "Requires: ZIP-1", "ZIP-3"), Zip(3)).Where(e => e.Number < 3, k => k == ReferenceKind.Mentions);
        Assert.Equal((2, 0, 0), (part.Nodes.Length, part.Edges.Length, part.Cycles.Length));
    }

    [Fact]
    public void What_leads_to_a_proposal() =>
        Assert.Equal(["ZIP-1", "ZIP-3"], Graph(Zip(1, "Requires: ZIP-2"), Zip(2), Zip(3, "Requires: ZIP-2")).Incoming("zip-2").Select(e => e.From.Id));

    [Fact]
    public void Titles_steer_neither_drawing()
    {
        var graph = Graph(Zip(1, "Requires: ZIP-2", title: "\"]; click n0 call evil() `x` <script> %%{init}%% \\N #quot; & end"), Zip(2));
        var mermaid = GraphReport.RenderMermaid(graph).Split('\n');
        Assert.StartsWith("  n0[\"ZIP-1: #34;#93;#59; click n0 call evil() x", mermaid[1], StringComparison.Ordinal);
        Assert.DoesNotContain(mermaid[1]["  n0[\"".Length..mermaid[1].LastIndexOf("\"]", StringComparison.Ordinal)], c => c is '"' or '`' or '<' or '>' or '%' or '{' or '\\' or '&');
        Assert.Single(mermaid, l => l.Contains("click", StringComparison.Ordinal));
        Assert.Contains("\"ZIP-1\" [label=\"ZIP-1: \\\"]; click n0", GraphReport.RenderDot(graph), StringComparison.Ordinal);
        Assert.Contains("\\\\N", GraphReport.RenderDot(graph), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_spells_a_character_keeps_its_spelling() =>
        Assert.Contains("[label=\"ZIP-1: Escape &amp;lt; &amp; co", GraphReport.RenderDot(Graph(Zip(1, "Requires: ZIP-2", title: "Escape `&lt;` & co"), Zip(2))), StringComparison.Ordinal);

    [Fact]
    public void A_status_gives_no_directive_to_the_drawing()
    {
        var graph = Graph(Zip(1, "Requires: ZIP-2", status: "Accepted"), Zip(2, status: "Rejected %%{init: {'theme': 'dark'}}%%"));
        Assert.Single(graph.Problems);
        Assert.DoesNotContain("%%{", GraphReport.RenderMermaid(graph), StringComparison.Ordinal);
    }

    [Fact]
    public void Rings_and_problems_are_marked_in_both_drawings()
    {
        var graph = Graph(Zip(1, "Requires: ZIP-2"), Zip(2, "Requires: ZIP-1"));
        Assert.Contains("-->|\"requires (cycle)\"| n", GraphReport.RenderMermaid(graph), StringComparison.Ordinal);
        Assert.Contains("  linkStyle 0,1 stroke:", GraphReport.RenderMermaid(graph), StringComparison.Ordinal);
        Assert.Contains("  %% cycle: ZIP-1 > ZIP-2 > ZIP-1", GraphReport.RenderMermaid(graph), StringComparison.Ordinal);
        Assert.Contains("[label=\"requires (cycle)\", color=red", GraphReport.RenderDot(graph), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_has_every_proposal_and_every_key() => Assert.Equal(
        """{"version":1,"nodes":[{"id":"ZIP-1","title":"T","status":"Draft","kind":"draft"},{"id":"ZIP-2","title":"T","status":"Draft","kind":"draft"},{"id":"ZIP-3","title":"T","status":"Draft","kind":"draft"}],"edges":[{"from":"ZIP-1","to":"ZIP-2","kind":"requires","declaredBy":"from"}],"cycles":[],"problems":[]}""" + "\n",
        GraphReport.RenderJson(Graph(Zip(1, "Requires: ZIP-2"), Zip(2), Zip(3))));

    private static (string Path, string Text) Zip(int number, string field = "", string text = "Text.", string status = "Draft", string title = "T") =>
        ($"zips/zip-{number}-t.md", $"# ZIP-{number}: {title}\n\n- **Status**: {status}\n{(field.Length > 0 ? $"- **{field.Replace(":", "**:", StringComparison.Ordinal)}\n" : "")}\n## Summary\n\n{text}\n");

    private static RelationGraph Graph(params (string Path, string Text)[] files)
    {
        var repository = new TestRepository(Process(Schema([Title, Field("Status"), Field("Requires"), Field("Supersedes"), Field("Superseded by"), Section("Summary")])));
        foreach (var (path, text) in files) repository.With(path, text);
        return RelationGraph.Of(repository.Catalog);
    }

    private static void Has((string, string)[] files, string expected) =>
        Assert.Equal(expected, string.Join('\n', Graph(files).Edges.Select(e => $"{e.From.Id} {e.Kind.ToString().ToLowerInvariant()} {e.To.Id} {e.DeclaredBy}")));
}
