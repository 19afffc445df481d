using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gavel.Web.Serving.Editing;

/// <summary>What a form sent, within limits.</summary>
internal static class Form
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 512, KeyLengthLimit = 512, ValueLengthLimit = 2 << 20, BufferBodyLengthLimit = 4 << 20 };

    /// <returns>Null, with the answer written, for what is no form of this server.</returns>
    public static async Task<Func<string, string?>?> ReadAsync(HttpContext context, LiveCatalog live)
    {
        if (!context.Request.HasFormContentType)
        {
            await Refuse(StatusCodes.Status415UnsupportedMediaType, "no form", "send a form").ConfigureAwait(false);
            return null;
        }
        var form = await context.Request.ReadFormAsync(Limits, context.RequestAborted).ConfigureAwait(false);
        if (!FormToken.IsGood(form[FormToken.Input]))
        {
            await Refuse(StatusCodes.Status403Forbidden, "The form is old", "This server was started again since the form was shown, so nothing was saved. Go back, copy what you wrote, load the page again, and put it in.").ConfigureAwait(false);
            return null;
        }
        return name => form.TryGetValue(name, out var values) ? values.ToString() : null;

        async Task Refuse(int status, string title, string text)
        {
            if (context.Request.Path.StartsWithSegments(Api.ApiRoutes.Prefix, StringComparison.Ordinal))
            {
                await Api.Problem.WriteAsync(context, status, title, text).ConfigureAwait(false);
                return;
            }
            using var lease = live.Rent();
            await PageAnswer.WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, title, text), status).ConfigureAwait(false);
        }
    }
}
