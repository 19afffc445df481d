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
        foreach (var part in (string[])["part:1\">Summary", "part:2\">Design", "part:3\">Later words"]) Assert.Contains(part, form, StringComparison.Ordinal);
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
        Assert.Contains("<a href=\"/new\">Start a RFC here</a>", server.Get("/process/rfc"), StringComparison.Ordinal);
        using var reading = RunningServer.Start(folder, "--read-only");
        Assert.DoesNotContain("/new", reading.Get("/process/rfc"), StringComparison.Ordinal);
    }
}
