using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests;

public sealed partial class Serving_a_repository
{
    private const string Template = "# RFC-NNN: Title\n\n- **Status**: Draft | Proposed | Accepted | Rejected\n- **Author**: Your Name\n\n## Summary\n\nWhat is it about?\n\n## Design\n\nHow does it work?\n";
    private const string Proposal = "# RFC-1: Retry budgets\n\n- **Status**: Proposed\n- **Author**: Cy Dee\n\n## Summary\n\nCallers guess badly.\n\n## Design\n\nA header carries the budget.\n";
    private const string Path = "rfcs/0001-retry-budgets.md";

    private const string Configuration = """
        version: 1
        processes:
          - name: RFC
            template: rfcs/template.md
            files: rfcs/{number}-{slug}.md
            statuses: { Draft: {}, Proposed: {}, Accepted: {}, Rejected: {} }
            transitions:
              - { from: Draft, to: Proposed }
              - { from: Proposed, to: Accepted, policy: one-keeper }
        policies: { one-keeper: { approvals: 1, from: [keepers], objections: block } }
        people: { ann: { names: [Ann Lee], emails: [ann@example.org] } }
        groups: { keepers: [ann] }
        """;

    [Fact]
    public void A_server_counts_days_up_to_today_not_to_the_last_commit()
    {
        using var folder = Repositories.Rfcs();
        folder.Write("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: 'rfcs/{number}-{slug}.md'\n    statuses: { Draft: { kind: draft }, Proposed: { kind: open, stale-after: 90d }, Accepted: { kind: accepted }, Rejected: { kind: rejected } }\n");
        GavelProgram.Git(folder.Path, "add", "-A");
        GavelProgram.Start("git", folder.Path, ["commit", "-q", "--amend", "-m", "long ago", "--date", "2020-01-01T00:00:00Z"], new Dictionary<string, string> { ["GIT_COMMITTER_DATE"] = "2020-01-01T00:00:00Z" });
        using var server = RunningServer.Start(folder);
        Assert.Contains("\"stale\"", server.Get("/api/v1/diagnostics"), StringComparison.Ordinal);
        Assert.Contains("\"stale\"", server.Get("/api/v1/proposals/RFC-1/diagnostics"), StringComparison.Ordinal);
        Assert.Contains("1 stale", server.Get("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_carry_a_tag_of_their_bytes_and_are_not_sent_twice()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var first = server.Send(HttpMethod.Get, "/RFC-1");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("Callers guess badly.", RunningServer.Text(first), StringComparison.Ordinal);
        var tag = first.Headers.ETag!.ToString();
        using var again = server.Send(HttpMethod.Get, "/RFC-1", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var packed = server.Send(HttpMethod.Get, "/RFC-1", null, ("Accept-Encoding", "br"));
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        var packedTag = packed.Headers.ETag!.ToString();
        Assert.NotEqual(tag, packedTag);
        using var unpacked = server.Send(HttpMethod.Get, "/RFC-1", null, ("If-None-Match", packedTag));
        Assert.Equal(HttpStatusCode.OK, unpacked.StatusCode);
        using var packedAgain = server.Send(HttpMethod.Get, "/RFC-1", null, ("If-None-Match", packedTag), ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.NotModified, packedAgain.StatusCode);
        using var head = server.Send(HttpMethod.Head, "/RFC-1");
        Assert.Equal("", RunningServer.Text(head));
        using var missing = server.Send(HttpMethod.Get, "/RFC-99");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("ok\n", server.Get("/health"));
        Assert.Contains("\ngavel_proposals 1\n", server.Get("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_has_the_headers_that_keep_foreign_script_and_frames_out()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        foreach (var path in (string[])["/", "/RFC-1", "/edit/RFC-1", "/api/v1/proposals", "/nothing"])
        {
            using var answer = server.Send(HttpMethod.Get, path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task A_saved_file_is_told_to_open_pages_and_shown()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var stream = await server.Client.GetStreamAsync("/api/v1/events", TestContext.Current.CancellationToken);
        using var events = new StreamReader(stream);
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 }) { }
        folder.Write(Path, Proposal.Replace("guess badly", "guess well", StringComparison.Ordinal));
        string? line;
        do line = await events.ReadLineAsync(TestContext.Current.CancellationToken);
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        using var change = JsonDocument.Parse(line![6..]);
        Assert.Contains("/RFC-1", change.RootElement.GetProperty("addresses").EnumerateArray().Select(a => a.GetString()));
        Assert.Contains("Callers guess well.", server.Get("/RFC-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_becomes_a_commit_on_a_branch_and_leaves_work_tree_and_index_alone()
    {
        using var folder = Repository();
        folder.Write("notes.txt", "mine, not committed");
        var before = folder.Snapshot();
        using var server = RunningServer.Start(folder);
        using var sent = Save(server, "## Summary\n\nCallers know.\n", "Say what callers know");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var branch = Branch().Match(server.Get(sent.Headers.Location!.OriginalString)).Value;
        Assert.Equal(before, folder.Snapshot());
        Assert.Equal("?? notes.txt", GavelProgram.Git(folder.Path, "status", "--porcelain").Output.Trim());
        Assert.Equal(Proposal.Replace("guess badly", "know", StringComparison.Ordinal), GavelProgram.Git(folder.Path, "show", $"{branch}:{Path}").Output);
        Assert.Equal("Say what callers know", GavelProgram.Git(folder.Path, "log", "-1", "--format=%s", branch).Output.Trim());
    }

    [Fact]
    public void Nothing_is_saved_on_top_of_uncommitted_work_or_of_a_text_that_changed_since()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var stale = server.Post("/edit/RFC-1", ("base", new string('0', 40)), ("do", "save"), ("part:1", "## Summary\n\nLate.\n"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("changed since you began", RunningServer.Text(stale), StringComparison.Ordinal);
        folder.Write(Path, Proposal + "\nMore.\n");
        using var refused = Save(server, "## Summary\n\nLate.\n", "late");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.DoesNotContain("gavel/", GavelProgram.Git(folder.Path, "branch").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_shows_the_unsaved_text_and_what_a_check_of_it_finds()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        var token = TokenOf(server);
        using var form = new FormUrlEncodedContent([new("token", token), new("part:1", "## Summary\n\nA <script>alert(1)</script> *new* text.\n"), new("part:2", "")]);
        using var answer = server.Send(HttpMethod.Post, "/api/v1/proposals/RFC-1/preview", form);
        using var json = JsonDocument.Parse(RunningServer.Text(answer));
        Assert.Contains("<em>new</em> text", json.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", json.RootElement.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("diagnostics").EnumerateArray(), d => d.GetProperty("rule").GetString() == "section-missing");
        Assert.Equal(Proposal, folder.Read(Path));
    }

    [Fact]
    public void A_new_proposal_begins_on_a_branch_of_its_own()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var answer = server.PostAndFollow("/new", ("process", "RFC"), ("title", "Slow starts"));
        var branch = Branch().Match(RunningServer.Text(answer)).Value;
        Assert.StartsWith("# RFC-002: Slow starts\n", GavelProgram.Git(folder.Path, "show", $"{branch}:rfcs/0002-slow-starts.md").Output, StringComparison.Ordinal);
        Assert.False(folder.Has("rfcs/0002-slow-starts.md"));
    }

    [Fact]
    public void A_move_passes_the_same_gate_as_on_the_command_line()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var refused = server.Post("/decide/RFC-1", ("do", "move"), ("to", "Accepted"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("0 of 1 approval", RunningServer.Text(refused), StringComparison.Ordinal);
        using var approved = server.PostAndFollow("/decide/RFC-1", ("do", "approve"), ("note", "reads well"));
        Assert.Contains("You approved RFC-1.", RunningServer.Text(approved), StringComparison.Ordinal);
        using var moved = server.PostAndFollow("/decide/RFC-1", ("do", "move"), ("to", "Accepted"));
        Assert.Contains("RFC-1 is Accepted now.", RunningServer.Text(moved), StringComparison.Ordinal);
        Assert.Contains("- **Status**: Accepted\n", folder.Read(Path), StringComparison.Ordinal);
        Assert.Equal("", GavelProgram.Git(folder.Path, "status", "--porcelain").Output);
    }

    [Fact]
    public void Programs_decide_with_JSON_and_get_the_object_of_the_command()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var refused = PostJson(server, "/api/v1/proposals/1/move", "{\"to\":\"Accepted\"}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var why = JsonDocument.Parse(RunningServer.Text(refused));
        Assert.Equal("gate-unmet", why.RootElement.GetProperty("refusal").GetProperty("code").GetString());
        using var approved = PostJson(server, "/api/v1/proposals/RFC-1/approve", "{\"note\":\"fine\"}");
        using var done = JsonDocument.Parse(RunningServer.Text(approved));
        Assert.True(done.RootElement.GetProperty("done").GetBoolean());
        Assert.Equal(40, done.RootElement.GetProperty("commit").GetString()!.Length);
        using var broken = PostJson(server, "/api/v1/proposals/RFC-1/approve", "[1");
        Assert.Equal("application/problem+json", broken.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Fact]
    public void A_page_of_another_site_changes_nothing()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        var commits = GavelProgram.Git(folder.Path, "rev-parse", "HEAD").Output;
        using var form = new FormUrlEncodedContent([new("token", TokenOf(server)), new("do", "approve")]);
        using var foreign = server.Send(HttpMethod.Post, "/decide/RFC-1", form, ("Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var form2 = new FormUrlEncodedContent([new("token", TokenOf(server)), new("do", "approve")]);
        using var crossed = server.Send(HttpMethod.Post, "/decide/RFC-1", form2, ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.Forbidden, crossed.StatusCode);
        using var form3 = new FormUrlEncodedContent([new("do", "approve")]);
        using var tokenless = server.Send(HttpMethod.Post, "/decide/RFC-1", form3);
        Assert.Equal(HttpStatusCode.Forbidden, tokenless.StatusCode);
        using var plain = new StringContent("{\"note\":\"x\"}", Encoding.UTF8, "text/plain");
        using var simple = server.Send(HttpMethod.Post, "/api/v1/proposals/RFC-1/approve", plain);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, simple.StatusCode);
        Assert.Equal(commits, GavelProgram.Git(folder.Path, "rev-parse", "HEAD").Output);
    }

    [Fact]
    public void A_foreign_name_that_points_to_loopback_reads_nothing()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var answer = server.Send(HttpMethod.Get, "/RFC-1", null, ("Host", "evil.example"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("guess", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/files/..%2f..%2f.git/config")]
    [InlineData("/.git/config")]
    [InlineData("/edit/..%2f..%2fetc%2fpasswd")]
    public void No_path_leads_out_of_the_repository(string path)
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var socket = new TcpClient("127.0.0.1", server.Address.Port); // a client would tidy the path up
        using var stream = socket.GetStream();
        stream.Write(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = reader.ReadToEnd();
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("[core]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_large_is_refused_and_the_server_goes_on()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var body = new StringContent("token=" + new string('a', 6 << 20), Encoding.ASCII, "application/x-www-form-urlencoded");
        try
        {
            using var answer = server.Send(HttpMethod.Post, "/edit/RFC-1", body);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (AggregateException e) when (e.InnerException is HttpRequestException)
        {
            // the connection was closed while more was sent
        }
        Assert.Equal("ok\n", server.Get("/health"));
    }

    [Fact]
    public void An_address_that_is_not_of_this_machine_is_no_fault_of_Gavel()
    {
        using var folder = Repository();
        var result = GavelProgram.Run(folder.Path, "serve", "--urls", "http://192.0.2.1:8099"); // for examples alone (RFC 5737)
        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("gavel: cannot listen at http://192.0.2.1:8099/: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_only_shows_everything_and_changes_nothing()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder, "--read-only");
        Assert.Contains("Retry budgets", server.Get("/"), StringComparison.Ordinal);
        using var form = server.Send(HttpMethod.Get, "/edit/RFC-1");
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
        using var approve = PostJson(server, "/api/v1/proposals/RFC-1/approve", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, approve.StatusCode);
    }

    [Fact]
    public async Task A_second_server_says_where_the_first_one_is_and_only_shows()
    {
        using var folder = Repository();
        using var first = RunningServer.Start(folder);
        using var second = RunningServer.Start(folder);
        Assert.Equal(HttpStatusCode.Forbidden, PostJson(second, "/api/v1/proposals/RFC-1/approve", "{}").StatusCode);
        Assert.Equal(0, second.Stop());
        Assert.Contains($"another 'gavel serve' works on this repository at http://127.0.0.1:{first.Address.Port}", await second.Error, StringComparison.Ordinal);
        Assert.Equal(0, first.Stop());
        using var third = RunningServer.Start(folder);
        Assert.Equal(0, third.Stop());
        Assert.Equal("", await third.Error);
    }

    [Fact]
    public void Somebody_with_an_old_form_or_a_wrong_address_is_told_so_on_a_page()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var nowhere = server.Send(HttpMethod.Get, "/edit/RFC-77");
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (nowhere.StatusCode, nowhere.Content.Headers.ContentType!.MediaType));
        using var form = new FormUrlEncodedContent([new("token", "0"), new("do", "save"), new("part:1", "lost?")]);
        using var old = server.Send(HttpMethod.Post, "/edit/RFC-1", form);
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (old.StatusCode, old.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<h1>The form is old</h1>", RunningServer.Text(old), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_cannot_name_the_branch_that_is_written_to()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var saved = server.PostAndFollow("/edit/RFC-1", ("base", Base().Match(server.Get("/edit/RFC-1?branch=--exec=x")).Groups[1].Value), ("do", "save"), ("branch", "--exec=x"), ("part:1", "## Summary\n\nCallers know.\n"));
        Assert.Contains("gavel/rfc-1-", RunningServer.Text(saved), StringComparison.Ordinal);
        Assert.DoesNotContain("--exec", RunningServer.Text(saved) + GavelProgram.Git(folder.Path, "branch").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_endpoint_of_the_interface_is_in_its_document_and_answers()
    {
        using var folder = Repository();
        using var server = RunningServer.Start(folder);
        using var document = JsonDocument.Parse(server.Get("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)).Select(p => p.Name).ToList();
        Assert.Contains("/api/v1/proposals/{id}/diff", paths);
        foreach (var path in paths.Where(p => p.StartsWith("/api/", StringComparison.Ordinal) && !p.EndsWith("/events", StringComparison.Ordinal)))
        {
            var asked = path.Replace("{id}", "RFC-1", StringComparison.Ordinal).Replace("{name}", "RFC", StringComparison.Ordinal) + (path.EndsWith("/search", StringComparison.Ordinal) ? "?q=retry" : path.EndsWith("/diff", StringComparison.Ordinal) ? "?from=HEAD" : "");
            using var answer = server.Send(HttpMethod.Get, asked);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{asked}: {answer.StatusCode} {RunningServer.Text(answer)}");
            if (answer.Content.Headers.ContentType!.MediaType == "application/json") JsonDocument.Parse(RunningServer.Text(answer)).Dispose();
            Assert.NotNull(answer.Headers.ETag);
        }
        using var wrong = server.Send(HttpMethod.Get, "/api/v1/proposals?limit=many");
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType!.MediaType);
        using var nothing = server.Send(HttpMethod.Get, "/api/v1/proposals/RFC-77");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    internal static TemporaryFolder Repository()
    {
        var folder = TemporaryFolder.Repository(("gavel.yml", Configuration), ("rfcs/template.md", Template), (Path, Proposal));
        GavelProgram.Git(folder.Path, "config", "user.name", "Ann Lee");
        GavelProgram.Git(folder.Path, "config", "user.email", "ann@example.org");
        return folder;
    }

    private static HttpResponseMessage Save(RunningServer server, string summary, string message) =>
        server.Post("/edit/RFC-1", ("base", Base().Match(server.Get("/edit/RFC-1")).Groups[1].Value), ("do", "save"), ("message", message), ("part:1", summary));

    private static string TokenOf(RunningServer server) => Token().Match(server.Get("/edit/RFC-1")).Groups[1].Value;

    private static HttpResponseMessage PostJson(RunningServer server, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return server.Send(HttpMethod.Post, path, body);
    }

    [GeneratedRegex("gavel/[a-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Branch();

    [GeneratedRegex("name=\"base\" value=\"([0-9a-f]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Base();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
