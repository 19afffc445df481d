using System.CommandLine;
using System.Globalization;
using Gavel.Cli.CommandLine;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Timelines;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The proposal: its id in any case, its number, or its path." };
        Completing.Ids(id);
        var ends = new Argument<string?>("FROM..TO") { Description = "What to compare: revisions, dates (end of that day) or statuses (the version in which it came to them). TO is the work tree by default.", Arity = ArgumentArity.ZeroOrOne };
        var approval = new Option<string?>("--since-approval") { Description = "From the version that was approved last, by PERSON if one is named.", HelpName = "PERSON", Arity = ArgumentArity.ZeroOrOne };
        Completing.People(approval);
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("diff", "Show what changed in a proposal: fields, sections moved, renamed, added and edited, word by word.")
        {
            Details =
            [
                "Without ends, what is not committed yet; where all is committed, what the last change of the proposal did. Sections are matched by heading and by what stands in them: one that moved is no deletion and addition. A line that is wrapped elsewhere is no change.",
                "An end is first a status of the process, then a date, then anything that git takes for a revision (refs/heads/draft, where a status has the branch's name).",
            ],
            Examples =
            [
                new("gavel diff rfc-54", "what I am changing, or changed last"),
                new("gavel diff rfc-54 Draft..Accepted", "what the discussion changed"),
                new("gavel diff rfc-54 2021-08-20", "since that day"),
                new("gavel diff rfc-54 v1.0..main", "between two revisions"),
                new("gavel diff rfc-54 --since-approval ann", "what Ann has not seen yet"),
            ],
        };
        command.Add(id);
        command.Add(ends);
        command.Add(approval);
        command.Add(format);
        command.SetAction(parsed =>
        {
            using var session = Session.Open(parsed);
            session.NeedHistory("diff");
            var entry = Processes.Proposal(session, parsed.GetValue(id)!);
            var sought = new DiffEnds(session, entry);
            var (from, to) = parsed.GetResult(approval) is not null ? sought.SinceApproval(parsed.GetValue(approval)) : sought.Read(parsed.GetValue(ends));
            var diff = SectionDiff.Compare(from.Document, to.Document);
            session.Out.Write(parsed.GetValue(format) == "json" ? DiffReport.RenderJson(entry.Id, from, to, diff) : DiffReport.RenderText(entry, from, to, diff, session.Style));
            return (int)ExitCode.Fine;
        });
        return command;
    }

    /// <summary>What the words of the command line mean for one proposal.</summary>
    private sealed class DiffEnds(Session session, CatalogEntry entry)
    {
        private readonly ProposalVersions _versions = new(session.Catalog, entry, session.History);

        public (ProposalVersion From, ProposalVersion To) Read(string? ends)
        {
            if (string.IsNullOrEmpty(ends)) return (_versions.Previous, _versions.Now);
            if (ends.Contains("...", StringComparison.Ordinal)) throw new UsageException($"'{ends}' has three dots; write FROM..TO");
            var at = ends.IndexOf("..", StringComparison.Ordinal);
            if (at < 0) return (End(ends), _versions.Now);
            var (from, to) = (ends[..at].Trim(), ends[(at + 2)..].Trim());
            return (from.Length == 0 ? _versions.Nothing : End(from), to.Length == 0 ? _versions.Now : End(to));
        }

        public (ProposalVersion From, ProposalVersion To) SinceApproval(string? person)
        {
            var people = new PersonDirectory(entry.Process.Life.People);
            var who = person is null ? null : person is "me" ? Deciders.Self(session, people) : people.Name(person);
            var approvals = DecisionReader.Read(session.Tree).Of(entry.Id).Where(d => d.Action == DecisionAction.Approve && d.At is not null && (person is null || string.Equals(people.Name(d.By), who, StringComparison.OrdinalIgnoreCase))).ToList();
            if (approvals is not [.., var last]) throw new UsageException($"{entry.Id} was never approved{(person is null ? "" : $" by '{person}'")}");
            var seen = _versions.With(last.At!.Value) ?? _versions.Of(last.At.Value) ?? throw new UsageException($"{last.Path} approves a content that the repository does not have ({last.At.Value.Sha[..Math.Min(7, last.At.Value.Sha.Length)]})");
            return (seen with { Date = last.Effective ?? DateOnly.FromDateTime(last.On.DateTime) }, _versions.Now);
        }

        private ProposalVersion End(string text)
        {
            if (entry.Process.Statuses.Find(text) is { } status && status.Parameter.Length == 0)
            {
                return _versions.When(status.Status.Name, Timelines.Read(session.Catalog, session.History, session.Cancellation).Of(entry.Id))
                    ?? throw new UsageException($"{entry.Id} never came to '{status.Status.Name}'; 'gavel log {entry.Id}' shows what it went through");
            }
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return _versions.On(day);
            var git = session.Git!;
            if (git.Resolve(text) is null && _versions.When(text, Timelines.Read(session.Catalog, session.History, session.Cancellation).Of(entry.Id)) is { } former) return former; // a status that only the past knows
            var commit = git.Resolve(text) ?? throw new UsageException($"'{text}' is no status of {entry.Process.Name}, no date such as 2026-01-31, and no revision that git knows");
            return _versions.In(git.TreeOf(commit), DateOnly.FromDateTime(git.RecordedOf(commit).DateTime)) ?? throw new UsageException($"{entry.Id} is not in '{text}'");
        }
    }
}
