namespace Gavel.Core.Timelines;

/// <summary>What a timeline tells of the step from one version to the next.</summary>
internal static class VersionChanges
{
    // Smaller changes of a section are mending, not rewriting: a quarter of its words, and five words.
    private const double RewrittenShare = 0.25;
    private const int RewrittenWords = 5;

    // Under another heading it is the same section where most words stayed.
    private const double SameText = 0.6;
    private const int FewestWords = 8;
    private const int MaxPairs = 200;

    public static List<VersionChange> Between(VersionFacts old, VersionFacts now)
    {
        var changes = new List<VersionChange>();
        if (!string.Equals(old.Title, now.Title, StringComparison.Ordinal)) changes.Add(new VersionChange(TimelineEventKind.Title, null, old.Title, now.Title));
        if (!string.Equals(old.Status, now.Status, StringComparison.Ordinal)) changes.Add(new VersionChange(TimelineEventKind.Status, null, old.Status, now.Status) { Effective = now.StatusDate });
        AddFields(old, now, changes);
        AddSections(old, now, changes);
        return changes;
    }

    private static void AddFields(VersionFacts old, VersionFacts now, List<VersionChange> changes)
    {
        if (old.Fields == now.Fields) return; // the same array
        var before = old.Fields.ToDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var field in now.Fields)
        {
            if (!before.Remove(field.Key, out var was)) changes.Add(new VersionChange(TimelineEventKind.Field, field.Name, null, field.Value));
            else if (!string.Equals(was.Value, field.Value, StringComparison.Ordinal)) changes.Add(new VersionChange(TimelineEventKind.Field, field.Name, was.Value, field.Value));
        }
        foreach (var field in old.Fields)
        {
            if (before.ContainsKey(field.Key)) changes.Add(new VersionChange(TimelineEventKind.Field, field.Name, field.Value, null));
        }
    }

    private static void AddSections(VersionFacts old, VersionFacts now, List<VersionChange> changes)
    {
        var added = new List<SectionFact>();
        var rewritten = new List<VersionChange>();
        var before = SectionPairs.Of(old.Sections, now.Sections, out var removed);
        for (var i = 0; i < before.Length; i++)
        {
            var (was, section) = (before[i], now.Sections[i]);
            if (was is null) added.Add(section);
            else if (!string.Equals(was.Text, section.Text, StringComparison.Ordinal) && IsRewritten(was.Text, section.Text)) rewritten.Add(Rewritten(was, section));
        }
        foreach (var section in added)
        {
            var was = added.Count * removed.Count > MaxPairs * MaxPairs ? null : removed.Take(MaxPairs).FirstOrDefault(r => IsSameText(r.Text, section.Text));
            if (was is not null) removed.Remove(was);
            changes.Add(new VersionChange(TimelineEventKind.Section, section.Title, was?.Title, section.Title));
        }
        changes.AddRange(rewritten);
        foreach (var section in removed) changes.Add(new VersionChange(TimelineEventKind.Section, section.Title, section.Title, null));
    }

    private static VersionChange Rewritten(SectionFact was, SectionFact now) => new(TimelineEventKind.Section, now.Title, was.Title, now.Title);

    private static bool IsRewritten(string old, string now)
    {
        var (common, larger) = Compare(old, now);
        return larger - common >= RewrittenWords && larger - common >= RewrittenShare * larger;
    }

    private static bool IsSameText(string old, string now)
    {
        var (common, larger) = Compare(old, now);
        return larger >= FewestWords && common >= SameText * larger;
    }

    // How many words both have, and how many the longer text has.
    private static (int Common, int Larger) Compare(string old, string now)
    {
        var (a, b) = (new WordBag(old), new WordBag(now));
        return (a.Common(b), Math.Max(a.Count, b.Count));
    }
}
