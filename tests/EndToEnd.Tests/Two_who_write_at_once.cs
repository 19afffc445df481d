using System.Net;

namespace EndToEnd.Tests;

/// <summary>What one does while another one's form is open: nothing is lost, and it is said.</summary>
public sealed class Two_who_write_at_once
{
    [Fact]
    public void A_word_on_one_text_is_not_taken_for_a_word_on_another()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var seen = BaseOf(server.Get("/decide/RFC-1"));
        using var approved = server.PostAndFollow("/decide/RFC-1", ("base", seen), ("do", "approve"));
        using var moved = server.PostAndFollow("/decide/RFC-1", ("base", seen), ("do", "move"), ("to", "Accepted"));
        using var late = server.Post("/decide/RFC-1", ("base", seen), ("do", "object"), ("note", "no way back"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("RFC-1 became another text since this page was shown", RunningServer.Text(late), StringComparison.Ordinal);
        Assert.Contains(">no way back</textarea>", RunningServer.Text(late), StringComparison.Ordinal);
        using var again = server.PostAndFollow("/decide/RFC-1", ("base", BaseOf(RunningServer.Text(late))), ("do", "object"), ("note", "no way back"));
        Assert.Contains("You objected to RFC-1.", RunningServer.Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_edits_what_another_one_moved_is_told_that_it_changed()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var seen = BaseOf(server.Get("/edit/RFC-1"));
        var header = folder.Read("rfcs/0001-retry-budgets.md").Split("## ")[0];
        using var approved = server.PostAndFollow("/decide/RFC-1", ("do", "approve"));
        using var moved = server.PostAndFollow("/decide/RFC-1", ("do", "move"), ("to", "Accepted"));
        using var saved = server.Post("/edit/RFC-1", ("base", seen), ("do", "save"), ("part:0", header), ("part:1", "## Summary\n\nCallers are told.\n"));
        Assert.Equal(HttpStatusCode.Conflict, saved.StatusCode);
        Assert.Contains("changed since you began", RunningServer.Text(saved), StringComparison.Ordinal);
        Assert.Contains("Callers are told.", RunningServer.Text(saved), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/edit/RFC-77", "part:1")]
    [InlineData("/decide/RFC-77", "note")]
    public void What_was_written_for_a_proposal_that_is_gone_is_shown(string address, string input)
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var token = server.Get("/new").Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("token", token), new("do", "save"), new("part:0", "# A title\n"), new(input, "Hours of work <b>here</b>.")]);
        using var answer = server.Send(HttpMethod.Post, address, form);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Hours of work &lt;b&gt;here&lt;/b&gt;.", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_shown_when_the_server_was_started_again_meanwhile()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var form = new FormUrlEncodedContent([new("token", "of the server before"), new("do", "save"), new("part:0", "# A title\n"), new("part:1", "Hours of work.")]);
        using var answer = server.Send(HttpMethod.Post, "/edit/RFC-1", form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Hours of work.", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_new_proposals_get_a_number_each()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var one = server.PostAndFollow("/new", ("title", "Slow starts"));
        using var other = server.PostAndFollow("/new", ("title", "Warm ends"));
        Assert.Contains("RFC-2 (rfcs/0002-slow-starts.md)", RunningServer.Text(one), StringComparison.Ordinal);
        Assert.Contains("RFC-3 (rfcs/0003-warm-ends.md)", RunningServer.Text(other), StringComparison.Ordinal);
    }

    private static string BaseOf(string page) => page.Split("name=\"base\" value=\"")[1].Split('"')[0];
}
