using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Gavel.Web.Serving.Editing;

/// <summary>Which statuses may be written down without anybody deciding.</summary>
internal static class StatusGate
{
    /// <summary>A proposal may begin so: nothing is decided by it, and no policy asks for more.</summary>
    public static bool BeginsAs(Process process, string status) =>
        Lifecycle.Of(process).Match(status)?.Status is { } begin && !Lifecycle.IsDecided(begin.Kind) && Lifecycle.Of(process).Find(null, begin) is { Policy: null };
}
