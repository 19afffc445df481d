using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Chooses the template revision that a document is held to.</summary>
internal static class RevisionChooser
{
    private const int MaxHeadings = 5000; // enough to know a document by

    /// <summary>By folder and syntax first; then the revision of its time where both dates are known, else the one that fits best, newer ones first among equals.</summary>
    public static Schema Choose(Process process, string path, DateOnly? created, Document document)
    {
        var all = process.Templates;
        if (all.Length == 1) return all[0].Schema;
        var fitting = all.Where(t => t.Folder is null || IsBelow(path, t.Folder)).ToList();
        if (fitting.Exists(t => t.Folder is not null)) fitting.RemoveAll(t => t.Folder is null);
        if (fitting.Count == 0) fitting = [.. all];
        if (fitting.Exists(t => string.Equals(t.Schema.Syntax, document.Syntax, StringComparison.Ordinal))) fitting.RemoveAll(t => !string.Equals(t.Schema.Syntax, document.Syntax, StringComparison.Ordinal));
        if (created is { } day)
        {
            // Of each template the revision of that day; what came later is none of it.
            fitting = [.. fitting.GroupBy(t => t.Schema.Path, StringComparer.Ordinal).Select(g => OfDay(g, day))];
        }
        if (fitting.Count == 1) return fitting[0].Schema;
        var names = NamesOf(document);
        var best = fitting[^1];
        var bestScore = double.MinValue;
        for (var i = fitting.Count - 1; i >= 0; i--)
        {
            var score = ScoreOf(fitting[i].Schema, names) + (fitting[i].IsCurrent ? 0.0001 : 0);
            if (score <= bestScore) continue;
            bestScore = score;
            best = fitting[i];
        }
        return best.Schema;
    }

    private static TemplateRevision OfDay(IEnumerable<TemplateRevision> revisions, DateOnly day)
    {
        TemplateRevision? first = null;
        TemplateRevision? found = null;
        foreach (var revision in revisions)
        {
            first ??= revision;
            if (revision.Since is not { } since || DateOnly.FromDateTime(since.DateTime) <= day) found = revision;
        }
        return found ?? first!;
    }

    // Sections and fields that both have, less what is demanded and missing.
    private static double ScoreOf(Schema schema, HashSet<string> names)
    {
        var there = 0;
        var all = 0;
        foreach (var demand in schema.Demands)
        {
            var name = demand switch
            {
                Demand.Section { IsRepeatable: false, IsOffered: false } section => HeadingKey.Of(section.Text).Loose,
                Demand.Field field => "=" + FieldMatcher.KeyOf("", field.Name),
                _ => null,
            };
            if (name is null) continue;
            all++;
            if (names.Contains(name)) there++;
        }
        return all == 0 ? -1 : there - (0.5 * (all - there));
    }

    private static HashSet<string> NamesOf(Document document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in document.Root.SelfAndDescendants().Take(MaxHeadings))
        {
            if (section.Heading is { } heading) names.Add(HeadingKey.Of(heading.Text).Loose);
        }
        foreach (var field in document.Header.AsSpan()[..Math.Min(document.Header.Length, MaxHeadings)]) names.Add("=" + FieldMatcher.KeyOf("", field.Name));
        return names;
    }

    private static bool IsBelow(string path, string folder) => TreePath.FolderOf(path) is var own && (string.Equals(own, folder, StringComparison.Ordinal) || own.StartsWith(folder + "/", StringComparison.Ordinal) || own.EndsWith("/" + folder, StringComparison.Ordinal) || own.Contains("/" + folder + "/", StringComparison.Ordinal));
}
