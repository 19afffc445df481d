using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;

namespace Gavel.Core.Processes;

/// <summary>Makes values of the nodes that were found sound.</summary>
internal sealed class ConfigurationReader(SourceText text, HashSet<YamlNode> sound)
{
    public Configuration Read(YamlNode.Mapping root) => new()
    {
        Text = text,
        Processes = [.. Items(root, "processes").OfType<YamlNode.Mapping>().Select(Process).OfType<ProcessConfiguration>()],
        Rules = new RuleSettings(Rules(root), [.. Items(root, "overrides").OfType<YamlNode.Mapping>().Select(Override)],
            [.. Items(root, "exemptions").OfType<YamlNode.Mapping>().Select(Exemption).OfType<Exemption>()]),
        Policies = [.. Named(root, "policies").Select(e => Policy(e.Key.Value, Map(e.Value), At(e.Key)))],
        People = [.. Named(root, "people").Select(e => new PersonConfiguration(e.Key.Value, Texts(Map(e.Value), "names"), Texts(Map(e.Value), "emails"), Texts(Map(e.Value), "handles"), At(e.Key)))],
        Groups = [.. Named(root, "groups").Select(e => new GroupConfiguration(e.Key.Value, TextsOf(e.Value), At(e.Key)))],
    };

    private ProcessConfiguration? Process(YamlNode.Mapping node)
    {
        if (Find(node, "name") is not YamlNode.Scalar name || Texts(node, "files").IsEmpty) return null;
        return new ProcessConfiguration
        {
            Name = name.Value.Trim(),
            At = At(name),
            Places = node.Entries.DistinctBy(e => e.Key.Value, StringComparer.Ordinal).ToImmutableDictionary(e => e.Key.Value, e => At(e.Value), StringComparer.Ordinal),
            Templates = [.. Texts(node, "template").Select(t => new FilePattern(t))],
            Files = [.. Texts(node, "files").Select(t => new FilePattern(t))],
            Header = String(node, "header"),
            Exclude = Texts(node, "exclude"),
            Numbering = Choice<Numbering>(node, "number"),
            StatusPlace = Choice<StatusPlace>(node, "status"),
            Index = String(node, "index"),
            Anchors = String(node, "anchors"),
            Statuses = [.. Named(node, "statuses").Select(e => Status(e.Key.Value, Map(e.Value)))],
            Axes = [.. Named(node, "axes").Select(e => new AxisConfiguration(e.Key.Value, String(Map(e.Value), "field") ?? e.Key.Value, Texts(Map(e.Value), "values"), At(e.Key)))],
            Forbid = [.. Items(node, "forbid").OfType<YamlNode.Mapping>().Select(n => new ForbiddenCombination(Pairs(n), At(n)))],
            Transitions = [.. Items(node, "transitions").OfType<YamlNode.Mapping>().Select(Transition).OfType<TransitionConfiguration>()],
            Sections = [.. Named(node, "sections").Select(e => Section(e.Key, Map(e.Value)))],
            Fields = [.. Named(node, "fields").Select(e => Field(e.Key, Map(e.Value)))],
        };
    }

    private Status Status(string name, YamlNode.Mapping node) => new(
        name, Choice<StatusKind>(node, "kind") ?? StatusText.KindOf(name) ?? StatusKind.Open, Texts(node, "aliases"),
        String(node, "stale-after") is { } stale ? ConfigurationValues.Duration(stale) : null);

    private TransitionConfiguration? Transition(YamlNode.Mapping node) =>
        String(node, "to") is { } to ? new TransitionConfiguration(Texts(node, "from"), to, String(node, "policy"), At(node)) : null;

    private SectionOverride Section(YamlNode.Scalar key, YamlNode.Mapping node) => new(
        key.Value, Texts(node, "aliases"), Flag(node, "required"), String(node, "required-from"),
        String(node, "max-words") is { } words ? ConfigurationValues.Whole(words) : null, At(key), LineOf(key));

    private FieldOverride Field(YamlNode.Scalar key, YamlNode.Mapping node) => new(
        key.Value, Flag(node, "required"), String(node, "required-from"), String(node, "kind"), Texts(node, "values"), At(key), LineOf(key));

    // Where a policy is a vote or has parts, approvals are needed only if it says so.
    private PolicyConfiguration Policy(string name, YamlNode.Mapping node, Place at) => new(name, at)
    {
        Title = String(node, "title") ?? name,
        Approvals = String(node, "approvals") is { } count ? ConfigurationValues.Approvals(count) ?? ApprovalCount.One : Find(node, "votes") is not null || Find(node, "all-of") is not null ? ApprovalCount.None : ApprovalCount.One,
        Votes = Find(node, "votes") is YamlNode.Mapping votes ? Vote(votes) : null,
        From = Texts(node, "from"),
        Each = String(node, "each"),
        Objections = Choice<ObjectionEffect>(node, "objections") ?? ObjectionEffect.Block,
        Period = ConfigurationValues.Period(String(node, "period")),
        Starts = Choice<PeriodStart>(node, "starts"),
        OnObjection = Choice<ClockEffect>(node, "on-objection") ?? ClockEffect.Continue,
        IsSigned = Flag(node, "signed") ?? false,
        CountsAuthors = String(node, "authors") is not "ignore",
        Overrule = Texts(node, "overrule"),
        Parts = [.. Items(node, "all-of").OfType<YamlNode.Mapping>().Select((part, index) => Policy(String(part, "title") ?? string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1}"), part, At(part)))],
    };

    private VoteConfiguration Vote(YamlNode.Mapping node) => new(
        String(node, "binding") is { } binding ? ConfigurationValues.Whole(binding) ?? 1 : 1,
        String(node, "majority") switch { "two-thirds" => VoteMajority.TwoThirds, "unanimous" => VoteMajority.Unanimous, _ => VoteMajority.Simple },
        String(node, "quorum") is { } quorum ? ConfigurationValues.Whole(quorum) ?? 0 : 0, ConfigurationValues.Period(String(node, "period")));


    private ImmutableArray<RuleSetting> Rules(YamlNode.Mapping node) =>
        Find(node, "rules") is not YamlNode.Mapping rules
            ? []
            : [.. rules.Entries.Where(e => sound.Contains(e.Value)).Select(e => new RuleSetting(e.Key.Value, Enum.Parse<Severity>(((YamlNode.Scalar)e.Value).Value, ignoreCase: true)))];

    private RuleOverride Override(YamlNode.Mapping node)
    {
        var when = Map(Find(node, "when"));
        var condition = new OverrideCondition(
            Texts(when, "status"), String(when, "number") is { } numbers ? ConfigurationValues.Numbers(numbers) : null,
            String(when, "created-before") is { } date ? ConfigurationValues.Date(date) : null, String(when, "template"));
        return new RuleOverride(condition, Rules(node), At(node));
    }

    private Exemption? Exemption(YamlNode.Mapping node) =>
        String(node, "rule") is { } rule && String(node, "proposal") is { } proposal
            ? new Exemption(rule, proposal, String(node, "reason"), String(node, "until") is { } until ? ConfigurationValues.Date(until) : null, At(node))
            : null;

    private ImmutableArray<KeyValuePair<string, string>> Pairs(YamlNode.Mapping node) =>
        [.. node.Entries.Where(e => sound.Contains(e.Value)).Select(e => KeyValuePair.Create(e.Key.Value, ((YamlNode.Scalar)e.Value).Value))];

    private YamlNode? Find(YamlNode.Mapping node, string key) => node.Find(key) is { } value && sound.Contains(value) ? value : null;

    private IEnumerable<YamlNode> Items(YamlNode.Mapping node, string key) =>
        Find(node, key) is YamlNode.Sequence list ? list.Items.Where(sound.Contains) : [];

    private IEnumerable<YamlEntry> Named(YamlNode.Mapping node, string key) =>
        Find(node, key) is YamlNode.Mapping map ? map.Entries.Where(e => sound.Contains(e.Value)).DistinctBy(e => e.Key.Value, StringComparer.Ordinal) : [];

    private string? String(YamlNode.Mapping node, string key) => Find(node, key) is YamlNode.Scalar { IsNull: false } value ? value.Value.Trim() : null;

    private bool? Flag(YamlNode.Mapping node, string key) => String(node, key) is { } value ? value is "true" : null;

    private T? Choice<T>(YamlNode.Mapping node, string key) where T : struct, Enum =>
        String(node, key) is { } value && Enum.TryParse<T>(value, ignoreCase: true, out var choice) ? choice : null;

    private ImmutableArray<string> Texts(YamlNode.Mapping node, string key) => Find(node, key) is { } value ? TextsOf(value) : [];

    private ImmutableArray<string> TextsOf(YamlNode node) => node switch
    {
        YamlNode.Scalar { IsNull: false } one => [one.Value.Trim()],
        YamlNode.Sequence list => [.. list.Items.Where(sound.Contains).OfType<YamlNode.Scalar>().Select(s => s.Value.Trim())],
        _ => [],
    };

    private static YamlNode.Mapping Map(YamlNode? node) => node as YamlNode.Mapping ?? new YamlNode.Mapping(node?.Span ?? default, []);

    private Place At(YamlNode node) => Place.In(text, node.Span);

    private string LineOf(YamlNode node) => text.Substring(text.Lines.SpanOf(text.Lines.LineOf(node.Span.Start))).Trim();
}
