using Gavel.Core.Checking;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace Gavel.Cli.CommandLine;

/// <summary>Reads a repository again and again for a server. What the last reading knows is taken over as far as it still holds. One reading at a time.</summary>
internal sealed class LiveReading(SessionSettings settings, Session first, bool isReadOnly) : IDisposable
{
    private readonly ICache _cache = first.Cache;
    private readonly WarmSessions _sessions = new(settings, first) { AsksForDates = true };
    private readonly CheckMemory _checked = new();
    private readonly LiveSearch _search = new(first);
    private SiteSource? _last;

    /// <param name="written">The files that were written since the last reading, from the root; null where that is not known.</param>
    /// <param name="isAnew">Nothing came of the last reading.</param>
    /// <returns>Null when everything is as it was.</returns>
    public SnapshotSource? Read(IReadOnlyCollection<string>? written, bool isAnew, CancellationToken cancellationToken)
    {
        if (_sessions.Next(written, isAnew, cancellationToken) is not var (session, edited)) return null;
        try
        {
            var source = edited is { } paths && _last is { } last ? Sites.After(last, session, paths, _checked) : Sites.Of(session, SiteAddress.Root, session.Today, _checked) with { Live = new LiveSite(isReadOnly) };
            _last = source;
            if (edited is null)
            {
                session.Git?.History.ForgetAhead();
                if (_cache is FileCache files) _ = Task.Run(() => Keep(session, files), CancellationToken.None); // a server may be killed; nobody waits for this
            }
            return new SnapshotSource(source, Benches.Of(session, source, _search), session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _search.Dispose();
        _sessions.Dispose();
    }

    private static void Keep(Session session, FileCache files)
    {
        session.Remember();
        files.Flush();
    }
}
