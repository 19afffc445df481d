using System.Collections.Immutable;

namespace Gavel.Web.Serving;

/// <summary>How a server is to stand.</summary>
/// <param name="Urls">Where it listens; empty for a free port on loopback near <see cref="FirstPort"/>.</param>
/// <param name="IsReadOnly">Nobody may change anything through it.</param>
public sealed record ServeOptions(ImmutableArray<Uri> Urls, bool IsReadOnly)
{
    public const int FirstPort = 5080;

    /// <summary>Told of a fault of the server itself, which its client learns of without particulars; null for nobody. May be called by several threads.</summary>
    public Action<Exception>? TellFault { get; init; }

    /// <summary>Every address is on this machine alone.</summary>
    public bool IsLoopback => Urls.All(u => u.IsLoopback);
}
