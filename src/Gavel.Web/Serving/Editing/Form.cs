using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gavel.Web.Serving.Editing;

/// <summary>What a form sent, within limits.</summary>
internal static class Form
{
    private const string GoBack = "Nothing was saved. Go back, copy what you wrote, load the page again, and put it in.";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 4096, KeyLengthLimit = 2048, ValueLengthLimit = 2 << 20, BufferBodyLengthLimit = SiteServer.MostBody };

    /// <returns>Null, with the answer written, for what is no form of this server.</returns>
    public static async Task<Func<string, string?>?> ReadAsync(HttpContext context, LiveCatalog live)
    {
        var (status, title, text) = (StatusCodes.Status415UnsupportedMediaType, "That is no form", "What was sent is no form of this page. Load the page again.");
        string? written = null;
        try
        {
            if (IsForm(context.Request))
            {
                var form = await context.Request.ReadFormAsync(Limits, context.RequestAborted).ConfigureAwait(false);
                if (FormToken.IsGood(form[FormToken.Input])) return Input;
                written = Draft.WrittenIn(Input) is { Length: > 0 } parts ? parts : Input("note");
                (status, title, text) = (StatusCodes.Status403Forbidden, "The form is old", $"This server was started again since the form was shown. {GoBack}");
                string? Input(string name) => form.TryGetValue(name, out var values) ? values.ToString() : null;
            }
        }
        catch (Exception e) when (e is InvalidDataException or Microsoft.AspNetCore.Http.BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            (status, title, text) = (StatusCodes.Status413PayloadTooLarge, "That is too much", $"One box takes {Limits.ValueLengthLimit >> 20} MB, and a form {SiteServer.MostBody >> 20} MB. {GoBack}");
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            (status, title, text) = (StatusCodes.Status400BadRequest, "The form is cut off", GoBack);
        }
        await RefuseAsync(context, live, status, title, text, written).ConfigureAwait(false);
        return null;
    }

    // A form in parts says what parts it from the next; what is packed is not unpacked here, so that little cannot become much.
    private static bool IsForm(HttpRequest request) =>
        request.HasFormContentType && request.Headers.ContentEncoding.Count == 0
        && (!request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || request.ContentType.Contains("boundary=", StringComparison.OrdinalIgnoreCase));

    private static async Task RefuseAsync(HttpContext context, LiveCatalog live, int status, string title, string text, string? written)
    {
        if (context.Request.Path.StartsWithSegments(Api.ApiRoutes.Prefix, StringComparison.Ordinal))
        {
            await Problem.WriteAsync(context, status, title, text).ConfigureAwait(false);
            return;
        }
        using var lease = live.Rent();
        await PageAnswer.WriteAsync<ProblemPage, ProblemModel>(context, new ProblemModel(lease.Site.Model, title, text) { Written = written }, status).ConfigureAwait(false);
    }
}
