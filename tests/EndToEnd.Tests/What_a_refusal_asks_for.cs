using System.Net;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Who is refused is told what to give in the words of the place where they sit: a box, a key, an option.</summary>
public sealed class What_a_refusal_asks_for
{
    [Theory]
    [InlineData("Accepted", "yes", "", "a forced move needs a reason, which is kept: give it in the box “Reason”")]
    [InlineData("Accepted", "", "2999-01-01", "“Decided on” says when it was decided, and 2999-01-01 is still to come")]
    public void A_refused_move_names_the_boxes_of_the_form(string to, string force, string effective, string said)
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var answer = server.Post("/decide/RFC-1", ("do", "move"), ("to", to), ("force", force), ("effective", effective));
        var page = WebUtility.HtmlDecode(RunningServer.Text(answer));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        foreach (var box in (string[])["Reason", "Decided on"]) Assert.Contains($">{box} <", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" --", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_objection_without_a_point_names_the_box_for_it()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var answer = server.PostAndFollow("/decide/RFC-1", ("do", "object"));
        var page = WebUtility.HtmlDecode(RunningServer.Text(answer));
        Assert.Contains("say what it is about in the box “Note”", page, StringComparison.Ordinal);
        Assert.Contains(">Note <", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_told_the_key_and_a_terminal_the_option()
    {
        using var folder = Serving_a_repository.Repository();
        using (var server = RunningServer.Start(folder))
        {
            using var body = new StringContent("""{"to": "Accepted", "force": true}""", Encoding.UTF8, "application/json");
            using var answer = server.Send(HttpMethod.Post, "/api/v1/proposals/RFC-1/move", body);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            using var json = JsonDocument.Parse(RunningServer.Text(answer));
            Assert.Contains("give it as 'note'", json.RootElement.ToString(), StringComparison.Ordinal);
        }
        Assert.Contains("--effective says when it was decided", GavelProgram.Run(folder.Path, "approve", "1", "--effective", "2999-01-01").Error, StringComparison.Ordinal);
    }
}
