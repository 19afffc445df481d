using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>Writes a JSON object with the entity tag of its bytes, or that the other side has it already.</summary>
internal static class Answer
{
    public static Task JsonAsync(HttpContext context, string json) => WriteAsync(context, Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8");

    /// <summary>Strong, with its quotation marks.</summary>
    public static string TagOf(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 10))}\"";

    public static Task WriteAsync(HttpContext context, byte[] bytes, string contentType)
    {
        var response = context.Response;
        var tag = TagOf(bytes);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (!EntityTags.IsMet((string?)context.Request.Headers.IfMatch, tag)) return Problem.Changed(context);
        if (EntityTags.Matches(context.Request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
