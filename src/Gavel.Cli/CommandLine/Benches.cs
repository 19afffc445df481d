using Gavel.Core.Authoring;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace Gavel.Cli.CommandLine;

/// <summary>Brings together what a server works with, out of a session that stays open as long.</summary>
internal static class Benches
{
    public static Workbench Of(Session session, SiteSource source, LiveSearch search)
    {
        return new Workbench
        {
            Catalog = source.Catalog,
            History = session.History,
            Syntaxes = Session.Syntaxes,
            Deciding = session.Deciding,
            Search = search.Over(source.Catalog),
            Rebuild = tree => session.BuildCatalog(tree, session.History),
            DeciderFor = entry => DeciderFor(session, entry),
            Start = request => session.Proposing.New(request),
            Author = () => session.Git?.Identity() is { Name: { Length: > 0 } name } identity ? identity.Email is { Length: > 0 } mail ? $"{name} <{mail}>" : name : null,
            Write = (done, message) => Write(session, done, message),
            Branch = (branch, changes, message) => Branch(session, branch, changes, message),
            Uncommitted = paths => session.Git?.Uncommitted(paths) ?? [],
            Revision = text => RevisionOf(session, text),
            Baseline = session.Baseline(),
            Today = session.Today,
            Now = () => session.Moment,
        };
    }

    private static Decider? DeciderFor(Session session, CatalogEntry entry) =>
        Deciders.Self(session, new PersonDirectory(entry.Process.Life.People)) is { } person ? new Decider(person, person, session.Now, session.Today) { At = session.Moment } : null;

    private static (Core.Trees.ITree Tree, DateOnly Recorded)? RevisionOf(Session session, string text) =>
        session.Git is { } git && git.Resolve(text) is { } commit ? (git.TreeOf(commit), DateOnly.FromDateTime(git.RecordedOf(commit).DateTime)) : null;

    private static Written Write(Session session, Outcome.Done done, string message)
    {
        if (session.Git is null) return new Written(null, null, "a decision needs a git repository");
        try
        {
            var (refused, commit) = Applying.Write(session, done.Changes, message);
            return new Written(null, commit, refused?.Text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Written(null, null, e.Message);
        }
    }

    private static Written Branch(Session session, string branch, ChangeSet changes, string message)
    {
        if (session.Git is null) return new Written(null, null, "saving needs a git repository");
        try
        {
            var asked = branch;
            for (var n = 2; session.Git.Resolve($"refs/heads/{branch}") is not null; n++) branch = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{asked}-{n}");
            var commit = session.Git.Branching.Commit(branch, changes, message, session.Now);
            return new Written(commit.Branch, commit.Commit, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Written(null, null, e.Message);
        }
    }
}
