using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>What an address answers that is there, to a method that it does not know.</summary>
internal static class OtherMethods
{
    public const string Read = "GET, HEAD";
    public const string ReadAndSend = "GET, HEAD, POST";

    /// <summary>Says which methods there are: that is all that OPTIONS asks (RFC 9110, sections 9.3.7 and 15.5.6).</summary>
    public static Task AnswerAsync(HttpContext context, string allowed, Func<Task> refuse)
    {
        context.Response.Headers.Allow = allowed;
        if (!HttpMethods.IsOptions(context.Request.Method)) return refuse();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
