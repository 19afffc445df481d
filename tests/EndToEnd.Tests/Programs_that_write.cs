using System.Net;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What scripts change through a live server.</summary>
public sealed class Programs_that_write(OneServer one) : IClassFixture<OneServer>
{
    private const string Started = "rfcs/0002-slow-starts.md";

    [Fact]
    public void A_proposal_is_started_on_a_branch_of_its_own_and_the_work_tree_stays_as_it_is()
    {
        using var folder = Serving_a_repository.Repository();
        var before = folder.Snapshot();
        using var server = RunningServer.Start(folder);
        using var answer = Post(server, "/api/v1/proposals", """{"title": "Slow starts", "fields": {"Author": "Bo Ek"}}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var json = JsonDocument.Parse(RunningServer.Text(answer));
        Assert.Equal(["version", "id", "number", "path", "changed", "commit", "done", "refusal"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("RFC-2", json.RootElement.GetProperty("id").GetString());
        Assert.Equal(Started, json.RootElement.GetProperty("path").GetString());
        var branch = Assert.Single(answer.Headers.GetValues("Gavel-Branch"));
        Assert.Equal(json.RootElement.GetProperty("commit").GetString(), GavelProgram.Git(folder.Path, "rev-parse", branch).Output.Trim());
        Assert.Contains("- **Author**: Bo Ek\n", GavelProgram.Git(folder.Path, "show", $"{branch}:{Started}").Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot());
    }

    [Fact]
    public void A_number_that_is_taken_is_refused_with_the_object_of_the_command()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var answer = Post(server, "/api/v1/proposals", """{"title": "Slow starts", "number": 1}""");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var json = JsonDocument.Parse(RunningServer.Text(answer));
        Assert.False(json.RootElement.GetProperty("done").GetBoolean());
        Assert.Equal("number-taken", json.RootElement.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Equal("", GavelProgram.Git(folder.Path, "branch", "--list", "gavel/*").Output);
    }

    [Fact]
    public void A_field_is_set_on_a_branch_and_a_value_that_the_template_does_not_allow_is_refused()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        using var refused = Post(server, "/api/v1/proposals/RFC-1/set", """{"field": "Status", "value": "Perhaps"}""");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var set = Post(server, "/api/v1/proposals/RFC-1/set", """{"field": "Author", "value": "Bo Ek"}""");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var branch = Assert.Single(set.Headers.GetValues("Gavel-Branch"));
        Assert.Contains("- **Author**: Bo Ek\n", GavelProgram.Git(folder.Path, "show", $"{branch}:rfcs/0001-retry-budgets.md").Output, StringComparison.Ordinal);
        Assert.Contains("- **Author**: Cy Dee\n", folder.Read("rfcs/0001-retry-budgets.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_is_no_field_to_set_but_a_move_through_its_gate_and_nothing_begins_decided()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        foreach (var field in (string[])["Status", "status"])
        {
            using var answer = Post(server, "/api/v1/proposals/RFC-1/set", $$"""{"field": "{{field}}", "value": "Accepted"}""");
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            using var json = JsonDocument.Parse(RunningServer.Text(answer));
            var refusal = json.RootElement.GetProperty("refusal");
            Assert.Equal("not-allowed", refusal.GetProperty("code").GetString());
            Assert.Contains("POST /api/v1/proposals/RFC-1/move with 'Accepted' as 'to'; GET /api/v1/proposals/RFC-1/todo says what stands in the way", Assert.Single(refusal.GetProperty("unmet").EnumerateArray()).GetProperty("text").GetString(), StringComparison.Ordinal);
        }
        using var begun = Post(server, "/api/v1/proposals", """{"title": "Slow starts", "fields": {"Status": "Accepted"}}""");
        Assert.Equal(HttpStatusCode.Conflict, begun.StatusCode);
        Assert.Contains("no proposal begins as 'Accepted'", RunningServer.Text(begun), StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Git(folder.Path, "branch", "--list", "gavel/*").Output);
    }

    [Theory]
    [InlineData("/api/v1/proposals/RFC-1/move", """{"too": "Accepted"}""", "there is no 'too' here; there is to, effective, force, note")]
    [InlineData("/api/v1/proposals/RFC-1/move", """{"note": "now"}""", "to is missing")]
    [InlineData("/api/v1/proposals/RFC-1/move", """{"to": "Accepted", "effective": "31.1.2026"}""", "effective: a day such as 2026-01-31")]
    [InlineData("/api/v1/proposals/RFC-1/move", """{"to": "Accepted", "force": "yes"}""", "force: true or false")]
    [InlineData("/api/v1/proposals/RFC-1/vote", """{"vote": "maybe"}""", "vote: one of for, against, abstain")]
    [InlineData("/api/v1/proposals", """{"title": "T", "fields": {"Author": 7}}""", "fields: an object of texts")]
    [InlineData("/api/v1/proposals", """{"title": "T", "number": 1.5}""", "number: a whole number")]
    [InlineData("/api/v1/proposals", """{"title": "\ud800"}""", "send an object")]
    [InlineData("/api/v1/proposals", "[]", "send an object")]
    public void What_is_no_such_object_is_a_problem_that_says_so(string path, string body, string says)
    {
        var before = one.Folder.Snapshot();
        using var answer = Post(one.Server, path, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(RunningServer.Text(answer));
        Assert.Contains(says, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, one.Folder.Snapshot());
    }

    [Fact]
    public void A_vote_and_a_hold_are_decisions_like_those_of_the_command_line()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        Assert.Equal(HttpStatusCode.OK, Post(server, "/api/v1/proposals/1/vote", """{"vote": "for"}""").StatusCode);
        Assert.Equal(HttpStatusCode.OK, Post(server, "/api/v1/proposals/1/object", """{"note": "too dear"}""").StatusCode);
        Assert.Equal(HttpStatusCode.OK, Post(server, "/api/v1/proposals/1/resolve", """{"note": "cheaper now"}""").StatusCode);
        using var decisions = JsonDocument.Parse(server.Get("/api/v1/proposals/1/decisions"));
        Assert.Equal(["vote", "object", "resolve"], decisions.RootElement.GetProperty("decisions").EnumerateArray().Select(d => d.GetProperty("action").GetString()));
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
    }

    [Fact]
    public void The_list_says_what_waits_for_me()
    {
        Assert.Equal(["RFC-1"], IdsOf(one.Server.Get("/api/v1/proposals?waiting-for=me")));
        Assert.Equal(["RFC-1"], IdsOf(one.Server.Get("/api/v1/proposals?waiting-for=Ann%20Lee")));
        Assert.Empty(IdsOf(one.Server.Get("/api/v1/proposals?waiting-for=Bo%20Ek")));
    }

    [Fact]
    public void Every_endpoint_that_writes_says_in_the_document_what_it_takes_and_answers()
    {
        using var document = JsonDocument.Parse(one.Server.Get("/openapi/v1.json"));
        var posts = document.RootElement.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("post", out _)).ToList();
        Assert.Equal(
            ["/api/v1/proposals", "/api/v1/proposals/{id}/approve", "/api/v1/proposals/{id}/hold", "/api/v1/proposals/{id}/move", "/api/v1/proposals/{id}/object", "/api/v1/proposals/{id}/resolve", "/api/v1/proposals/{id}/set", "/api/v1/proposals/{id}/vote"],
            posts.Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var post in posts.Select(p => p.Value.GetProperty("post")))
        {
            var taken = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.NotEmpty(taken.GetProperty("properties").EnumerateObject());
            foreach (var status in (string[])[post.GetProperty("responses").TryGetProperty("201", out _) ? "201" : "200", "409"])
            {
                var reference = post.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
                Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").TryGetProperty(reference["#/components/schemas/".Length..], out var schema));
                Assert.Contains("refusal", schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
            }
        }
        Assert.Contains("server-sent events", document.RootElement.GetProperty("paths").GetProperty("/api/v1/events").GetProperty("get").GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_for_clients_that_are_generated()
    {
        using var document = JsonDocument.Parse(one.Server.Get("/openapi/v1.json"));
        var names = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Contains("getProposalsByIdLog", names);
        Assert.Contains("postProposalsByIdMove", names);
        Assert.Equal("/", document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Every_reference_of_the_document_leads_to_something_in_it()
    {
        using var document = JsonDocument.Parse(one.Server.Get("/openapi/v1.json"));
        var references = ReferencesOf(document.RootElement).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("#/components/schemas/part.row", references);
        Assert.All(references, reference => Assert.NotEqual(JsonValueKind.Undefined, reference.TrimStart('#', '/').Split('/').Aggregate(document.RootElement, (at, key) => at.TryGetProperty(key, out var next) ? next : default).ValueKind));
    }

    [Fact]
    public void The_document_has_a_licence_and_no_part_that_nothing_leads_to_and_each_operation_says_how_it_refuses()
    {
        using var document = JsonDocument.Parse(one.Server.Get("/openapi/v1.json"));
        var references = ReferencesOf(document.RootElement).ToHashSet(StringComparer.Ordinal);
        Assert.All(document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject(), schema => Assert.Contains($"#/components/schemas/{schema.Name}", references));
        Assert.All(
            document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()),
            operation => Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), r => r.Name.StartsWith('4')));
        Assert.Equal("Apache-2.0", document.RootElement.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString());
    }

    [Fact]
    public void Another_method_is_told_which_there_are()
    {
        using var deleted = one.Server.Send(HttpMethod.Delete, "/api/v1/proposals/RFC-1");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, deleted.StatusCode);
        Assert.Equal(["GET", "HEAD"], deleted.Content.Headers.Allow);
        using var nowhere = one.Server.Send(HttpMethod.Delete, "/api/v1/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public void What_is_saved_in_one_second_goes_to_branches_of_its_own()
    {
        using var folder = Serving_a_repository.Repository();
        using var server = RunningServer.Start(folder);
        var answers = Enumerable.Range(1, 4).Select(n => Post(server, "/api/v1/proposals/1/set", $$"""{"field": "Author", "value": "Di Oak {{n}}"}""")).ToList();
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(4, answers.Select(a => a.Headers.GetValues("Gavel-Branch").Single()).Distinct().Count());
    }

    private static IEnumerable<string> ReferencesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.NameEquals("$ref") ? [p.Value.GetString()!] : ReferencesOf(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ReferencesOf),
        _ => [],
    };

    private static List<string> IdsOf(string list)
    {
        using var json = JsonDocument.Parse(list);
        return [.. json.RootElement.GetProperty("proposals").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
    }

    private static HttpResponseMessage Post(RunningServer server, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return server.Send(HttpMethod.Post, path, body);
    }
}
