using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>What a process is called: the word before the number.</summary>
internal static class NameMiner
{
    private const int LongestAcronym = 6; // letters; a longer word is written as a word

    private static readonly string[] Generic = ["number", "id", "no", "issue", "issues", "pr", "pull", "discussion", "tracking", "date", "author", "authors", "status", "title", "created", "updated", "start", "related", "version", "github", "link", "ticket", "nav", "sidebar", "menu", "order", "weight", "position", "sort"];

    /// <returns>The name and what says so.</returns>
    public static (string Name, string From) Find(Discovered process, Schema schema, IReadOnlyList<(Document Document, string? Number)> sample)
    {
        var (name, from) = Written(process, schema, sample);
        return (ConfigurationValues.IsIdName(name) ? name : PartOf(name), from);
    }

    // "RFC/NNN": the last part that a folder can be called.
    private static string PartOf(string name) =>
        name.Split(ConfigurationValues.NoFolder).Select(p => p.Trim().TrimStart('.')).LastOrDefault(p => p.Any(char.IsLetterOrDigit)) ?? "Proposal";

    private static (string Name, string From) Written(Discovered process, Schema schema, IReadOnlyList<(Document Document, string? Number)> sample)
    {
        if (schema.Title is { Pattern.Name: { } word } title && word.Any(char.IsLetter)) return (word.Trim('[', '(', '#', '`', '*', '_'), StatusMiner.Where(title.Source));
        var prefix = NameWords.Split(process.Prefix).LastOrDefault(w => w.All(char.IsLetter));
        if (prefix is not null) return (Spell(prefix), process.Files[0].Text);
        if (FromField(schema, sample) is { } field) return field;
        if (process.TemplatePattern is null && process.Templates.Length > 0)
        {
            // The subject that the names of all its templates share.
            var words = process.Templates.Select(SubjectsOf).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToList();
            if (words.Count > 0) return (Spell(words.Find(w => IsProposalAcronym(w.ToUpperInvariant())) ?? words[0]), process.Templates[^1]);
        }
        var (folder, from) = FromFolder(process.Folder);
        if (!ProcessWords.NoNameFolders.Contains(NameWords.Singular(folder).ToLowerInvariant(), StringComparer.Ordinal)) return (folder, from);
        return FromText(schema) ?? FromTitle(schema) ?? FromWordOf(process.Folder) ?? ("Proposal", "nothing better");
    }

    // The acronym that the template itself uses most: "Replace this with your RFC's title".
    private static (string, string)? FromText(Schema schema)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var chars = schema.Document.Text.Chars;
        for (var at = 0; at < chars.Length; at++)
        {
            var start = at;
            while (at < chars.Length && char.IsAsciiLetter(chars[at])) at++;
            var word = chars.AsSpan(start, at - start);
            if (word.Length > 3 && word[^1] == 's') word = word[..^1];
            if (IsProposalAcronym(word)) counts[word.ToString()] = counts.GetValueOrDefault(word.ToString()) + 1;
        }
        var most = counts.Where(c => c.Value >= 2).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault();
        return most.Key is null ? null : (most.Key, $"what {schema.Path} calls it");
    }

    // RFC, ADR, and what ends with "improvement", "enhancement" or "evolution proposal".
    private static bool IsProposalAcronym(ReadOnlySpan<char> word) =>
        word.Length is 3 or 4 or 5 && word.IndexOfAnyExceptInRange('A', 'Z') < 0 && (word is "RFC" or "ADR" or "RFD" || word.EndsWith("IP") || word.EndsWith("EP")) && word is not ("ZIP" or "SKIP" or "STEP" or "KEEP" or "HTTP" or "TCPIP");

    // "# Proposal: [Title]"
    private static (string, string)? FromTitle(Schema schema) =>
        schema.Title is { Pattern.Tokens: [{ Part: TitlePart.Literal } first, { Part: TitlePart.Title }] } title && first.Text.TrimEnd(':', ' ', '-') is { Length: > 2 and < 16 } word && word.All(char.IsLetter) ? (word, StatusMiner.Where(title.Source)) : null;

    private static IEnumerable<string> SubjectsOf(string template) =>
        NameWords.Split(TreePath.StemOf(template)).Where(w => w.All(char.IsLetter) && !ProcessWords.Template.Contains(w, StringComparer.Ordinal)
            && !ProcessWords.Skeleton.Contains(w, StringComparer.Ordinal) && !ProcessWords.NumberPlaceholders.Contains(w, StringComparer.Ordinal)
            && !ProcessWords.MainDocuments.Except(["rfc", "kep"], StringComparer.Ordinal).Contains(w, StringComparer.Ordinal) && !ProcessWords.NoNames.Contains(w, StringComparer.Ordinal));

    // A header field whose value has the number of the file: "eip: 1", "RFC PR: 12".
    private static (string, string)? FromField(Schema schema, IReadOnlyList<(Document Document, string? Number)> sample)
    {
        var numbered = sample.Where(s => s.Number is not null).ToList();
        var names = numbered.SelectMany(s => s.Document.Header.Where(f => HasNumber(f.Value, s.Number!) && !IsDate(f.Value) && (!f.Value.Contains("://", StringComparison.Ordinal) || IsAcronym(f.Name))).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase)).ToList();
        var most = names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() * 2 >= numbered.Count).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        if (PrefixOf(numbered) is { } prefix) return prefix;
        foreach (var name in most.Select(g => g.Key).Concat(schema.All<Demand.Field>().Where(f => f.Kind is not (FieldKind.Date or FieldKind.Enum or FieldKind.Release or FieldKind.People) && f.Placeholder is { } p && NameWords.Split(p).Any(NameWords.IsNumberPlaceholder)).Select(f => f.Name)))
        {
            var word = NameWords.Split(name).FirstOrDefault() ?? "";
            if (word.Length > 1 && word.All(char.IsLetter) && !Generic.Contains(word, StringComparer.Ordinal)) return (Spell(word), $"the field '{name}'");
        }
        return null;
    }

    // "Proposal: SE-0012": the capitals before the number of the file.
    private static (string, string)? PrefixOf(List<(Document Document, string? Number)> numbered)
    {
        var found = numbered.SelectMany(s => s.Document.Header.Select(f => (f.Name, Prefix: CapitalsBefore(f.Value, s.Number!))).Where(f => f.Prefix.Length > 0).DistinctBy(f => f.Prefix)).ToList();
        var most = found.GroupBy(f => f.Prefix, StringComparer.Ordinal).Where(g => g.Count() * 2 > numbered.Count).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is null ? null : (most.Key, $"the field '{most.First().Name}'");
    }

    private static string CapitalsBefore(string value, string number)
    {
        var end = 0;
        while (end < value.Length && char.IsAsciiLetterUpper(value[end])) end++;
        return end is >= 2 and <= LongestAcronym && end < value.Length && value[end] is '-' or ' ' && value.AsSpan(end + 1).TrimStart('0').SequenceEqual(number.AsSpan().TrimStart('0')) ? value[..end] : "";
    }

    // "RFC PR", "rfc-pr"; not "accepted", which only holds an address.
    private static bool IsAcronym(string name) => NameWords.Split(name) is [var first, ..] && IsProposalAcronym(first.ToUpperInvariant());

    // Its digits are those of some number by chance.
    private static bool IsDate(string value) => value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    private static bool HasNumber(string value, string number)
    {
        var digits = number.TrimStart('0');
        if (digits.Length == 0) return false;
        for (var at = value.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = value.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            var end = at + digits.Length;
            var start = at;
            while (start > 0 && value[start - 1] == '0') start--;
            if ((start == 0 || !char.IsAsciiDigit(value[start - 1])) && (end == value.Length || !char.IsAsciiDigit(value[end]))) return true;
        }
        return false;
    }

    private static (string, string) FromFolder(string folder)
    {
        for (var at = folder; at.Length > 0; at = TreePath.FolderOf(at))
        {
            var name = NameWords.Singular(TreePath.NameOf(at));
            if (NameWords.IsProposalFolder(name) && name is not "text") return (name.Length <= 4 && !ProcessWords.ShortWords.Contains(name, StringComparer.OrdinalIgnoreCase) ? Spell(name) : TreePath.NameOf(at), $"the folder {at}");
        }
        if (folder.Length == 0) return ("Proposal", "nothing better");
        var last = TreePath.NameOf(folder);
        // "beps": the acronym in the plural.
        return (last.EndsWith('s') && IsProposalAcronym(last[..^1].ToUpperInvariant()) ? Spell(last[..^1]) : last, $"the folder {folder}");
    }

    // "accepted-rfcs": the acronym among other words.
    private static (string, string)? FromWordOf(string folder)
    {
        var word = NameWords.Split(TreePath.NameOf(folder)).Select(NameWords.Singular).FirstOrDefault(w => IsProposalAcronym(w.ToUpperInvariant()));
        return word is null ? null : (Spell(word), $"the folder {folder}");
    }

    private static string Spell(string word) => word.Length <= LongestAcronym ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];
}
