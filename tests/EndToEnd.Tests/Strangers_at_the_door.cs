using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Tests;

/// <summary>Requests that no browser of a friend would send, and repositories of people who mean no good.</summary>
public sealed class Strangers_at_the_door(OneServer one) : IClassFixture<OneServer>
{
    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("Host: 127.0.0.1.evil.example")]
    [InlineData("Host: localhost.evil.example")]
    [InlineData("Host: evil.example:5080")]
    [InlineData("Host: 192.168.0.7")]
    [InlineData("Host: 0.0.0.0")]
    [InlineData("Host: [::2]")]
    [InlineData("Host: localhost@evil.example")]
    [InlineData("Host:")]
    public void Only_names_of_loopback_are_answered(string host)
    {
        foreach (var path in (string[])["/RFC-1", "/search?q=guess", "/api/v1/proposals/RFC-1/source"])
        {
            var answer = Ask(one.Server, $"GET {path} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n");
            Assert.Matches("^HTTP/1.1 4(00|21) ", answer);
            Assert.DoesNotContain("guess badly", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET http://evil.example/RFC-1 HTTP/1.1\r\nHost: localhost\r\n")] // the address of the request line counts (RFC 9112, section 3.2.2)
    [InlineData("GET /RFC-1 HTTP/1.0\r\n")]
    [InlineData("GET /RFC-1 HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n")]
    [InlineData("GET /RFC-1 HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n")]
    public void Odd_requests_read_nothing(string request)
    {
        Assert.DoesNotContain("guess badly", Ask(one.Server, request + "Connection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal("ok\n", one.Server.Get("/health"));
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost:1")]
    [InlineData("Origin: http://localhost.evil.example")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    public void A_page_of_elsewhere_decides_nothing_with_JSON_either(string header)
    {
        var before = one.Folder.Snapshot();
        var answer = Ask(one.Server, $"POST /api/v1/proposals/RFC-1/approve HTTP/1.1\r\nHost: localhost\r\n{header}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");
        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Equal(before, one.Folder.Snapshot());
    }

    [Fact]
    public void Nobody_elsewhere_is_told_that_they_may_ask()
    {
        var answer = Ask(one.Server, "OPTIONS /api/v1/proposals/RFC-1/approve HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\nConnection: close\r\n\r\n");
        Assert.DoesNotContain("Access-Control-Allow", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/files/..%5c..%5cetc%5cpasswd")]
    [InlineData(@"/files/..\..\etc\passwd")]
    [InlineData("/files//etc/passwd")]
    [InlineData("/files/%2fetc%2fpasswd")]
    [InlineData("/files/%252e%252e/%252e%252e/etc/passwd")]
    [InlineData("/files/.%00./etc/passwd")]
    [InlineData("/files/rfcs/../.git/config")]
    [InlineData("/files/.GIT/config")]
    [InlineData("/api/v1/proposals/..%2f..%2f..%2fetc%2fpasswd/source")]
    [InlineData("/api/v1/proposals/%2fetc%2fpasswd/source")]
    [InlineData("/api/v1/proposals/gavel.yml/source")]
    [InlineData("/decide/..%2f..%2fetc%2fpasswd")]
    [InlineData("//etc/passwd")]
    [InlineData("/assets/../../../etc/passwd")]
    public void No_spelling_of_a_path_leads_out(string path)
    {
        var answer = Ask(one.Server, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        foreach (var secret in (string[])["root:", "[core]", "policies:"]) Assert.DoesNotContain(secret, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_repository_to_a_file_outside_of_it_shows_nothing_of_that()
    {
        using var outside = TemporaryFolder.Repository(("secret.txt", "the secret"), ("0007-hidden.md", "# RFC-7: Hidden\n\n- **Status**: Draft\n- **Author**: Eve\n\n## Summary\n\nthe secret\n"));
        using var folder = Serving_a_repository.Repository();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "rfcs", "leak.txt"), Path.Combine(outside.Path, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "rfcs", "0007-hidden.md"), Path.Combine(outside.Path, "0007-hidden.md"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "elsewhere"), outside.Path);
        folder.Write("rfcs/0002-leak.md", "# RFC-2: Leak\n\n- **Status**: Draft\n- **Author**: Eve\n\n## Summary\n\n![it](leak.txt) [it](leak.txt) [it](../elsewhere/secret.txt)\n\n## Design\n\nNone.\n");
        using var server = RunningServer.Start(folder);
        foreach (var path in (string[])["/RFC-2", "/RFC-7", "/files/rfcs/leak.txt", "/files/elsewhere/secret.txt", "/search?q=secret", "/api/v1/proposals/RFC-7/source"])
            Assert.DoesNotContain("the secret", Ask(server, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_of_the_repository_sets_up_the_server()
    {
        using var folder = Serving_a_repository.Repository();
        folder.Write("appsettings.json", """{"Kestrel": {"Endpoints": {"All": {"Url": "http://0.0.0.0:1"}}}, "AllowedHosts": "evil.example" """);
        using var server = RunningServer.Start(folder);
        Assert.Contains("Callers guess badly.", server.Get("/RFC-1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_that_say_nothing_do_not_keep_others_out()
    {
        var silent = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 200; i++)
            {
                var client = new TcpClient("127.0.0.1", one.Server.Address.Port);
                client.GetStream().Write("GET / HTTP/1.1\r\nHost: loc"u8);
                silent.Add(client);
            }
            Assert.Equal("ok\n", one.Server.Get("/health"));
        }
        finally
        {
            foreach (var client in silent) client.Dispose();
        }
    }

    private static string Ask(RunningServer server, string request)
    {
        using var socket = new TcpClient("127.0.0.1", server.Address.Port); // a client would tidy the request up
        using var stream = socket.GetStream();
        stream.Write(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
