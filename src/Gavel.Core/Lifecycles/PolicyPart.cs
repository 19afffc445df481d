using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>One part of a policy: its approvals, its vote, its comment period.</summary>
internal sealed class PolicyPart(PolicyConfiguration part, PolicyConfiguration whole, ProposalFacts facts, Record record, ImmutableArray<Concern> concerns, Moment now)
{
    private readonly Deciders _deciders = Deciders.Of(part.From, facts, part.CountsAuthors);

    public void AddTo(ImmutableArray<GateCondition>.Builder conditions)
    {
        var isReady = true;
        When? readySince = null;
        foreach (var (condition, since) in Approvals().Concat(Votes()))
        {
            conditions.Add(condition);
            isReady &= condition.IsMet;
            if (since is { } latest && !(readySince > latest)) readySince = latest;
        }
        if (part.Period.IsSome) conditions.Add(Period(isReady ? readySince : null, isReady));
    }

    /// <summary>With when the last of the approvals that were needed came.</summary>
    private IEnumerable<(GateCondition Condition, When? Since)> Approvals()
    {
        if (part.Approvals == ApprovalCount.None) yield break;
        if (part.Each is not { } field)
        {
            yield return Approvals(_deciders, "");
            yield break;
        }
        var names = facts.Fields.GetValueOrDefault(field, []);
        if (names.IsEmpty) yield return (new GateCondition(GateKind.Approval, $"the field '{field}' names nobody, so that nobody can approve: name a group or a person there", IsMet: false, IsRequired: true, [], null), null);
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase)) yield return Approvals(Deciders.Named(name, facts, part.CountsAuthors), $" for '{field}'");
    }

    private (GateCondition Condition, When? Since) Approvals(Deciders deciders, string what)
    {
        var ballots = Ballots.Approvals(record, part, facts, deciders, endedByObjections: whole.Objections != ObjectionEffect.Ignore);
        var people = deciders.People;
        var needed = part.Approvals.Rule switch
        {
            ApprovalRule.All => Math.Max(1, people.Length - part.Approvals.Number),
            ApprovalRule.Majority => people.Length / 2 + 1,
            _ => part.Approvals.Number,
        };
        var given = ballots.Counted.Select(b => b.Person).ToList();
        var missing = people.Where(p => !given.Contains(p, StringComparer.OrdinalIgnoreCase)).ToImmutableArray();
        var isUnknown = part.Approvals.Rule != ApprovalRule.Number && deciders.IsAnybody;
        var isMet = given.Count >= needed && !isUnknown;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Math.Min(given.Count, needed)} of {needed} {(needed == 1 ? "approval" : "approvals")}{Of(deciders)}{what}");
        if (given.Count > 0) text += $": {string.Join(", ", given)}";
        if (!isMet && !missing.IsEmpty) text += $"; still asked: {string.Join(", ", missing)}";
        if (isUnknown) text = "a share of the maintainers approves it, and nothing says who they are: write a group 'maintainers', or a file CODEOWNERS";
        else if (!isMet && deciders.IsAnybody) text += "; anybody may give it";
        if (!isMet && !deciders.IsAnybody && people.IsEmpty) text += "; nobody is one";
        else if (!isMet && !deciders.IsAnybody && people.Length < needed) text += string.Create(CultureInfo.InvariantCulture, $"; there are only {people.Length}");
        text += ballots.Remarks + Late();
        return (new GateCondition(GateKind.Approval, text, isMet, IsRequired: true, isMet ? [] : missing, null), isMet ? ballots.Counted[needed - 1].Since : null);
    }

    private IEnumerable<(GateCondition Condition, When? Since)> Votes()
    {
        if (part.Votes is not { } vote) yield break;
        var ballots = Ballots.Votes(record, part, facts, _deciders);
        var pro = ballots.Counted.Count(b => b.Word.Vote is "for");
        var contra = ballots.Counted.Count(b => b.Word.Vote is "against");
        var abstained = ballots.Counted.Length - pro - contra;
        var voted = ballots.Counted.Select(b => b.Person).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = _deciders.People.Where(p => !voted.Contains(p)).ToImmutableArray();
        var tally = string.Create(CultureInfo.InvariantCulture, $"{pro} for, {contra} against, {abstained} abstained{Of(_deciders)}{ballots.Remarks}{Late()}");
        yield return (Condition(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(pro, vote.Binding)} of {vote.Binding} binding {(vote.Binding == 1 ? "vote" : "votes")} for it ({tally})"), pro >= vote.Binding), ballots.Since((p, _, _) => p >= vote.Binding));
        var rule = vote.Majority switch { VoteMajority.Unanimous => "nobody is against it", VoteMajority.TwoThirds => "twice as many are for it as against", _ => "more are for it than against" };
        yield return (Condition(string.Create(CultureInfo.InvariantCulture, $"{rule} ({pro} to {contra})"), IsWon(vote.Majority, pro, contra)), ballots.Since((p, c, _) => IsWon(vote.Majority, p, c)));
        if (vote.Quorum > 0)
            yield return (Condition(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(ballots.Counted.Length, vote.Quorum)} of {vote.Quorum} votes of any kind{Of(_deciders)}"), ballots.Counted.Length >= vote.Quorum), ballots.Since((_, _, all) => all >= vote.Quorum));
        if (vote.Period.IsSome) yield return (VotePeriod(vote.Period, ballots.First), null);

        GateCondition Condition(string text, bool isMet) => new(GateKind.Approval, text, isMet, IsRequired: true, isMet ? [] : missing, null);
    }

    private static bool IsWon(VoteMajority majority, int pro, int contra) => majority switch
    {
        VoteMajority.Unanimous => contra == 0 && pro > 0,
        VoteMajority.TwoThirds => pro > 0 && pro >= 2 * contra,
        _ => pro > contra,
    };

    private GateCondition VotePeriod(Period length, When? first)
    {
        if (first is not { } start) return new GateCondition(GateKind.Period, $"the vote is open for {Words(length)} from the first vote, and nobody voted yet", IsMet: false, IsRequired: true, [], null);
        var end = CommentPeriod.Of(start, length, ClockEffect.Continue, []).End!.Value;
        return Ending(length, end, "vote ends", isOver => $"the vote {(isOver ? "was" : "is")} open for {Words(length)} until {Time(length, end)}");
    }

    /// <param name="readySince">When the approvals were there; null where they are not, or none are asked for.</param>
    private GateCondition Period(When? readySince, bool isReady)
    {
        var asks = part.Approvals != ApprovalCount.None || part.Votes is not null;
        var starts = part.Starts ?? (asks ? PeriodStart.Approvals : PeriodStart.Status);
        var effect = whole.Objections == ObjectionEffect.Ignore ? ClockEffect.Continue : part.OnObjection;
        if (starts == PeriodStart.Approvals && asks && (!isReady || readySince is null)) return NotBegun("when the approvals are there");
        var begin = starts == PeriodStart.Approvals && asks ? readySince : record.StatusSince();
        if (begin is not { } start) return NotBegun("when the status is committed");
        var period = CommentPeriod.Of(start, part.Period, effect, [.. concerns.Where(c => !c.IsHold)]);
        if (period.End is not { } end)
        {
            var how = effect == ClockEffect.Restart ? "begins anew" : "runs on";
            return new GateCondition(GateKind.Period, $"the comment period of {Words(part.Period)} {how} when the objection of {period.Stopped!.By} is resolved", IsMet: false, IsRequired: true, [period.Stopped.By], null);
        }
        var because = period.WasStopped ? effect == ClockEffect.Restart ? " (an objection made it begin anew)" : " (an objection stopped it for a while)" : "";
        return Ending(part.Period, end, "comment period ends", isOver => $"the comment period of {Words(part.Period)} {(isOver ? "ended" : "ends")} on {Time(part.Period, end)}{because}");

        GateCondition NotBegun(string when) => new(GateKind.Period, $"the comment period of {Words(part.Period)} begins {when}", IsMet: false, IsRequired: true, [], null);
    }

    private string Titled(string what) => ReferenceEquals(part, whole) ? what : $"{what} ({part.Title})";

    private string Of(Deciders deciders) => (deciders.IsAnybody ? "" : $" of {deciders.Title}") + (ReferenceEquals(part, whole) ? "" : $" ({part.Title})");

    private string Late() => record.Later == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {record.Later} {(record.Later == 1 ? "decision is" : "decisions are")} dated in the future");

    private GateCondition Ending(Period length, DateTimeOffset end, string title, Func<bool, string> text)
    {
        var day = DateOnly.FromDateTime(end.UtcDateTime);
        var isOver = length.IsInHours ? now.IsPast(end) : now.Day >= day;
        return new GateCondition(GateKind.Period, text(isOver), isOver, IsRequired: true, [], isOver ? null : day) { Title = Titled(title), Instant = isOver || !length.IsInHours ? null : end };
    }

    // To the minute, never before the end.
    private static string Time(Period length, DateTimeOffset end) => length.IsInHours
        ? end.Add(end < DateTimeOffset.MaxValue.AddMinutes(-1) ? TimeSpan.FromSeconds(59) : TimeSpan.Zero).UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : end.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(Period length)
    {
        var (count, unit) = length.IsInHours ? (length.Length.TotalHours, "hour") : (length.Length.TotalDays, "day");
        return string.Create(CultureInfo.InvariantCulture, $"{count:0} {unit}{(count == 1 ? "" : "s")}");
    }
}
