using System.Net;

namespace EndToEnd.Tests;

/// <summary>The form of a proposal has a box for each section, however the text is built.</summary>
public sealed class Forms_for_all_texts
{
    private const string Place = "rfcs/0001-retry-budgets.md";

    [Fact]
    public void Sections_that_stand_beside_the_title_do_not_hide_those_below_it()
    {
        using var folder = Serving_a_repository.Repository();
        var text = folder.Read(Place) + "\n# Later words\n\nThey stand on the level of the title.\n";
        folder.Write(Place, text);
        folder.Commit("two first levels");
        using var server = RunningServer.Start(folder);
        var form = server.Get("/edit/RFC-1");
        foreach (var part in (string[])["page:part-1\">Summary", "page:part-2\">Design", "page:part-3\">Later words"]) Assert.Contains(part, form, StringComparison.Ordinal);
        using var saved = server.PostAndFollow("/edit/RFC-1", ("base", form.Split("name=\"base\" value=\"")[1][..40]), ("do", "save"), ("part:2", "## Design\n\nA trailer carries it.\n"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var branch = GavelProgram.Git(folder.Path, "branch", "--list", "gavel/*", "--format=%(refname:short)").Output.Trim();
        Assert.Equal(text.Replace("A header carries the budget.", "A trailer carries it.", StringComparison.Ordinal), GavelProgram.Git(folder.Path, "show", $"{branch}:{Place}").Output);
    }

    [Fact]
    public void The_page_of_the_process_leads_to_the_form_of_a_new_one_where_the_server_may_write()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        Assert.Contains("<a href=\"/new\">Start an RFC here</a>", server.Get("/process/rfc"), StringComparison.Ordinal);
        using var reading = RunningServer.Start(folder, "--read-only");
        Assert.DoesNotContain("/new", reading.Get("/process/rfc"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_box_has_a_name_of_its_own_whatever_fields_and_sections_are_called()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n"),
            ("rfcs/template.md", "# RFC-NNN: Title\n\n- **Status**: Draft | Accepted\n- **Release Target**: 1.0\n- **Lead Author**: Your Name\n\n## Why now\n\nWhat is it about?\n\n## Open questions\n\nWhich?\n"),
            (Place, "# RFC-1: One\n\n- **Status**: Draft\n- **Release Target**: 2.0\n- **Lead Author**: Ann Lee\n\n## Message\n\nWords.\n"));
        using var server = RunningServer.Start(folder);
        foreach (var form in (string[])[server.Get("/edit/RFC-1"), server.Get("/new")])
        {
            var ids = form.Split(" id=\"").Skip(1).Select(p => p.Split('"')[0]).ToList();
            Assert.All(ids, id => Assert.DoesNotContain(' ', id));
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
            foreach (var named in form.Split(" for=\"").Skip(1).Select(p => p.Split('"')[0])) Assert.Contains(named, ids);
        }
    }

    [Fact]
    public void What_stands_side_by_side_is_read_as_words_of_their_own()
    {
        using var folder = TemporaryFolder.Repository(
            ("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n    fields: { Release: { required: false } }\n"
                + "  - name: KLIP\n    template: klips/template.md\n    files: klips/{number}-{slug}.md\n"),
            ("rfcs/template.md", "# RFC-NNN: Title\n\n- **Status**: Draft | Accepted\n- **Release**: 1.0\n\n## Why now\n\nWhat is it about?\n"),
            ("klips/template.md", "# KLIP-NNN: Title\n\n- **Status**: Draft | Accepted\n\n## Why now\n\nWhat is it about?\n"),
            (Place, "# RFC-1: One\n\n- **Status**: Draft\n- **Release**: 2.0\n\n## Message\n\nWords.\n"));
        using var server = RunningServer.Start(folder);
        var form = server.Get("/new");
        Assert.Contains("<h1>Start an RFC</h1>", form, StringComparison.Ordinal);
        Assert.Contains("RFC</a> <a href=\"/new?process=KLIP\">KLIP</a>", form, StringComparison.Ordinal);
        Assert.Contains("<h1>Start a KLIP</h1>", server.Get("/new?process=KLIP"), StringComparison.Ordinal);
        var edited = server.Get("/edit/RFC-1");
        Assert.Contains(">Release <span class=\"hint\">optional</span></label>", edited, StringComparison.Ordinal);
        Assert.Contains(">Why now <span class=\"hint\">asked for", edited, StringComparison.Ordinal);
    }
}
