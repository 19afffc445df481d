using System.Text;
using Gavel.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace Web.Tests.Serving;

public sealed class Faults_of_the_server
{
    [Fact]
    public async Task Who_asks_learns_that_there_is_one_and_who_runs_the_server_which()
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body }, Request = { Path = "/api/v1/proposals" } };
        var counted = new List<int>();
        var told = new List<Exception>();

        await SiteServer.Counted(context, _ => throw new InvalidOperationException("/home/ann/secret is odd"), counted.Add, told.Add);

        Assert.Equal(500, context.Response.StatusCode);
        Assert.StartsWith("application/problem+json", context.Response.ContentType, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("a fault of Gavel itself", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal("/home/ann/secret is odd", Assert.Single(told).Message);
        Assert.Equal([500], counted);
    }
}
