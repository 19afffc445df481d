using System.Collections.Immutable;
using FsCheck;
using Gavel.Core.Lifecycles;

namespace Core.Tests.Lifecycles;

public sealed class PolicyPropertyTests
{
    private static readonly string[] Policies =
    [
        "{ approvals: 2, from: [keepers] }",
        "{ approvals: all-1, from: [keepers, db], period: 4d, on-objection: restart }",
        "{ approvals: 1, period: 4d, on-objection: pause, objections: warn }",
        "{ votes: { binding: 2, quorum: 3, period: 48h }, from: [keepers, db] }",
        "{ approvals: 0, period: 3d }",
        "{ approvals: 2, from: [keepers], period: 30h, on-objection: restart }",
        "{ approvals: 1, period: 50h, on-objection: pause, objections: warn }",
    ];

    private static readonly string[] People = ["ann", "bo", "cy", "dee", "eli"];

    private static readonly string[] Actions =
        ["approve", "approve", "approve old", "object", "hold", "vote for", "vote against", "vote abstain", "resolve", "move Open Accepted", "move Accepted Open"];

    [Fact]
    public void The_order_of_the_files_does_not_matter() => Prop.ForAll(Histories(), history =>
    {
        var ledger = new Ledger(Policies[history.Policy], history.Events);
        var shuffled = ledger.Decisions.OrderBy(d => d.Path[^8..], StringComparer.Ordinal).ToImmutableArray();
        for (var day = 1; day <= 25; day += 4)
            Assert.Equal(ledger.Judge(day).Select(Shown), Gavel.Core.Lifecycles.Policies.Judge(ledger.Policy, ledger.Facts, shuffled, Day(day)).Select(Shown));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replaying_a_prefix_never_changes_the_past() => Prop.ForAll(Histories(), history =>
    {
        var ledger = new Ledger(Policies[history.Policy], history.Events);
        for (var day = 1; day <= 25; day += 3)
        {
            var known = ledger.Decisions.Where(d => DateOnly.FromDateTime(d.On.UtcDateTime) <= Day(day + 1)).ToImmutableArray();
            Assert.Equal(ledger.Judge(day).Select(Judged), Gavel.Core.Lifecycles.Policies.Judge(ledger.Policy, ledger.Facts, known, Day(day)).Select(Judged));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neither_does_it_to_the_hour_and_once_a_period_was_over_it_stays_over_while_nobody_says_a_word() => Prop.ForAll(Histories(), history =>
    {
        var ledger = new Ledger(Policies[history.Policy], history.Events);
        var wasOver = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var hour = 0; hour < 24 * 8; hour += 7)
        {
            var now = Ledger.At("26T00:00").AddHours(hour);
            var moment = new Moment(DateOnly.FromDateTime(now.UtcDateTime), now);
            var known = ledger.Decisions.Where(d => DateOnly.FromDateTime(d.On.UtcDateTime) <= moment.Day.AddDays(1)).ToImmutableArray();
            var judged = Gavel.Core.Lifecycles.Policies.Judge(ledger.Policy, ledger.Facts, ledger.Decisions, moment);
            Assert.Equal(judged.Select(Judged), Gavel.Core.Lifecycles.Policies.Judge(ledger.Policy, ledger.Facts, known, moment).Select(Judged));
            foreach (var period in judged.Where(c => c.Kind == GateKind.Period))
            {
                var name = period.Title;
                Assert.False(wasOver.GetValueOrDefault(name) && !period.IsMet);
                wasOver[name] = period.IsMet;
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_approval_never_shuts_a_gate_and_an_open_objection_never_opens_one() => Prop.ForAll(Histories(), history =>
    {
        var before = new Ledger(Policies[0], history.Events);
        var approved = new Ledger(Policies[0], history.Events + "; 30 cy approve");
        var objected = new Ledger(Policies[0], history.Events + "; 30 fay object");
        if (before.Holds(31)) Assert.True(approved.Holds(31));
        Assert.False(objected.Holds(31));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void To_say_the_same_again_changes_nothing_whatever_the_policy() => Prop.ForAll(Histories(), history =>
    {
        var before = new Ledger(Policies[history.Policy], history.Events);
        var again = history.Events.Split(';').LastOrDefault(e => e.Contains(" approve", StringComparison.Ordinal) && !e.Contains("old", StringComparison.Ordinal));
        if (again is null || !before.Holds(31)) return;
        var words = again.Trim().Split(' ');
        Assert.True(new Ledger(Policies[history.Policy], $"{history.Events}; 30 {string.Join(' ', words[1..])}").Holds(31));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_is_asked_is_always_somebody_whose_word_would_count() => Prop.ForAll(Histories(), history =>
    {
        var ledger = new Ledger(Policies[0], history.Events);
        foreach (var condition in ledger.Judge(26).Where(c => c is { Kind: GateKind.Approval, IsMet: false }))
        {
            var events = string.Concat(condition.Who.Select((person, i) => $"; 30 {person} approve"));
            Assert.Contains(new Ledger(Policies[0], history.Events + events).Judge(31), c => c is { Kind: GateKind.Approval, IsMet: true });
        }
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Policy, string Events)> Histories()
    {
        var one = from gap in Gen.Choose(0, 3) from person in Gen.Elements(People) from action in Gen.Elements(Actions) select (gap, person, action);
        var all = from policy in Gen.Choose(0, Policies.Length - 1) from events in Gen.ListOf(one) select (policy, Told(events));
        return Arb.From(all);
    }

    // Only what is open can be resolved.
    private static string Told(IEnumerable<(int Gap, string Person, string Action)> events)
    {
        var day = 1;
        var raised = new HashSet<string>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var (gap, person, action) in events.Take(14))
        {
            day = Math.Min(25, day + gap);
            if (action is "object" or "hold") raised.Add(person);
            if (action != "resolve" || raised.Contains(person)) lines.Add($"{day} {person} {action}");
        }
        return string.Join("; ", lines);
    }

    private static DateOnly Day(int day) => new DateOnly(2024, 3, 1).AddDays(day - 1);

    private static string Shown(GateCondition condition) => $"{Judged(condition)} {condition.Text}";

    private static string Judged(GateCondition c) => $"{c.Kind} {c.IsMet} {c.IsRequired} {string.Join(',', c.Who)} {c.Until:O}";
}
