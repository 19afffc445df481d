using System.CommandLine;
using Gavel.Core.Authoring;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Storage.Files;

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
        if (outcome is Outcome.Done done)
        {
            if (dryRun)
            {
                if (!isJson) session.Out.Write(UnifiedDiff.Render(done.Changes, session.Tree));
            }
            else
            {
                if (parsed.GetValue(_commit) && session.Git is null) throw new UsageException("--commit needs a git repository");
                if (Write(session, done.Changes) is { } refused) outcome = refused;
                else if (parsed.GetValue(_commit)) commit = session.Git!.Commit(Touched(done), message(done));
            }
        }
        if (isJson)
        {
            session.Out.Write(ChangeReport.RenderJson(outcome, before?.Id, before?.Number, before?.Path, commit, done: !dryRun));
        }
        else if (outcome is Outcome.Done written && !dryRun)
        {
            session.Out.WriteLine(says(written));
            if (commit is not null) session.Out.WriteLine($"Committed as {commit[..Math.Min(10, commit.Length)]}.");
        }
        if (outcome is Outcome.Done noted && !session.IsQuiet)
            foreach (var note in noted.Notes) Console.Error.WriteLine($"gavel: {note}");
        if (outcome is not Outcome.Refused refusal) return ExitCode.Fine;
        if (!isJson) Console.Error.WriteLine($"gavel: {refusal.Text}");
        return ExitCode.Findings;
    }

    /// <returns>Null when everything was written.</returns>
    public static Outcome.Refused? Write(Session session, ChangeSet changes) => new ChangeWriter(session.Root).Apply(changes) switch
    {
        WriteResult.Written => null,
        WriteResult.Exists exists => new Outcome.Refused(RefusalCode.Exists, $"{exists.Path} is already there; nothing was changed"),
        WriteResult.ChangedMeanwhile changed => new Outcome.Refused(RefusalCode.Uncommitted, $"{changed.Path} changed meanwhile; nothing was changed, try again"),
        WriteResult.Missing missing => new Outcome.Refused(RefusalCode.Uncommitted, $"{missing.Path} is gone; nothing was changed, try again"),
        WriteResult.NotEncodable text => new Outcome.Refused(RefusalCode.NotAllowed, $"{text.Path} is {text.Encoding}, which lacks a character of the change; save it as UTF-8 first"),
        WriteResult.Conflicting conflict => new Outcome.Refused(RefusalCode.NotAllowed, $"two changes of {conflict.Path} contradict each other; nothing was changed"),
        WriteResult.Outside outside => new Outcome.Refused(RefusalCode.NotAllowed, $"{outside.Path} is outside of the repository; nothing was changed"),
        WriteResult.Busy => new Outcome.Refused(RefusalCode.Uncommitted, "another gavel is writing; nothing was changed, try again"),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is not known here"),
    };

    public static string[] Touched(Outcome.Done done) =>
        [.. done.Changed.Concat(done.Changes.Moves.Select(m => m.From)).Concat(done.Changes.Edits.Select(e => e.Path)).Distinct(StringComparer.Ordinal)];
}
