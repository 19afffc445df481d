using Gavel.Core.Catalogs;
using Gavel.Core.Trees;
using Gavel.Storage.Cache;
using Gavel.Storage.Files;
using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace Gavel.Cli.CommandLine;

/// <summary>Reads a repository again and again for a server. What the last reading knows is taken over as far as it still holds. One reading at a time.</summary>
internal sealed class LiveReading(SessionSettings settings, Session first, bool isReadOnly) : IDisposable
{
    private readonly ICache _cache = first.Cache;
    private readonly EntryMemory _entries = new();
    private readonly LiveSearch _search = new(first);
    private Lasting? _lasting;

    public SnapshotSource Read(CancellationToken cancellationToken)
    {
        var session = Session.Open(settings, Current().Use(), cancellationToken);
        try
        {
            var source = Sites.Of(session, SiteAddress.Root) with { Live = new LiveSite(isReadOnly) };
            if (_cache is FileCache files) _ = Task.Run(() => Keep(session, files), CancellationToken.None); // a server may be killed; nobody waits for this
            return new SnapshotSource(source, Benches.Of(session, source, _search), session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Null where a file was written so lately that its time does not tell, and where only git knows the refs.</summary>
    public string? Stamp()
    {
        var files = new WorkTree(first.Root, new NoCache()).Stamp;
        var refs = Refs();
        return files.IsSettled && refs is not null ? $"{first.Today:O} {files.Digest} {refs}" : null;
    }

    public void Dispose()
    {
        _search.Dispose();
        _lasting?.LetGo();
    }

    private static void Keep(Session session, FileCache files)
    {
        session.Remember();
        files.Flush();
    }

    // Git knows nothing else than before while no ref moved.
    private Lasting Current()
    {
        var refs = Refs();
        if (_lasting is { Refs: { } known } && string.Equals(known, refs, StringComparison.Ordinal)) return _lasting;
        _lasting?.LetGo();
        return _lasting = new Lasting(first.Root, _cache, _entries, refs);
    }

    // Names that a .mailmap gives are part of the history, and so is what a graft hides.
    private string? Refs()
    {
        if (first.Git is not { } git) return "";
        return git.RefStamp() is { } refs ? $"{refs} {TimeOf(first.Root.GitTop, ".mailmap")} {TimeOf(first.Root.GitCommonFolder, Path.Combine("info", "grafts"))}" : null;
    }

    private static long TimeOf(string? folder, string name) => folder is null ? 0 : File.GetLastWriteTimeUtc(Path.Combine(folder, name)).Ticks;
}
