using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Gavel.Web.Serving;

/// <summary>Counts for a monitor, in the text format of Prometheus. Safe for use by several threads.</summary>
internal sealed class Metrics(LiveCatalog live)
{
    private readonly long[] _answers = new long[6]; // by the first digit of the status

    public void Count(int status) => Interlocked.Increment(ref _answers[status is >= 100 and < 600 ? status / 100 : 0]);

    public Task WriteAsync(HttpContext context)
    {
        long version;
        int proposals;
        using (var lease = live.Rent()) (version, proposals) = (lease.Snapshot.Version, lease.Site.Source.Catalog.Entries.Length);
        var text = new System.Text.StringBuilder();
        text.Append("# HELP gavel_http_answers_total Answers by the class of their status.\n# TYPE gavel_http_answers_total counter\n");
        for (var i = 2; i < _answers.Length; i++) text.Append(CultureInfo.InvariantCulture, $"gavel_http_answers_total{{status=\"{i}xx\"}} {Interlocked.Read(ref _answers[i])}\n");
        Gauge(text, "gavel_proposals", "Proposals of the catalog.", proposals);
        Gauge(text, "gavel_snapshot", "Which reading of the repository is shown.", version);
        Gauge(text, "gavel_catalog_fresh", "1 while the last reading of the repository succeeded.", live.Trouble is null ? 1 : 0);
        Gauge(text, "gavel_memory_bytes", "Memory that the process works with.", Environment.WorkingSet);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text.ToString(), context.RequestAborted);
    }

    private static void Gauge(System.Text.StringBuilder text, string name, string says, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {says}\n# TYPE {name} gauge\n{name} {value}\n");
}
