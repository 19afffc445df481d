using System.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Storage.Git;

namespace Gavel.Cli.CommandLine;

/// <summary>What commands that change something have in common: the difference printed, the files written, the paths committed.</summary>
internal sealed class Applying
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print the difference and change nothing." };
    private readonly Option<bool> _commit = new("--commit") { Description = "Commit exactly the changed paths." };
    private readonly Option<string> _format = GlobalOptions.Format("text", "json");

    public void AddTo(Command command)
    {
        command.Add(_dryRun);
        command.Add(_commit);
        command.Add(_format);
    }

    /// <param name="before">The proposal that was asked about; null when there is none yet.</param>
    /// <param name="message">The commit's message.</param>
    /// <param name="says">What was done, for people.</param>
    public ExitCode Finish(Session session, ParseResult parsed, Outcome outcome, Core.Catalogs.CatalogEntry? before, Func<Outcome.Done, string> message, Func<Outcome.Done, string> says)
    {
        var isJson = parsed.GetValue(_format) == "json";
        var dryRun = parsed.GetValue(_dryRun);
        string? commit = null;
        if (parsed.GetValue(_commit) && !dryRun) NeedGit(session);
        if (outcome is Outcome.Done done)
        {
            if (dryRun && FindUnwritable(session, done.Changes) is { } unwritable) outcome = unwritable;
            else if (dryRun)
            {
                if (!isJson) session.Out.Write(session.DiffOf(done.Changes));
            }
            else
            {
                var (refused, made) = Write(session, done.Changes, parsed.GetValue(_commit) ? message(done) : null);
                commit = made;
                if (refused is not null) outcome = refused;
            }
        }
        if (isJson)
        {
            session.Out.Write(ChangeReport.RenderJson(outcome, before?.Id, before?.Number, before?.Path, commit, done: !dryRun));
        }
        else if (outcome is Outcome.Done written && !dryRun)
        {
            session.Out.WriteLine(TerminalText.SafeLines(says(written)));
            if (commit is not null) session.Out.WriteLine($"Committed as {commit[..Math.Min(10, commit.Length)]}.");
        }
        if (outcome is Outcome.Done noted && !session.IsQuiet)
            foreach (var note in noted.Notes) Console.Error.WriteLine($"gavel: {note}");
        if (outcome is not Outcome.Refused refusal) return ExitCode.Fine;
        if (!isJson) Console.Error.WriteLine($"gavel: {refusal.Text}");
        return ExitCode.Findings;
    }

    /// <summary>For <c>--commit</c>, before anything is written.</summary>
    public static void NeedGit(Session session)
    {
        if (session.Git is not null) return;
        if (session.Root.GitTop is not null) throw new GitMissingException();
        throw new UsageException("--commit needs a git repository");
    }

    /// <returns>Null when everything was written.</returns>
    public static Outcome.Refused? Write(Session session, ChangeSet changes) => Refusal(new ChangeWriter(session.Root).Apply(changes));

    /// <summary>Writes and commits; what git does not commit is not written either.</summary>
    /// <param name="message">The commit's message; null where nothing is to be committed.</param>
    /// <returns>The commit, null where there is none; and why nothing was written.</returns>
    /// <exception cref="GitException">Git did not commit.</exception>
    public static (Outcome.Refused? Refused, string? Commit) Write(Session session, ChangeSet changes, string? message)
    {
        if (changes.IsEmpty) return (null, null);
        var writer = new ChangeWriter(session.Root);
        var result = writer.Apply(changes);
        if (Refusal(result) is { } refused) return (refused, null);
        if (message is null || result is not WriteResult.Written { Paths.IsEmpty: false } written) return (null, null);
        try
        {
            return (null, session.Git!.Commit(written.Paths, message));
        }
        catch (GitException e)
        {
            throw new GitException(IsTakenBack(writer) ? $"{e.Message}\ngavel: nothing was changed" : $"{e.Message}\ngavel: the files are written, but not committed", e);
        }
    }

    // A disk that is too full to commit may be too full to take back.
    private static bool IsTakenBack(ChangeWriter writer)
    {
        try
        {
            return writer.TakeBack();
        }
        catch (TreeException)
        {
            return false;
        }
    }

    /// <summary>What writing would refuse for the text's sake.</summary>
    private static Outcome.Refused? FindUnwritable(Session session, ChangeSet changes)
    {
        foreach (var path in changes.Edits.Select(e => e.Path).Distinct(StringComparer.Ordinal))
        {
            if (session.Tree.Find(path) is { } file && session.Tree.Read(file) is var text && changes.ApplyTo(text) is null) return Refusal(new WriteResult.NotEncodable(path, text.Encoding.ToString()));
        }
        return null;
    }

    private static Outcome.Refused? Refusal(WriteResult result) => result switch
    {
        WriteResult.Written => null,
        WriteResult.Exists exists => new Outcome.Refused(RefusalCode.Exists, $"{exists.Path} is already there; nothing was changed"),
        WriteResult.ChangedMeanwhile changed => new Outcome.Refused(RefusalCode.Uncommitted, $"{changed.Path} changed meanwhile; nothing was changed, try again"),
        WriteResult.Missing missing => new Outcome.Refused(RefusalCode.Uncommitted, $"{missing.Path} is gone; nothing was changed, try again"),
        WriteResult.NotEncodable text => new Outcome.Refused(RefusalCode.NotAllowed, $"{text.Path} is {NameOf(text.Encoding)}, which lacks a character of the change; save it as UTF-8 first"),
        WriteResult.Conflicting conflict => new Outcome.Refused(RefusalCode.NotAllowed, $"two changes of {conflict.Path} contradict each other; nothing was changed"),
        WriteResult.Outside outside => new Outcome.Refused(RefusalCode.NotAllowed, $"{outside.Path} is outside of the repository; nothing was changed"),
        WriteResult.Busy => new Outcome.Refused(RefusalCode.Uncommitted, "another gavel is writing; nothing was changed, try again"),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is not known here"),
    };

    private static string NameOf(string encoding) => encoding == nameof(TextEncoding.Windows1252) ? "Windows-1252" : encoding;
}
