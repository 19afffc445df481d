using System.Collections.Immutable;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Text;

namespace Core.Tests.Lifecycles;

/// <summary>
/// A policy in the words of gavel.yml, and what people decided, one line each: <c>day who action</c> and perhaps more, as in
/// <c>3 ann approve</c>, <c>4 bo object</c>, <c>5 bo resolve</c>, <c>6 cy overrule bo</c>, <c>2 dee vote for</c>, <c>7 ann approve old</c>.
/// Day 1 is 1 March 2024, on which the proposal came to its status; <c>1T22:30</c> is an hour of it, 09:00 where none is said.
/// </summary>
internal sealed class Ledger
{
    public static readonly ContentId Now = new(new string('a', 40));
    public static readonly ContentId Reworded = new(new string('b', 40));
    public static readonly ContentId Old = new(new string('c', 40));

    private static readonly DateOnly First = new(2024, 3, 1);

    public Ledger(string policy, string events, ImmutableDictionary<string, ImmutableArray<string>>? fields = null)
    {
        var text = $"""
            version: 1
            processes:
              - name: KIP
                template: kips/template.md
                files: kips/{"{number}"}-{"{slug}"}.md
                statuses: {"{"} Draft: {"{}"}, Open: {"{}"}, Accepted: {"{}"}, Done: {"{}"}, Rejected: {"{}"} {"}"}
                transitions:
                  - {"{"} from: Draft, to: Open {"}"}
                  - {"{"} from: Open, to: Accepted, policy: it {"}"}
                  - {"{"} from: Accepted, to: [Done] {"}"}
                  - {"{"} from: "*", to: Rejected {"}"}
            policies:
              it: {policy}
            people: {"{"} ann: {"{ names: [Ann Lee], emails: [ann@example.org], handles: [annl] }"}, bo: {"{}"}, cy: {"{}"}, dee: {"{}"}, eli: {"{}"}, fay: {"{}"} {"}"}
            groups: {"{"} keepers: [ann, bo, cy], net: [dee], db: [eli, fay], ops: [fay] {"}"}
            """;
        text = text.Replace("to: [Done]", "to: Done", StringComparison.Ordinal);
        var (configuration, faults) = Configuration.Parse(SourceText.From("gavel.yml", text));
        Assert.Empty(faults.Where(f => f.Severity == Severity.Error).Select(f => f.Message));
        var process = configuration!.Processes[0];
        var statuses = new Vocabulary(process.Statuses);
        Facts = new ProposalFacts
        {
            Id = "KIP-1",
            Process = new Process { Name = "KIP", Templates = [], Files = [], Folder = "kips", Statuses = statuses, Life = LifeConfiguration.Of(configuration, process) },
            Status = statuses.Statuses[1],
            StatusSince = First,
            Authors = ["ann"],
            Fields = fields ?? ImmutableDictionary<string, ImmutableArray<string>>.Empty,
            Texts = new Dictionary<string, Freshness>(StringComparer.Ordinal) { [Now.Sha] = Freshness.Fresh, [Reworded.Sha] = Freshness.Fresh, [Old.Sha] = Freshness.Changed }.ToImmutableDictionary(),
            People = new PersonDirectory(configuration.People),
        };
        Policy = configuration.Policies[0];
        Decisions = Read(events);
    }

    public ProposalFacts Facts { get; init; }

    public PolicyConfiguration Policy { get; }

    public ImmutableArray<Decision> Decisions { get; }

    public ImmutableArray<GateCondition> Judge(int day) => Policies.Judge(Policy, Facts, Decisions, First.AddDays(day - 1));

    /// <summary>What stands in the way, one line each; empty where nothing does.</summary>
    public string Unmet(int day) => string.Join('\n', Judge(day).Where(c => c.Blocks).Select(c => c.Text));

    public bool Holds(int day) => Judge(day).All(c => !c.Blocks);

    /// <summary>What stands in the way at an hour of a day, such as <c>4T10:15</c>.</summary>
    public string UnmetAt(string time) => string.Join('\n', JudgeAt(time).Where(c => c.Blocks).Select(c => c.Text));

    public ImmutableArray<GateCondition> JudgeAt(string time) =>
        Policies.Judge(Policy, Facts, Decisions, new Moment(DateOnly.FromDateTime(At(time).UtcDateTime), At(time)));

    /// <summary>The instant of <c>4T10:15</c>, or of <c>4</c>.</summary>
    public static DateTimeOffset At(string time)
    {
        var parts = time.Split('T');
        var hour = parts.Length > 1 ? TimeOnly.ParseExact(parts[1], "HH:mm", System.Globalization.CultureInfo.InvariantCulture) : new TimeOnly(9, 0);
        return new DateTimeOffset(First.AddDays(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) - 1), hour, TimeSpan.Zero);
    }

    public static ImmutableArray<Decision> Read(string events)
    {
        var decisions = ImmutableArray.CreateBuilder<Decision>();
        foreach (var line in events.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var on = At(words[0]).AddSeconds(words[0].Contains('T', StringComparison.Ordinal) ? 0 : decisions.Count);
            var isOverrule = words[2] == "overrule";
            var action = isOverrule ? DecisionAction.Resolve : Enum.Parse<DecisionAction>(words[2], ignoreCase: true);
            var more = words.Skip(3).ToArray();
            var raised = action == DecisionAction.Resolve ? decisions.Last(d => d.Action is DecisionAction.Object or DecisionAction.Hold && d.By == (more.FirstOrDefault() ?? words[1])) : null;
            decisions.Add(DecisionWriter.Write(new Decision("", "KIP-1", action, words[1], words[1], on, null,
                action is DecisionAction.Move or DecisionAction.Resolve || more.Contains("nowhere") ? null : more.Contains("old") ? Old : more.Contains("reworded") ? Reworded : more.Contains("elsewhere") ? new ContentId(new string('f', 40)) : Now,
                action is DecisionAction.Object or DecisionAction.Hold ? "the cost" : isOverrule ? "measured" : null)
            {
                Vote = action == DecisionAction.Vote ? more[0] : null,
                Ends = raised?.FileName,
                From = action == DecisionAction.Move ? more[0] : null,
                To = action == DecisionAction.Move ? more[1] : null,
            }).Decision);
        }
        return decisions.ToImmutable();
    }
}
