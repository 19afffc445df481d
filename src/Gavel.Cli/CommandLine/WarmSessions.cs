using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Processes.Mining;
using Gavel.Core.Trees;
using Gavel.Storage.Files;

namespace Gavel.Cli.CommandLine;

/// <summary>A session, and what it has to do with the one before.</summary>
/// <param name="Edited">The proposals that are all that changed, by path; null where anything may have changed.</param>
internal sealed record WarmSession(Session Session, ImmutableArray<string>? Edited);

/// <summary>
/// Sessions of one repository that follow each other in one process. Of an edit of proposals the next one reads these documents and shares all else with the one
/// before; whatever others may depend on is read anew, and so is everything where it is not known which files were written. One at a time.
/// </summary>
internal sealed class WarmSessions(SessionSettings settings, Session first) : IDisposable
{
    private const int MostEdited = 4; // files at once; more are a checkout

    private readonly EntryMemory _entries = new();
    private readonly MiningMemory _mined = new();
    private Lasting? _lasting;
    private KnownState? _known;
    private DateOnly _today;

    /// <summary>Whether somebody will ask for what git knows of the proposals.</summary>
    public bool AsksForDates { get; init; }

    /// <param name="written">The files that were written since, from the root; null where that is not known.</param>
    /// <param name="isAnew">Nothing came of the one before.</param>
    /// <returns>Null when everything is as it was.</returns>
    public WarmSession? Next(IReadOnlyCollection<string>? written, bool isAnew, CancellationToken cancellationToken)
    {
        if (isAnew) _known = null;
        var before = _lasting;
        var lasting = Current();
        var today = first.Today;
        if (_known is { } known && ReferenceEquals(before, lasting) && _today == today)
        {
            if (written is not null && After(known, written, cancellationToken) is var (next, edited))
            {
                if (edited.IsEmpty) return null;
                var session = Session.Open(settings, lasting.Use(), next, cancellationToken);
                _known = next;
                return new WarmSession(session, edited);
            }
            if (lasting.Refs is not null && known.Tree.IsStill(new WorkTree(first.Root, new NoCache()))) return null;
        }
        _known = null;
        var whole = Session.Open(settings, lasting.Use(), null, cancellationToken);
        try
        {
            if (AsksForDates) whole.BeginHistory();
            _known = new KnownState(whole.Tree, whole.Found, whole.Catalog);
            _today = today;
            return new WarmSession(whole, null);
        }
        catch
        {
            whole.Dispose();
            throw;
        }
    }

    public void Dispose() => _lasting?.LetGo();

    /// <returns>The state after the edits with the proposals that are others now; null where it takes reading everything.</returns>
    private static (KnownState Known, ImmutableArray<string> Edited)? After(KnownState known, IReadOnlyCollection<string> written, CancellationToken cancellationToken)
    {
        if (written.Count > MostEdited || known.Tree.After(written) is not { } tree) return null;
        var edited = ImmutableArray.CreateBuilder<string>();
        var catalog = known.Catalog;
        try
        {
            foreach (var path in written)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tree.Find(path) is null) continue; // came and went
                if (!known.Found.HoldsAfter(tree, path, Session.Syntaxes) || catalog.After(tree, path) is not { } next) return null;
                catalog = next;
                edited.Add(path);
            }
        }
        catch (TreeException)
        {
            return null; // gone meanwhile
        }
        return (known with { Tree = tree, Catalog = catalog }, edited.ToImmutable());
    }

    // Git knows nothing else than before while no ref moved.
    private Lasting Current()
    {
        var refs = Refs();
        if (_lasting is { Refs: { } known } && string.Equals(known, refs, StringComparison.Ordinal)) return _lasting;
        _lasting?.LetGo();
        return _lasting = new Lasting(first.Root, first.Cache, _entries, _mined, refs);
    }

    // Names that a .mailmap gives are part of the history, and so is what a graft hides. A baseline that git ignores is in no listing.
    private string? Refs()
    {
        var baseline = TimeOf(first.Root.Folder, BaselineFile.Path);
        if (first.Git is not { } git) return $"{baseline}";
        return git.RefStamp() is { } refs ? $"{refs} {baseline} {TimeOf(first.Root.GitTop, ".mailmap")} {TimeOf(first.Root.GitCommonFolder, Path.Combine("info", "grafts"))}" : null;
    }

    private static long TimeOf(string? folder, string name) => folder is null ? 0 : File.GetLastWriteTimeUtc(Path.Combine(folder, name)).Ticks;
}
