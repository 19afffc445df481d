using System.Collections.Concurrent;
using System.Globalization;
using Gavel.Web.Pages;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>What a snapshot is made of, and what must stay open as long as somebody reads it.</summary>
/// <param name="Held">Files, git and caches that pages are read from; disposed when nobody uses the snapshot any more. Null where nothing is held.</param>
public sealed record SnapshotSource(SiteSource Source, Workbench Workbench, IDisposable? Held);

/// <summary>The site at one moment. Used through <see cref="LiveCatalog.Rent"/> only.</summary>
public sealed class Snapshot
{
    private readonly IDisposable? _held;
    private int _users = 1;

    internal Snapshot(long version, SnapshotSource source, Site site)
    {
        Version = version;
        Timing = string.Create(CultureInfo.InvariantCulture, $"snapshot;desc={version}");
        Site = site;
        Workbench = source.Workbench;
        _held = source.Held;
    }

    /// <summary>The time of the first reading in milliseconds, so that another run of the server has other numbers; one more each time that a page changed.</summary>
    public long Version { get; }

    /// <summary>The version as the header <c>Server-Timing</c>, which scripts of the page can read (W3C Server Timing).</summary>
    internal StringValues Timing { get; }

    public Site Site { get; }

    public Workbench Workbench { get; }

    /// <summary>Pages that were asked for, by address; they need nothing of the snapshot any more.</summary>
    internal ConcurrentDictionary<string, CachedPage> Ready { get; } = new(StringComparer.Ordinal);

    /// <returns>False when it was let go of meanwhile: ask for the current one again.</returns>
    internal bool TryUse()
    {
        for (var users = Volatile.Read(ref _users); users > 0; users = Volatile.Read(ref _users))
        {
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users) return true;
        }
        return false;
    }

    internal void LetGo()
    {
        if (Interlocked.Decrement(ref _users) == 0) _held?.Dispose();
    }
}

/// <summary>The right to read a snapshot; let go of it when the answer is written.</summary>
public readonly struct Lease : IDisposable, IEquatable<Lease>
{
    internal Lease(Snapshot snapshot) => Snapshot = snapshot;

    public Snapshot Snapshot { get; }

    public Site Site => Snapshot.Site;

    public Workbench Workbench => Snapshot.Workbench;

    public void Dispose() => Snapshot.LetGo();

    public bool Equals(Lease other) => ReferenceEquals(Snapshot, other.Snapshot);

    public override bool Equals(object? obj) => obj is Lease other && Equals(other);

    public override int GetHashCode() => Snapshot.GetHashCode();

    public static bool operator ==(Lease left, Lease right) => left.Equals(right);

    public static bool operator !=(Lease left, Lease right) => !left.Equals(right);
}
