using Core.Tests.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;

namespace Core.Tests.Lifecycles;

public sealed class LifecycleTests
{
    private static readonly Vocabulary Statuses = Vocabulary.Of(["Draft", "In Discussion", "Approved", "In development", "Merged", "Rejected", "Withdrawn", "Superseded", "Deferred"]);

    [Theory]
    [InlineData(null, "Draft")]
    [InlineData("Draft", "In Discussion")]
    [InlineData("In Discussion", "Approved")]
    [InlineData("Approved", "In development")]
    [InlineData("In development", "Merged")]
    [InlineData("Deferred", "Draft")]
    [InlineData("Merged", null)]
    [InlineData("Rejected", null)]
    [InlineData("Superseded", null)]
    public void Without_configuration_the_next_step_is_the_next_status_towards_the_end(string? from, string? next) =>
        Assert.Equal(next, Lifecycle.Of(Process()).Next(Find(from))?.To.Name);

    [Theory]
    [InlineData("Draft", "Merged", true)]
    [InlineData("Approved", "In Discussion", true)]
    [InlineData("Merged", "Superseded", true)]
    [InlineData("Merged", "Approved", true)]
    [InlineData("Merged", "Draft", false)]
    [InlineData("Rejected", "In Discussion", true)]
    [InlineData("Rejected", "Approved", false)]
    [InlineData("Withdrawn", "Merged", false)]
    [InlineData("Draft", "Draft", false)]
    [InlineData(null, "Merged", true)]
    public void Without_configuration_what_is_given_up_begins_anew_and_what_is_finished_stays_finished(string? from, string to, bool isAllowed) =>
        Assert.Equal(isAllowed, Lifecycle.Of(Process()).Find(Find(from), Find(to)!) is not null);

    [Theory]
    [InlineData("Draft", "In Discussion", true)]
    [InlineData("Draft", "Approved", false)]
    [InlineData("In Discussion", "Approved", true)]
    [InlineData("Merged", "Withdrawn", true)]
    [InlineData(null, "Draft", true)]
    [InlineData(null, "In Discussion", true)]
    [InlineData(null, "Approved", false)]
    public void What_is_listed_is_allowed_and_nothing_else(string? from, string to, bool isAllowed) =>
        Assert.Equal(isAllowed, Lifecycle.Of(Process(("Draft", "In Discussion"), ("In Discussion", "Approved"), ("*", "Withdrawn"))).Find(Find(from), Find(to)!) is not null);

    [Fact]
    public void Of_two_ends_the_one_that_is_listed_behind_the_status_is_next()
    {
        var statuses = Vocabulary.Of(["Draft", "Active", "Accepted", "Final", "Rejected"]);
        Assert.Equal("Final", Lifecycle.Of(Process() with { Statuses = statuses }).Next(statuses.Find("Accepted")!.Status)?.To.Name);
    }

    [Fact]
    public void Where_a_proposal_may_go_is_told_in_the_order_of_the_list()
    {
        var lifecycle = Lifecycle.Of(Process(("In Discussion", "Rejected"), ("In Discussion", "Approved"), ("Approved", "Merged"), ("*", "Withdrawn")));
        Assert.Equal(["Rejected", "Approved", "Withdrawn"], lifecycle.From(Find("In Discussion")).Select(t => t.To.Name));
        Assert.Equal("Approved", lifecycle.Next(Find("In Discussion"))?.To.Name);
    }

    [Fact]
    public void Two_vocabularies_meet_in_aliases()
    {
        var statuses = new Vocabulary([new Status("Open", StatusKind.Open, ["In review"]), new Status("Agreed", StatusKind.Accepted, ["Approved"])]);
        var process = Process(("In review", "Approved")) with { Statuses = statuses };
        Assert.NotNull(Lifecycle.Of(process).Find(statuses.Statuses[0], statuses.Statuses[1]));
    }

    [Fact]
    public void A_status_that_no_proposal_had_yet_is_one_where_nobody_wrote_down_which_there_are()
    {
        var found = Vocabulary.Of(["Proposed"]);
        Assert.Equal("Accepted", Lifecycle.Of(Counted(found)).Match("Accepted")?.Status.Name);
        Assert.Null(Lifecycle.Of(Counted(found)).Match("Splendid"));
        Assert.Null(Lifecycle.Of(Counted(found) with { Life = LifeConfiguration.None with { HasStatuses = true } }).Match("Accepted"));
    }

    [Fact]
    public void Statuses_that_were_only_counted_have_no_order_within_a_kind() =>
        Assert.Equal("Final", Lifecycle.Of(Counted(Vocabulary.Of(["Draft", "Accepted", "Provisional", "Final"]))).Next(new Status("Accepted", StatusKind.Accepted, []))?.To.Name);

    private static Process Counted(Vocabulary statuses) => Process() with { Statuses = statuses, StatusField = "Status", Templates = [new TemplateRevision(HandMade.Schema(), null, null) { IsCurrent = true }] };

    private static Status? Find(string? name) => name is null ? null : Statuses.Find(name)!.Status;

    private static Process Process(params (string From, string To)[] transitions) => new()
    {
        Name = "KIP",
        Templates = [],
        Files = [],
        Folder = "kips",
        Statuses = Statuses,
        Life = LifeConfiguration.None with { Transitions = [.. transitions.Select(t => new TransitionConfiguration([t.From], t.To, null, Place.StartOf("gavel.yml")))] },
    };
}
