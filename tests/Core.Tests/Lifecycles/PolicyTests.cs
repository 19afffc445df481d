using System.Collections.Immutable;
using Core.Tests.Architecture;
using Gavel.Core.Lifecycles;
using Gavel.Core.Decisions;

namespace Core.Tests.Lifecycles;

/// <summary>The policies that real projects have, as a table.</summary>
public sealed class PolicyTests
{
    private const string TwoKeepers = "{ approvals: 2, from: [keepers] }";
    private const string AllButTwo = "{ approvals: all-2, from: [ann, bo, cy, dee, eli], period: 10d, on-objection: restart }";
    private const string ThreeVotes = "{ votes: { binding: 3, majority: simple, period: 72h }, from: [keepers, db] }";
    private const string Hours = "{ votes: { binding: 1, period: 72h } }";
    private const string Delegate = "{ approvals: 1, from: [\"field:Decider\"] }";
    private const string Areas = "{ all-of: [ { title: area, approvals: 1, each: Areas }, { title: production readiness, approvals: 1, from: [ops] } ] }";
    private const string Lazy = "{ approvals: 0, period: 3d }";
    private const string Paused = "{ approvals: 0, period: 5d, on-objection: pause }";

    [Theory]
    // Two people of a group.
    [InlineData(TwoKeepers, "", 1, "0 of 2 approvals of keepers; still asked: ann, bo, cy")]
    [InlineData(TwoKeepers, "1 ann approve; 2 bo approve", 2, "")]
    [InlineData(TwoKeepers, "1 ann approve; 2 ann approve", 2, "1 of 2 approvals of keepers: ann; still asked: bo, cy")]
    [InlineData(TwoKeepers, "1 ann approve; 2 eli approve", 2, "1 of 2 approvals of keepers: ann; still asked: bo, cy; not counted: eli (not one of keepers)")]
    [InlineData(TwoKeepers, "1 annl approve; 2 bo approve", 2, "")]
    // An approval is for the text that it saw.
    [InlineData(TwoKeepers, "1 ann approve old; 2 bo approve", 2, "1 of 2 approvals of keepers: bo; still asked: ann, cy; not counted: ann (the text changed since)")]
    [InlineData(TwoKeepers, "1 ann approve reworded; 2 bo approve", 2, "")]
    [InlineData(TwoKeepers, "1 ann approve elsewhere; 2 bo approve", 2, "1 of 2 approvals of keepers: bo; still asked: ann, cy; not counted: ann (about a text that this repository does not have)")]
    [InlineData(TwoKeepers, "1 ann approve nowhere; 2 bo approve", 2, "")]
    // An objection stops it until it is resolved by whoever raised it, or overruled with a reason by somebody who may decide.
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 eli object", 3, "open objection of eli: the cost (eli resolves it, or keepers may overrule it with a reason)")]
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 eli object; 3 eli resolve", 3, "")]
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 eli object; 3 cy overrule eli", 3, "")]
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 eli object; 3 fay overrule eli", 3, "open objection of eli: the cost (eli resolves it, or keepers may overrule it with a reason)")]
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 eli hold", 3, "open hold of eli: the cost (eli resolves it, or keepers may overrule it with a reason)")]
    [InlineData("{ approvals: 1, from: [keepers], objections: warn }", "1 ann approve; 2 eli object", 3, "")]
    [InlineData("{ approvals: 1, from: [keepers], objections: ignore }", "1 ann approve; 2 eli object", 3, "")]
    [InlineData("{ approvals: 1, from: [keepers], objections: ignore }", "1 ann approve; 2 eli hold", 3, "open hold of eli: the cost (eli resolves it, or keepers may overrule it with a reason)")]
    // Who objects no longer approves.
    [InlineData("{ approvals: 1, from: [ann] }", "1 ann approve; 2 ann object; 3 ann resolve", 3, "0 of 1 approval of ann; still asked: ann")]
    [InlineData("{ approvals: 1, from: [ann] }", "1 ann approve; 2 ann object; 3 ann resolve; 4 ann approve", 4, "")]
    // A role in any case; where objections are not looked at, they take no approval away from a part either.
    [InlineData("{ approvals: 1, from: [Authors] }", "1 ann approve", 2, "")]
    [InlineData("{ objections: ignore, all-of: [ { approvals: 1, from: [ann] } ] }", "1 ann approve; 2 ann object", 3, "")]
    [InlineData("{ all-of: [ { title: lead, approvals: 1, from: [ann] } ] }", "1 ann approve; 2 ann object; 3 ann resolve", 4, "0 of 1 approval of ann (lead); still asked: ann")]
    // Nobody knows what all are of whom nobody knows.
    [InlineData("{ approvals: all, from: [maintainers] }", "1 ann approve; 2 bo approve", 3, "a share of the maintainers approves it, and nothing says who they are: write a group 'maintainers', or a file CODEOWNERS")]
    [InlineData("{ approvals: 1, from: [maintainers] }", "1 ann approve", 3, "")]
    // An author's own word.
    [InlineData("{ approvals: 2, from: [keepers], authors: ignore }", "1 ann approve; 2 bo approve", 2, "1 of 2 approvals of keepers: bo; still asked: cy; not counted: ann (an author)")]
    // All members but two, then ten days without a new concern.
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve", 13, "the comment period of 10 days ends on 2024-03-14")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve", 14, "")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve", 30, "2 of 3 approvals of ann or bo or cy or dee or eli: ann, bo; still asked: cy, dee, eli\nthe comment period of 10 days begins when the approvals are there")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve; 6 fay object", 20, "the comment period of 10 days begins anew when the objection of fay is resolved\nopen objection of fay: the cost (fay resolves it, or ann or bo or cy or dee or eli may overrule it with a reason; the comment period begins anew when it is resolved)")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve; 6 fay object; 8 fay resolve", 17, "the comment period of 10 days ends on 2024-03-18 (an objection made it begin anew)")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve; 6 fay object; 8 fay resolve", 18, "")]
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve; 15 fay object; 16 fay resolve", 16, "")]
    // Three binding votes, more for than against, 72 hours.
    [InlineData(ThreeVotes, "", 1, "0 of 3 binding votes for it (0 for, 0 against, 0 abstained of keepers or db)\nmore are for it than against (0 to 0)\nthe vote is open for 72 hours from the first vote, and nobody voted yet")]
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 2 cy vote for", 3, "the vote is open for 72 hours until 2024-03-04 09:00 UTC")]
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 2 cy vote for", 4, "")]
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 2 cy vote for; 2 dee vote against", 4, "")]
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 2 cy vote for; 3 cy vote abstain", 4, "2 of 3 binding votes for it (2 for, 0 against, 1 abstained of keepers or db)")]
    [InlineData("{ votes: { binding: 2, majority: two-thirds, quorum: 4 }, from: [keepers, db] }", "1 ann vote for; 1 bo vote for; 1 cy vote against; 1 eli vote against", 1, "twice as many are for it as against (2 to 2)")]
    [InlineData("{ votes: { binding: 2, quorum: 4 }, from: [keepers, db] }", "1 ann vote for; 1 bo vote for; 1 cy vote abstain", 1, "3 of 4 votes of any kind of keepers or db")]
    [InlineData("{ votes: { binding: 1, majority: unanimous } }", "1 ann vote for; 1 bo vote against", 1, "nobody is against it (1 to 1)")]
    // Who says the same again starts no clock anew, and who votes otherwise does not either.
    [InlineData(AllButTwo, "1 ann approve; 2 bo approve; 4 cy approve; 9 ann approve; 10 dee approve", 14, "")]
    [InlineData(AllButTwo, "1 ann approve old; 2 bo approve; 4 cy approve; 9 ann approve", 18, "the comment period of 10 days ends on 2024-03-19")]
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 1 cy vote for; 3 ann vote for; 3 bo vote for; 3 cy vote for", 4, "")]
    [InlineData(ThreeVotes, "1 ann vote against; 2 bo vote for; 2 cy vote for; 3 ann vote for", 4, "")]
    [InlineData("{ votes: { binding: 2 }, from: [keepers, db], period: 5d }", "1 ann vote for; 2 bo vote for; 6 eli vote for; 6 fay vote abstain", 7, "")]
    [InlineData("{ votes: { binding: 2 }, from: [keepers, db], period: 5d }", "1 ann vote for; 2 bo vote for; 3 eli vote against; 3 fay vote against; 6 cy vote for", 8, "the comment period of 5 days ends on 2024-03-11")]
    // A word that does not count takes none away that does.
    [InlineData(TwoKeepers, "1 ann approve; 2 bo approve; 3 ann approve elsewhere", 3, "")]
    // Two core reviewers and no objection.
    [InlineData("{ approvals: 2, from: [keepers], objections: block, overrule: [ops] }", "1 ann approve; 1 bo approve; 2 cy object; 3 bo overrule cy", 3, "open objection of cy: the cost (cy resolves it, or ops may overrule it with a reason)")]
    [InlineData("{ approvals: 2, from: [keepers], objections: block, overrule: [ops] }", "1 ann approve; 1 bo approve; 2 cy object; 3 fay overrule cy", 3, "")]
    // A refusal says of each clock whether the objection stops it.
    [InlineData(ThreeVotes, "1 ann vote for; 1 bo vote for; 2 cy vote for; 3 fay object", 9, "open objection of fay: the cost (fay resolves it, or keepers or db may overrule it with a reason; the vote runs on)")]
    [InlineData("{ approvals: 0, all-of: [ { title: public, approvals: 0, period: 5d, on-objection: pause }, { title: board, approvals: 0, period: 2d } ] }", "2 bo object", 9, "the comment period of 5 days runs on when the objection of bo is resolved\nopen objection of bo: the cost (bo resolves it, or anybody may overrule it with a reason; the comment period (public) stands still until then; the comment period (board) runs on)")]
    // Lazy consensus: silence is consent.
    [InlineData(Lazy, "", 3, "the comment period of 3 days ends on 2024-03-04")]
    [InlineData(Lazy, "", 4, "")]
    [InlineData(Lazy, "2 bo object", 9, "open objection of bo: the cost (bo resolves it, or anybody may overrule it with a reason; the comment period runs on)")]
    [InlineData(Paused, "2 bo object; 5 bo resolve", 8, "the comment period of 5 days ends on 2024-03-09 (an objection stopped it for a while)")]
    [InlineData(Paused, "2 bo object; 5 bo resolve", 9, "")]
    [InlineData(Paused, "2 bo object; 4 cy object; 5 bo resolve; 6 cy resolve", 9, "the comment period of 5 days ends on 2024-03-10 (an objection stopped it for a while)")]
    // An objection that is met on the day on which it was raised makes the days begin anew too, and stops none.
    [InlineData("{ approvals: 0, period: 5d, on-objection: restart }", "3 bo object; 3 bo resolve", 7, "the comment period of 5 days ends on 2024-03-08 (an objection made it begin anew)")]
    [InlineData(Paused, "3 bo object; 3 bo resolve", 5, "the comment period of 5 days ends on 2024-03-06")]
    // What was agreed upon at one gate does not open the next.
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 bo move Open Accepted; 3 bo move Accepted Open", 4, "0 of 2 approvals of keepers; still asked: ann, bo, cy")]
    [InlineData(TwoKeepers, "1 ann approve; 1 bo approve; 2 bo move Draft Open", 4, "")]
    // Nobody knows yet what is dated in the future.
    [InlineData(TwoKeepers, "1 ann approve; 200 bo approve", 4, "1 of 2 approvals of keepers: ann; still asked: bo, cy; 1 decision is dated in the future")]
    [InlineData("{ approvals: majority, from: [keepers] }", "1 ann approve", 1, "1 of 2 approvals of keepers: ann; still asked: bo, cy")]
    [InlineData("{ approvals: 4, from: [keepers] }", "1 ann approve", 1, "1 of 4 approvals of keepers: ann; still asked: bo, cy; there are only 3")]
    [InlineData("{ approvals: 1, signed: true }", "1 ann approve", 1, "0 of 1 approval; anybody may give it; not counted: ann (not in a commit whose signature git can verify)")]
    public void A_refusal_says_what_is_missing_and_what_would_change_it(string policy, string events, int day, string unmet) =>
        Assert.Equal(unmet, new Ledger(policy, events).Unmet(day));

    [Theory]
    // Hours are hours, also across midnight.
    [InlineData(Hours, "1T22:30 ann vote for", "4T22:29", "the vote is open for 72 hours until 2024-03-04 22:30 UTC")]
    [InlineData(Hours, "1T22:30 ann vote for", "4T22:30", "")]
    [InlineData("{ votes: { binding: 1, period: 5h } }", "1T22:30 ann vote for", "2T03:29", "the vote is open for 5 hours until 2024-03-02 03:30 UTC")]
    [InlineData("{ votes: { binding: 1, period: 5h } }", "1T22:30 ann vote for", "2T03:30", "")]
    // Days stay days: the hour does not matter.
    [InlineData("{ votes: { binding: 1, period: 3d } }", "1T22:30 ann vote for", "3T23:59", "the vote is open for 3 days until 2024-03-04")]
    [InlineData("{ votes: { binding: 1, period: 3d } }", "1T22:30 ann vote for", "4T00:00", "")]
    // From the last of the approvals that were needed.
    [InlineData("{ approvals: 2, from: [keepers], period: 36h }", "1T08:00 ann approve; 2T20:00 bo approve; 3T01:00 cy approve", "4T07:59", "the comment period of 36 hours ends on 2024-03-04 08:00 UTC")]
    [InlineData("{ approvals: 2, from: [keepers], period: 36h }", "1T08:00 ann approve; 2T20:00 bo approve; 3T01:00 cy approve", "4T08:00", "")]
    // An objection stops the clock, or makes it begin anew, to the hour.
    [InlineData("{ approvals: 1, from: [ann], period: 24h, on-objection: pause }", "1T08:00 ann approve; 1T12:00 eli object; 1T15:30 eli resolve", "2T11:29", "the comment period of 24 hours ends on 2024-03-02 11:30 UTC (an objection stopped it for a while)")]
    [InlineData("{ approvals: 1, from: [ann], period: 24h, on-objection: pause }", "1T08:00 ann approve; 1T12:00 eli object; 1T15:30 eli resolve", "2T11:30", "")]
    [InlineData("{ approvals: 1, from: [ann], period: 24h, on-objection: restart }", "1T08:00 ann approve; 1T12:00 eli object; 1T15:30 eli resolve", "2T15:29", "the comment period of 24 hours ends on 2024-03-02 15:30 UTC (an objection made it begin anew)")]
    // Who votes otherwise an hour later starts no clock anew.
    [InlineData(Hours, "1T10:00 bo vote against; 2T10:00 ann vote for; 3T10:00 bo vote for", "4T10:00", "")]
    public void A_period_in_hours_ends_at_an_hour_and_one_in_days_with_a_day(string policy, string events, string now, string unmet) =>
        Assert.Equal(unmet, new Ledger(policy, events).UnmetAt(now));

    [Fact]
    public void Where_only_the_day_of_today_is_known_a_period_of_hours_is_over_on_the_day_in_which_it_ends()
    {
        var ledger = new Ledger(Hours, "1T22:30 ann vote for");
        Assert.False(ledger.Holds(3));
        Assert.True(ledger.Holds(4));
    }

    [Fact]
    public void Whoever_ends_their_own_objection_under_another_of_their_names_overrules_nobody()
    {
        var met = new Ledger(TwoKeepers, "2 ann object; 3 annl resolve ann").Judge(4).Single(c => c.Kind == GateKind.Objection);
        Assert.Equal("objection of ann: the cost (resolved)", met.Text);
    }

    [Fact]
    public void A_status_that_somebody_wrote_down_after_a_recorded_move_away_from_it_began_then()
    {
        var ledger = new Ledger(Lazy, "1 bo move Draft Open; 2 bo move Open Draft");
        ledger = new Ledger(Lazy, "1 bo move Draft Open; 2 bo move Open Draft") { Facts = ledger.Facts with { StatusSince = new DateOnly(2024, 3, 6) } };
        Assert.Equal("the comment period of 3 days ends on 2024-03-09", ledger.Unmet(8));
        Assert.True(ledger.Holds(9));
    }

    [Fact]
    public void The_end_of_a_period_of_hours_is_an_instant_and_that_of_days_a_day()
    {
        var hours = Assert.Single(new Ledger(Hours, "1T22:30 ann vote for").JudgeAt("2"), c => c.Kind == GateKind.Period);
        Assert.Equal((new DateOnly(2024, 3, 4), Ledger.At("4T22:30")), (hours.Until, hours.Instant));
        var days = Assert.Single(new Ledger("{ votes: { binding: 1, period: 3d } }", "1T22:30 ann vote for").JudgeAt("2"), c => c.Kind == GateKind.Period);
        Assert.Equal((new DateOnly(2024, 3, 4), (DateTimeOffset?)null), (days.Until, days.Instant));
    }

    [Fact]
    public void Hours_from_a_day_whose_hour_nobody_wrote_down_are_counted_from_its_end()
    {
        var ledger = new Ledger(Hours, "4 ann vote for");
        var earlier = ledger.Decisions.SetItem(0, ledger.Decisions[0] with { Effective = new DateOnly(2024, 3, 1) });
        Assert.False(IsOver("4T23:59"));
        Assert.True(IsOver("5T00:00"));

        bool IsOver(string time) =>
            Policies.Judge(ledger.Policy, ledger.Facts, earlier, new Moment(DateOnly.FromDateTime(Ledger.At(time).UtcDateTime), Ledger.At(time))).Single(c => c.Kind == GateKind.Period).IsMet;
    }

    [Theory]
    [InlineData("2024-03-01T22:30:00+00:00", "4T22:30")]
    [InlineData("2024-03-01T22:30:00+05:00", "4T17:30")]
    public void Silence_is_counted_in_hours_from_the_commit_that_recorded_the_status(string committed, string end)
    {
        var since = DateTimeOffset.Parse(committed, System.Globalization.CultureInfo.InvariantCulture);
        var ledger = new Ledger("{ approvals: 0, period: 72h }", "");
        var known = new Ledger("{ approvals: 0, period: 72h }", "") { Facts = ledger.Facts with { StatusSince = DateOnly.FromDateTime(since.DateTime), StatusInstant = since } };
        Assert.True(known.JudgeAt(end).Single().IsMet);
        Assert.Equal(Ledger.At(end), known.JudgeAt("2").Single().Instant);
    }

    [Theory]
    [InlineData("dee", "1 dee approve", "")]
    [InlineData("dee", "1 ann approve", "0 of 1 approval of those whom 'Decider' names; still asked: dee; not counted: ann (not one of those whom 'Decider' names)")]
    [InlineData("db", "1 fay approve", "")]
    public void A_field_names_the_delegate(string named, string events, string unmet) =>
        Assert.Equal(unmet, new Ledger(Delegate, events, Fields(("Decider", [named]))).Unmet(2));

    [Fact]
    public void A_field_that_names_nobody_lets_nobody_approve() =>
        Assert.Equal("0 of 1 approval of those whom 'Decider' names; nobody is one", new Ledger(Delegate, "").Unmet(1));

    [Theory]
    [InlineData("1 dee approve; 1 eli approve; 2 fay approve", "")]
    [InlineData("1 dee approve; 2 fay approve", "")]
    [InlineData("1 eli approve; 2 fay approve", "0 of 1 approval of net (area) for 'Areas'; still asked: dee; not counted: eli (not one of net), fay (not one of net)")]
    [InlineData("1 dee approve; 2 eli approve", "0 of 1 approval of ops (production readiness); still asked: fay; not counted: dee (not one of ops), eli (not one of ops)")]
    public void Each_area_and_the_reviewer_of_production_readiness_approve(string events, string unmet) =>
        Assert.Equal(unmet, new Ledger(Areas, events, Fields(("Areas", ["net", "db"]))).Unmet(3));

    [Fact]
    public void Without_a_policy_nobody_needs_to_agree_and_nobody_may_object()
    {
        var ledger = new Ledger(TwoKeepers, "1 bo object");
        Assert.Empty(Policies.Judge(null, ledger.Facts, [], new DateOnly(2024, 3, 2)));
        var condition = Assert.Single(Policies.Judge(null, ledger.Facts, ledger.Decisions, new DateOnly(2024, 3, 2)));
        Assert.True(condition.Blocks);
        Assert.Equal(["bo"], condition.Who);
    }

    [Fact]
    public void A_policy_that_is_not_there_lets_nobody_pass()
    {
        var ledger = new Ledger(TwoKeepers, "1 ann approve; 1 bo approve");
        var life = ledger.Facts.Process.Life;
        var process = ledger.Facts.Process with { Life = life with { Policies = [] } };
        var transition = Lifecycle.Of(process).Find(process.Statuses.Statuses[1], process.Statuses.Statuses[2])!;
        var condition = Assert.Single(Policies.Judge(transition.Policy, ledger.Facts with { Process = process }, ledger.Decisions, new DateOnly(2024, 3, 2)));
        Assert.True(condition.Blocks);
        Assert.Equal("gavel.yml has no policy 'it', so that nobody knows who decides: write it there", condition.Text);
    }

    [Fact]
    public void A_signed_decision_counts_where_the_policy_asks_for_one()
    {
        var ledger = new Ledger("{ approvals: 1, signed: true }", "1 ann approve");
        var condition = Assert.Single(Policies.Judge(ledger.Policy, Signed(ledger, "ann"), ledger.Decisions, new DateOnly(2024, 3, 2)));
        Assert.True(condition.IsMet);
        Assert.Equal("1 of 1 approval: ann", condition.Text);
    }

    [Fact]
    public void A_decision_that_another_person_signed_counts_and_says_who_signed_it()
    {
        var ledger = new Ledger("{ approvals: 1, signed: true }", "1 ann approve");
        var condition = Assert.Single(Policies.Judge(ledger.Policy, Signed(ledger, "bo"), ledger.Decisions, new DateOnly(2024, 3, 2)));
        Assert.True(condition.IsMet);
        Assert.Equal("1 of 1 approval: ann; note that others signed: ann (signed by bo)", condition.Text);
    }

    [Fact]
    public void Who_signed_is_not_looked_at_where_no_signature_is_asked_for()
    {
        var ledger = new Ledger("{ approvals: 1 }", "1 ann approve");
        Assert.Equal("1 of 1 approval: ann", Assert.Single(Policies.Judge(ledger.Policy, Signed(ledger, "bo"), ledger.Decisions, new DateOnly(2024, 3, 2))).Text);
    }

    [Fact]
    public void A_signature_that_does_not_count_says_why()
    {
        var ledger = new Ledger("{ approvals: 1, signed: true }", "1 ann approve");
        var facts = ledger.Facts with { Unsigned = ledger.Decisions.ToImmutableDictionary(d => d.Path, _ => "by a key that has expired", StringComparer.Ordinal) };
        var condition = Assert.Single(Policies.Judge(ledger.Policy, facts, ledger.Decisions, new DateOnly(2024, 3, 2)));
        Assert.False(condition.IsMet);
        Assert.Contains("not counted: ann (not in a commit whose signature git can verify: by a key that has expired)", condition.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_signed_raises_an_objection_and_ends_none()
    {
        var ledger = new Ledger("{ approvals: 0, signed: true }", "1 bo object; 2 bo resolve");
        var facts = ledger.Facts with { Unsigned = ledger.Decisions.ToImmutableDictionary(d => d.Path, _ => "by nobody", StringComparer.Ordinal) };
        Assert.Equal(
            "open objection of bo: the cost (bo resolves it, or anybody may overrule it with a reason; the word of bo does not end it: not in a commit whose signature git can verify: by nobody)",
            Assert.Single(Policies.Judge(ledger.Policy, facts, ledger.Decisions, new DateOnly(2024, 3, 3)), c => c.Blocks).Text);
        Assert.DoesNotContain(Policies.Judge(ledger.Policy, Signed(ledger, "bo"), ledger.Decisions, new DateOnly(2024, 3, 3)), c => c.Blocks);
    }

    private static ProposalFacts Signed(Ledger ledger, string by) => ledger.Facts with { Signed = ledger.Decisions.ToImmutableDictionary(d => d.Path, _ => by, StringComparer.Ordinal) };

    [Theory]
    [InlineData(TwoKeepers, DecisionAction.Approve, "ann", null)]
    [InlineData(TwoKeepers, DecisionAction.Approve, "eli", "eli is not one of keepers, whose words 'it' counts")]
    [InlineData(TwoKeepers, DecisionAction.Vote, "ann", "'it' counts approvals, and no votes")]
    [InlineData(ThreeVotes, DecisionAction.Vote, "ann", null)]
    [InlineData(ThreeVotes, DecisionAction.Approve, "ann", "'it' counts votes, and no approvals")]
    [InlineData("{ approvals: 1, votes: { binding: 1 } }", DecisionAction.Vote, "fay", null)]
    [InlineData(Areas, DecisionAction.Approve, "ann", "ann is not one of those whom 'Areas' names or ops, whose words 'it' counts")]
    [InlineData(Lazy, DecisionAction.Approve, "ann", null)]
    public void Whoever_says_a_word_that_does_not_count_is_told_why(string policy, DecisionAction action, string person, string? why)
    {
        var ledger = new Ledger(policy, "");
        Assert.Equal(why, Policies.WhyNotCounted(ledger.Policy, ledger.Facts, person, action));
    }

    [Fact]
    public void An_objection_that_nobody_can_read_keeps_the_gate_shut()
    {
        var ledger = new Ledger(TwoKeepers, "1 ann approve; 1 bo approve");
        var path = ".gavel/decisions/KIP-1/2024-03-02T090000Z-object-cy-0000.yml";
        var facts = ledger.Facts with { Unreadable = [new UnreadableDecision(path, "KIP-1", DecisionAction.Object, "cy"), new UnreadableDecision(path, "KIP-1", DecisionAction.Approve, "cy")] };
        Assert.Equal([$"{path} cannot be read and may be an objection of cy: mend it or remove it"], Policies.Judge(ledger.Policy, facts, ledger.Decisions, new DateOnly(2024, 3, 2)).Where(c => c.Blocks).Select(c => c.Text));
    }

    [Theory]
    [InlineData("block", DecisionAction.Object, true)]
    [InlineData("warn", DecisionAction.Object, false)]
    [InlineData("ignore", DecisionAction.Object, false)]
    [InlineData("warn", DecisionAction.Hold, true)]
    [InlineData("ignore", DecisionAction.Hold, true)]
    public void Whatever_a_policy_says_of_objections_a_hold_that_nobody_can_read_keeps_the_gate_shut(string objections, DecisionAction action, bool blocks)
    {
        var ledger = new Ledger($"{{ approvals: 0, objections: {objections} }}", "");
        var facts = ledger.Facts with { Unreadable = [new UnreadableDecision("x.yml", "KIP-1", action, "cy")] };
        Assert.Equal(blocks, Policies.Judge(ledger.Policy, facts, ledger.Decisions, new DateOnly(2024, 3, 2)).Any(c => c.Blocks));
    }

    [Fact]
    public void What_was_decided_before_it_was_written_down_counts_from_then()
    {
        var ledger = new Ledger(AllButTwo, "1 ann approve; 2 bo approve; 20 cy approve");
        var earlier = ledger.Decisions.SetItem(2, ledger.Decisions[2] with { Effective = new DateOnly(2024, 3, 4) });
        Assert.Contains(Policies.Judge(ledger.Policy, ledger.Facts, earlier, new DateOnly(2024, 3, 20)), c => c is { Kind: GateKind.Period, IsMet: true });
        Assert.Contains(ledger.Judge(20), c => c is { Kind: GateKind.Period, IsMet: false } && c.Until == new DateOnly(2024, 3, 30));
    }

    [Fact]
    public void The_policies_of_the_manual_are_read_without_a_fault()
    {
        var page = File.ReadAllLines(Path.Combine(CheckoutFolder.Root, "docs", "life.md"));
        var policies = page.Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains("`{ ", StringComparison.Ordinal)).Select(l => l[(l.IndexOf('`', StringComparison.Ordinal) + 1)..l.LastIndexOf('`')]).ToList();
        Assert.Equal(8, policies.Count);
        foreach (var policy in policies)
        {
            var text = $"version: 1\npolicies:\n  it: {policy}\npeople: {{ ann: {{}}, bo: {{}}, cy: {{}} }}\ngroups: {{ {string.Join(", ", ((string[])["keepers", "core", "team", "committee", "readiness", "chair"]).Select(g => $"{g}: [ann, bo, cy]"))} }}\n";
            Assert.Empty(Gavel.Core.Processes.Configuration.Parse(Gavel.Core.Text.SourceText.From("gavel.yml", text)).Faults.Select(f => $"{policy}: {f.Message}"));
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Fields(params (string Name, string[] Values)[] fields) =>
        fields.ToImmutableDictionary(f => f.Name, f => f.Values.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
}
