using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;

namespace Gavel.Core.Checking.Rules.Texts;

/// <summary>Reports an id of a known process that no proposal has and no index reserves. In running text it is only a note.</summary>
internal sealed class ReferenceUnknown : ICatalogRule
{
    private static readonly Reason Exists = new Reason.Standard("a proposal that is named exists");

    private const int SmallNumber = 3; // digits
    private const int FewOfOthers = 500; // numbers of standards that are cited are larger

    public RuleInfo Info { get; } = new("reference-unknown", Severity.Error, "A proposal is named that does not exist.");

    public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today)
    {
        foreach (var lost in Decided(catalog)) yield return lost;
        var reserved = Reserved(catalog);
        var highest = catalog.Entries.GroupBy(e => e.Process.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(e => e.Number), StringComparer.Ordinal);
        foreach (var entry in catalog.Entries)
        {
            foreach (var same in entry.References.Where(r => !r.IsKnown && r.Source != ReferenceSource.Link && !entry.TitleAt.Span.Overlaps(r.At.Span)).GroupBy(r => (r.Kind == ReferenceKind.Mentions ? "~" : "=") + r.To, StringComparer.Ordinal))
            {
                var to = same.Key[1..];
                if (!IsId(catalog, highest, entry, to, isMention: same.Key[0] == '~', out var id) || reserved.Contains(id)) continue;
                var places = same.Select(r => r.At).ToList();
                var found = Info.Report(entry, places[0], $"{to} does not exist", Exists, to) with { Also = [.. places.Skip(1)] };
                yield return same.Key[0] == '~' ? found.AtMost(Severity.Info) : found;
            }
        }
    }

    // Somebody gave the proposal another number by hand, or took it away: what was decided about it is kept, and found by nobody.
    private IEnumerable<Diagnostic> Decided(Catalog catalog)
    {
        var gone = catalog.Pointers.Select(p => p.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var about in catalog.Decisions.All.Where(d => catalog.Find(d.Proposal) is null && !gone.Contains(d.Proposal)).GroupBy(d => d.Proposal, StringComparer.OrdinalIgnoreCase))
        {
            var first = about.First();
            if (catalog.Tree.Find(first.Path) is not { } file) continue;
            var text = catalog.Tree.Read(file);
            yield return new Diagnostic(Info.Name, Severity.Warning, Place.In(text, text.Lines.SpanOf(1)), string.Create(CultureInfo.InvariantCulture, $"{about.Count()} {(about.Count() == 1 ? "decision is" : "decisions are")} about {about.Key}, which does not exist"), Exists)
            {
                Subject = about.Key,
                Help = "Where the proposal has another name by now, move the folder of its decisions after it.",
            };
        }
    }

    /// <summary>The name of a process of the catalog and a number; a bare number counts for the entry's own process.</summary>
    private static bool IsId(Catalog catalog, Dictionary<string, int?> highestOf, CatalogEntry entry, string text, bool isMention, out string id)
    {
        id = "";
        var at = text.Length;
        while (at > 0 && char.IsAsciiDigit(text[at - 1])) at--;
        if (at == text.Length || text.Length - at > 9) return false;
        var number = int.Parse(text.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture);
        var name = text.AsSpan(0, at).TrimEnd(" -_#").ToString();
        if (name.Length == 0) name = entry.Process.Name;
        var process = catalog.Processes.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        if (process is null || name.Length < 2 && text.Length > name.Length + 1) return false;
        // A number of another order of magnitude is no number of the process, unless it is as long as its numbers are written. A name that standards have too tells little.
        if (highestOf.GetValueOrDefault(process.Name) is not { } highest || number > 10L * highest + 100 && text.Length - at > Math.Max(process.NumberWidth, SmallNumber)) return false;
        if (IsSharedName(process.Name) && number > (isMention ? Math.Max(highest, FewOfOthers) : 10L * highest + 100)) return false;
        id = Key(process.Name, number);
        return catalog.Find(id) is null;
    }

    private static bool IsSharedName(string name) => RelationWords.Standards.Contains(name, StringComparer.OrdinalIgnoreCase) || RelationWords.Others.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Reserved(Catalog catalog)
    {
        var reserved = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var index in catalog.Indexes)
        {
            foreach (var row in index.Rows)
            {
                if (row.Number is { } number) reserved.Add(Key(index.Process, number));
            }
        }
        return reserved;
    }

    private static string Key(string process, int number) => string.Create(CultureInfo.InvariantCulture, $"{process}-{number}");
}
