using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What is asked in a way that the server does not know gets the status that says so, in words that a person or a program reads.</summary>
public sealed class Requests_of_all_kinds(OneServer one) : IClassFixture<OneServer>
{
    [Theory]
    [InlineData("PUT", "/RFC-1", "GET, HEAD")]
    [InlineData("POST", "/", "GET, HEAD")]
    [InlineData("DELETE", "/search", "GET, HEAD")]
    [InlineData("POST", "/health", "GET, HEAD")]
    [InlineData("POST", "/metrics", "GET, HEAD")]
    [InlineData("POST", "/openapi/v1.json", "GET, HEAD")]
    [InlineData("POST", "/feed.xml", "GET, HEAD")]
    [InlineData("DELETE", "/edit/RFC-1", "GET, HEAD, POST")]
    [InlineData("PUT", "/new", "GET, HEAD, POST")]
    [InlineData("POST", "/api/v1/events", "GET")]
    [InlineData("PUT", "/api/v1/proposals", "GET, HEAD, POST")]
    [InlineData("GET", "/api/v1/proposals/RFC-1/approve", "POST")]
    public void Another_method_is_told_which_ones_there_are(string method, string path, string allowed)
    {
        using var answer = one.Server.Send(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        using var options = one.Server.Send(HttpMethod.Options, path);
        Assert.Equal(HttpStatusCode.NoContent, options.StatusCode);
        Assert.Equal(allowed, string.Join(", ", options.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/RFC-1")]
    [InlineData("/search?q=retry")]
    [InlineData("/health")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/edit/RFC-1")]
    [InlineData("/decide/RFC-1")]
    [InlineData("/new")]
    [InlineData("/api/v1/proposals")]
    public void The_head_alone_is_that_of_the_whole(string path)
    {
        using var head = one.Server.Send(HttpMethod.Head, path);
        using var whole = one.Server.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("", RunningServer.Text(head));
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/nothing-here.md")]
    [InlineData("/files/nothing.png")]
    [InlineData("/assets/nothing.css")]
    public void What_is_not_there_has_a_page_that_says_so(string path)
    {
        using var answer = one.Server.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/proposals?stauts=Draft", "stauts: there is no such parameter here; there is process, status")]
    [InlineData("/api/v1/proposals?limit=2&limit=3", "limit: given more than once")]
    [InlineData("/api/v1/proposals?limit=0", "limit: a number from 1 to 1000")]
    [InlineData("/api/v1/proposals?limit=1001", "limit: a number from 1 to 1000")]
    [InlineData("/api/v1/proposals?offset=-1", "offset: a number from 0")]
    [InlineData("/api/v1/proposals?offset=99999999999", "offset: a number from 0")]
    [InlineData("/api/v1/proposals?sort=--id", "sort: one of id, title")]
    [InlineData("/api/v1/proposals?kind=nonsense", "kind: one of draft, open")]
    [InlineData("/api/v1/proposals?process=PEP", "process: one of RFC")]
    [InlineData("/api/v1/proposals?field=Author", "field: NAME=VALUE")]
    [InlineData("/api/v1/events?since=1", "since: there is no such parameter here; there is none")]
    [InlineData("/api/v1/graph?deep=1", "deep: there is no such parameter here; there is none")]
    [InlineData("/api/v1/search", "q: search for what?")]
    public void A_wrong_parameter_is_named(string path, string words)
    {
        using var answer = one.Server.Send(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(words, DetailOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_last_page_there_is_an_empty_one()
    {
        using var answer = one.Server.Send(HttpMethod.Get, "/api/v1/proposals?offset=5000");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1", answer.Headers.GetValues("X-Total-Count").Single());
        Assert.False(answer.Headers.Contains("Link"));
    }

    [Theory]
    [InlineData("/RFC-1")]
    [InlineData("/api/v1/proposals/RFC-1")]
    public void Conditions_are_kept(string path)
    {
        using var first = one.Server.Send(HttpMethod.Get, path);
        var tag = first.Headers.ETag!.Tag;
        foreach (var (name, value, status) in (ReadOnlySpan<(string, string, HttpStatusCode)>)
            [
                ("If-None-Match", tag, HttpStatusCode.NotModified), ("If-None-Match", $"\"x\", W/{tag}", HttpStatusCode.NotModified), ("If-None-Match", "\"x\"", HttpStatusCode.OK),
                ("If-Match", tag, HttpStatusCode.OK), ("If-Match", "*", HttpStatusCode.OK), ("If-Match", "\"x\"", HttpStatusCode.PreconditionFailed), ("If-Match", $"W/{tag}", HttpStatusCode.PreconditionFailed),
            ])
        {
            using var answer = one.Server.Send(HttpMethod.Get, path, null, (name, value));
            Assert.True(status == answer.StatusCode, $"{name}: {value} gives {answer.StatusCode}");
        }
    }

    [Fact]
    public void Nothing_is_decided_on_what_is_another_one_meanwhile()
    {
        var before = one.Folder.Snapshot();
        using var note = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = one.Server.Send(HttpMethod.Post, "/api/v1/proposals/RFC-1/approve", note, ("If-Match", "\"0123456789abcdef0123\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Contains("read it again", DetailOf(answer), StringComparison.Ordinal);
        Assert.Equal(before, one.Folder.Snapshot());
    }

    [Theory]
    [InlineData("text/plain", null, "{}")]
    [InlineData("application/x-www-form-urlencoded", null, "note=x")]
    [InlineData("application/json; charset=utf-16", null, "{}")]
    [InlineData("application/json", "gzip", "{}")]
    public void Programs_send_JSON_in_UTF_8_that_is_not_packed(string type, string? packed, string text)
    {
        using var content = new StringContent(text);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (packed is not null) content.Headers.ContentEncoding.Add(packed);
        using var answer = one.Server.Send(HttpMethod.Post, "/api/v1/proposals/RFC-1/approve", content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("application/json", DetailOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data", "x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "x", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "a=%zz&&=", HttpStatusCode.Forbidden)]
    public void What_is_no_form_is_answered_by_a_page(string type, string text, HttpStatusCode status)
    {
        using var content = new StringContent(text);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = one.Server.Send(HttpMethod.Post, "/edit/RFC-1", content);
        Assert.Equal((status, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1>", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_that_is_too_full_is_answered_by_a_page_in_our_words()
    {
        using var content = new StringContent("part=" + new string('a', 3 << 20), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = one.Server.Send(HttpMethod.Post, "/edit/RFC-1", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("One box takes 2 MB", RunningServer.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/%52FC-1", HttpStatusCode.OK)]
    [InlineData("/RFC-1/", HttpStatusCode.OK)]
    [InlineData("/rfc%2D1", HttpStatusCode.Found)]
    [InlineData("/rfc-1?x=1", HttpStatusCode.Found)]
    [InlineData("/RFC-1%0d%0aX:y", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/proposals/rfc%20001", HttpStatusCode.OK)]
    [InlineData("/api/v1/proposals/%FF", HttpStatusCode.NotFound)]
    public void Paths_are_read_as_they_are_meant(string path, HttpStatusCode status)
    {
        using var answer = one.Server.Send(HttpMethod.Get, path);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Found) Assert.StartsWith("/RFC-1", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/html;q=0")]
    [InlineData("*/*;q=2, ;;;, \"")]
    public void Whatever_somebody_would_like_best_gets_what_there_is(string accepted)
    {
        foreach (var path in (string[])["/RFC-1", "/api/v1/proposals"])
        {
            using var answer = one.Server.Send(HttpMethod.Get, path, null, ("Accept", accepted));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static string DetailOf(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(RunningServer.Text(answer));
        Assert.Equal((int)answer.StatusCode, json.RootElement.GetProperty("status").GetInt32());
        return json.RootElement.GetProperty("detail").GetString()!;
    }
}
