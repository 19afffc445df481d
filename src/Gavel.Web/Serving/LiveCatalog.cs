using System.Collections.Immutable;
using System.Threading.Channels;
using Gavel.Web.Pages;
using Microsoft.Extensions.Primitives;

namespace Gavel.Web.Serving;

/// <summary>Something changed.</summary>
/// <param name="Version">Of the snapshot that has the change.</param>
/// <param name="Addresses">The pages that are other ones now, sorted.</param>
public sealed record CatalogChange(long Version, ImmutableArray<string> Addresses);

/// <summary>The catalog of now: a snapshot that is replaced as a whole when the repository changes. Safe for use by several threads.</summary>
/// <param name="read">
/// Reads the repository. Takes the files that were written since the last time, null where that is not known, and whether nothing came of the last time; gives null when
/// everything is as it was. Not called by two threads at once.
/// </param>
public sealed class LiveCatalog(Func<IReadOnlyCollection<string>?, bool, CancellationToken, SnapshotSource?> read) : IDisposable
{
    private readonly Lock _building = new();
    private readonly Lock _listening = new();
    private readonly List<Channel<CatalogChange>> _listeners = [];
    private Snapshot? _current;
    private bool _isTaken = true; // what was read last became the snapshot

    /// <summary>What went wrong when it was last read; null when nothing did. The snapshot before stays.</summary>
    public string? Trouble { get; private set; }

    /// <summary>When it was last read; null before the first time.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public CachedPages Pages { get; } = new();

    /// <exception cref="InvalidOperationException">It was not read yet.</exception>
    public Lease Rent()
    {
        while (true)
        {
            var current = Volatile.Read(ref _current) ?? throw new InvalidOperationException("The catalog was not read yet.");
            if (current.TryUse()) return new Lease(current);
        }
    }

    /// <summary>A page of now that was made already; null where it has to be made first.</summary>
    /// <param name="timing">Which snapshot it is of.</param>
    internal CachedPage? FindReady(string address, out StringValues timing)
    {
        timing = default;
        if (Volatile.Read(ref _current) is not { } current || !current.Ready.TryGetValue(address, out var page)) return null;
        timing = current.Timing;
        return page;
    }

    /// <summary>Reads the repository and puts what it finds in place of what was known; when that fails the earlier snapshot stays.</summary>
    /// <returns>What changed; null when nothing did, or it could not be read.</returns>
    /// <exception cref="IOException">It cannot be read and nothing is known from before.</exception>
    public CatalogChange? Refresh(DateTimeOffset now, CancellationToken cancellationToken) => Refresh(now, null, cancellationToken);

    /// <param name="written">The files that were written since the last time, from the root; null where that is not known.</param>
    public CatalogChange? Refresh(DateTimeOffset now, IReadOnlyCollection<string>? written, CancellationToken cancellationToken)
    {
        lock (_building)
        {
            SnapshotSource? source = null;
            Site? site = null;
            try
            {
                var isAnew = !_isTaken;
                _isTaken = false;
                var found = read(written, isAnew, cancellationToken);
                if (found is not null) (source, site) = (found, SiteOf(found, _current?.Site));
                Trouble = null;
                _isTaken = true;
            }
            catch (Exception e) when (_current is not null && e is not OperationCanceledException)
            {
                Trouble = e.Message;
                return null;
            }
            if (source is null || site is null) return null;
            ReadAt = now;
            var last = _current;
            var changed = last is null ? [] : Difference(last.Site, site);
            // The number moves on with the pages alone: whoever missed no number missed no change.
            var next = new Snapshot(last is null ? now.ToUnixTimeMilliseconds() : changed.IsEmpty ? last.Version : last.Version + 1, source, site);
            Volatile.Write(ref _current, next);
            var change = last is null || changed.IsEmpty ? null : new CatalogChange(next.Version, changed);
            if (change is not null) Tell(change);
            last?.LetGo();
            Pages.Keep(next.Site.Pages);
            return change;
        }
    }

    /// <summary>Every change from now on; one that is not fetched in time makes room for newer ones.</summary>
    public async IAsyncEnumerable<CatalogChange> ChangesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<CatalogChange>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_listening) _listeners.Add(channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return change;
        }
        finally
        {
            lock (_listening) _listeners.Remove(channel);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _current, null)?.LetGo();

    private void Tell(CatalogChange change)
    {
        lock (_listening)
        {
            foreach (var listener in _listeners) listener.Writer.TryWrite(change);
        }
    }

    private static Site SiteOf(SnapshotSource source, Site? before)
    {
        try
        {
            return new Site(source.Source, before);
        }
        catch
        {
            source.Held?.Dispose();
            throw;
        }
    }

    private static ImmutableArray<string> Difference(Site before, Site after)
    {
        var changed = new List<string>();
        foreach (var page in after.Pages)
        {
            if (before.Find(page.Address)?.Key != page.Key) changed.Add(page.Address);
        }
        changed.AddRange(before.Pages.Where(p => after.Find(p.Address) is null).Select(p => p.Address));
        changed.Sort(StringComparer.Ordinal);
        return [.. changed];
    }
}
