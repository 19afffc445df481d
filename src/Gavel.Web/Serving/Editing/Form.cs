using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gavel.Web.Serving.Editing;

/// <summary>What a form sent, within limits.</summary>
internal static class Form
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 512, KeyLengthLimit = 512, ValueLengthLimit = 2 << 20, BufferBodyLengthLimit = 4 << 20 };

    /// <returns>Null, with the answer written, for what is no form of this server.</returns>
    public static async Task<Func<string, string?>?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            await Api.Problem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, "no form", "send a form").ConfigureAwait(false);
            return null;
        }
        var form = await context.Request.ReadFormAsync(Limits, context.RequestAborted).ConfigureAwait(false);
        if (!FormToken.IsGood(form[FormToken.Input]))
        {
            await Api.Problem.WriteAsync(context, StatusCodes.Status403Forbidden, "the form is old", "this server was started again since the form was shown: go back, copy what you wrote, load the page again").ConfigureAwait(false);
            return null;
        }
        return name => form.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
