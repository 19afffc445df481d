using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gavel.Web.Serving;

/// <summary>Tells open pages what changed, as server-sent events (HTML, section 9.2).</summary>
internal static class EventStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    public static async Task WriteAsync(HttpContext context, LiveCatalog live, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var changes = live.ChangesAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        try
        {
            var next = changes.MoveNextAsync().AsTask();
            await SendAsync(context, $"retry: 1000\nevent: hello\ndata: {{\"version\":1,\"snapshot\":{Now(live)}}}\n\n", ending.Token).ConfigureAwait(false);
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(Beat, ending.Token)).ConfigureAwait(false) != next)
                {
                    ending.Token.ThrowIfCancellationRequested();
                    await SendAsync(context, ": still here\n\n", ending.Token).ConfigureAwait(false);
                    continue;
                }
                if (!await next.ConfigureAwait(false)) return;
                await SendAsync(context, Event(changes.Current), ending.Token).ConfigureAwait(false);
                next = changes.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException)
        {
            // the page was closed, or the server stops
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
        }
    }

    private static long Now(LiveCatalog live)
    {
        using var lease = live.Rent();
        return lease.Snapshot.Version;
    }

    private static string Event(CatalogChange change)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteNumber("snapshot", change.Version);
            json.WriteStartArray("addresses");
            foreach (var address in change.Addresses) json.WriteStringValue(address);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return $"event: change\nid: {change.Version}\ndata: {Encoding.UTF8.GetString(bytes.ToArray())}\n\n";
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
