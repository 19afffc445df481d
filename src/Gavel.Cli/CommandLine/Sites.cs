using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Decisions;
using Gavel.Core.Text;
using Gavel.Storage.Cache;
using Gavel.Storage.Git;
using Gavel.Web.Pages;
using Gavel.Web.Rendering;

namespace Gavel.Cli.CommandLine;

/// <summary>Brings together what a site is made of.</summary>
internal static class Sites
{
    /// <param name="today">For what depends on the date.</param>
    /// <param name="memory">Of checks that came before in this process; null where there were none.</param>
    public static SiteSource Of(Session session, SiteAddress address, DateOnly today, CheckMemory? memory = null)
    {
        var host = RemoteFile.Read(session.Root) is { } remote ? RepositoryHost.Parse(remote.Address, remote.Branch, session.Root.Prefix) : null;
        var catalog = session.Catalog.WithDates(session.History, session.Cancellation);
        return new SiteSource
        {
            Catalog = catalog,
            Today = today,
            Syntaxes = Session.Syntaxes,
            Renderer = new TextRenderer(Session.Syntaxes),
            Report = Checker.Check(catalog, new CheckRequest(today) { Baseline = session.Baseline() }, memory, session.Cancellation),
            History = session.History,
            Timelines = Timelines.Read(catalog, session.History, session.Cancellation),
            Decisions = DecisionReader.Read(catalog.Tree),
            Host = host,
            Name = host?.Name ?? Path.GetFileName(session.Root.Folder),
            Address = address,
        };
    }

    /// <summary>Says all that a site is made of, without a look at any proposal; empty where that cannot be told.</summary>
    /// <param name="request">What the command was asked.</param>
    public static string StampOf(Session session, string request)
    {
        // A shallow or partial clone can get more without another commit; of a folder without git less is known.
        if (session.Git is not { History: { IsComplete: true, IsPartial: false, Stamp: { } history } } || Remembered.For(session, session.PublishedOn)?.Stamp is not { } seen) return "";
        var baseline = Path.Combine(session.Root.Folder, BaselineFile.Path);
        var owed = File.Exists(baseline) ? Sha256.Hex(File.ReadAllBytes(baseline)) : "";
        return Sha256.Hex(string.Join('\n', seen, history, RemoteFile.Read(session.Root), owed, Site.Build, request));
    }

    /// <summary>What a site is made of after the texts of some proposals changed and nothing else.</summary>
    public static SiteSource After(SiteSource before, Session session, ImmutableArray<string> edited, CheckMemory memory)
    {
        var catalog = before.Catalog;
        foreach (var path in edited) catalog = session.Catalog.WithDatesOf(catalog, path, session.History, before.Timelines);
        return before with
        {
            Catalog = catalog,
            Report = Checker.Check(catalog, new CheckRequest(before.Today) { Baseline = session.Baseline() }, memory, session.Cancellation),
        };
    }

    /// <summary>Where the site of before may be kept; null where nothing is.</summary>
    /// <param name="folder">That of the site.</param>
    public static string? SpareOf(Session session, string folder) =>
        session.Cache is FileCache ? Path.Combine(FileCache.FolderFor(session.Root, Environment.GetEnvironmentVariable), $"site-{Sha256.Hex(folder, 8)}") : null;
}
