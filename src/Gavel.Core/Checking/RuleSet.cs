using System.Collections.Immutable;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Checking.Rules.Indexes;
using Gavel.Core.Checking.Rules.Leftovers;
using Gavel.Core.Checking.Rules.Life;
using Gavel.Core.Checking.Rules.Plans;
using Gavel.Core.Checking.Rules.Relations;
using Gavel.Core.Checking.Rules.Sections;
using Gavel.Core.Checking.Rules.Texts;
using Gavel.Core.Checking.Rules.Titles;
using Gavel.Core.Checking.Rules.Tool;

namespace Gavel.Core.Checking;

/// <summary>All rules, one line each.</summary>
public static class RuleSet
{
    public static ImmutableArray<IRule> All { get; } =
    [
        new TitleFormat(),
        new TitleDuplicate(),
        new FileName(),
        new NumberMismatch(),
        new NumberDuplicate(),
        new FieldMissing(),
        new FieldEmpty(),
        new FieldValue(),
        new FieldPlaceholder(),
        new FieldFormat(),
        new FieldDuplicate(),
        new FieldUnknown(),
        new SectionMissing(),
        new SectionEmpty(),
        new SectionOrder(),
        new SectionLevel(),
        new SectionRenamed(),
        new SectionTooLong(),
        new SectionDuplicate(),
        new SectionUnknown(),
        new PromptUnanswered(),
        new LeftoverInstruction(),
        new LeftoverPlaceholder(),
        new BareTemplate(),
        new Stub(),
        new ChecklistOpen(),
        new TocStale(),
        new LinkBroken(),
        new AnchorBroken(),
        new ImageMissing(),
        new ReferenceUnknown(),
        new Adornment(),
        new LineTooLong(),
        new LicenceMissing(),
        new DiagramMissing(),
        new LinkMissing(),
        new TrackerDuplicate(),
        new TrackerForeign(),
        new RelationOneSided(),
        new RelationCycle(),
        new RelationConflict(),
        new IndexStatus(),
        new IndexTitle(),
        new IndexMissing(),
        new IndexDangling(),
        new IndexNumber(),
        new PlanMissing(),
        new TaskTooBig(),
        new TransitionIllegal(),
        new GateUnmet(),
        new StatusAxis(),
        new Stale(),
    ];

    /// <summary>Every name that a configuration or a suppression may use, in the order of the rules, then the tool's own.</summary>
    public static ImmutableArray<RuleInfo> Infos { get; } = [.. All.Select(r => r.Info), .. ToolRules.All];

    /// <returns>Null when there is no such rule.</returns>
    public static RuleInfo? Find(string name) => Infos.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.Ordinal));
}
