using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>An error for programs (RFC 9457): what is wrong, and what to do.</summary>
internal static class Problem
{
    public static async Task WriteAsync(HttpContext context, int status, string title, string detail)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("instance", context.Request.Path);
            json.WriteEndObject();
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        await context.Response.WriteAsync(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length), context.RequestAborted).ConfigureAwait(false);
    }

    public static Task NoProposal(HttpContext context, string id) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "no such proposal", $"the catalog has no proposal '{id}'; /api/v1/proposals lists them");

    /// <summary>What was asked for under the condition <c>If-Match</c> is another one now.</summary>
    public static Task Changed(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status412PreconditionFailed, "changed meanwhile", "it is no longer what If-Match names: read it again");

    public static Task BadParameter(HttpContext context, string name, string why) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, "wrong parameter", $"{name}: {why}");
}
