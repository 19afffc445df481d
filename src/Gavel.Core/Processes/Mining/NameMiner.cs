using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>What a process is called: the word before the number.</summary>
internal static class NameMiner
{
    private const int LongestAcronym = 6; // letters; a longer word is written as a word

    private static readonly string[] Generic = ["number", "id", "no", "issue", "issues", "pr", "pull", "discussion", "tracking", "date", "author", "authors", "status", "title", "created", "updated", "start", "related", "version", "github", "link", "ticket"];

    /// <returns>The name and what says so.</returns>
    public static (string Name, string From) Find(Discovered process, Schema schema, IReadOnlyList<(Document Document, string? Number)> sample)
    {
        if (schema.Title is { Pattern.Name: { } word } title && word.Any(char.IsLetter)) return (word.Trim('[', '(', '#', '`', '*', '_'), StatusMiner.Where(title.Source));
        var prefix = NameWords.Split(process.Prefix).LastOrDefault(w => w.All(char.IsLetter));
        if (prefix is not null) return (Spell(prefix), process.Files[0].Text);
        if (FromField(schema, sample) is { } field) return field;
        if (process.TemplatePattern is null && process.Templates.Length > 0)
        {
            // The subject that the names of all its templates share.
            var words = process.Templates.Select(SubjectsOf).Aggregate((a, b) => a.Intersect(b, StringComparer.Ordinal)).ToList();
            if (words.Count > 0) return (Spell(words[0]), process.Templates[^1]);
        }
        return FromFolder(process.Folder);
    }

    private static IEnumerable<string> SubjectsOf(string template) =>
        NameWords.Split(TreePath.StemOf(template)).Where(w => w.All(char.IsLetter) && !ProcessWords.Template.Contains(w, StringComparer.Ordinal)
            && !ProcessWords.Skeleton.Contains(w, StringComparer.Ordinal) && !ProcessWords.NumberPlaceholders.Contains(w, StringComparer.Ordinal)
            && !ProcessWords.MainDocuments.Except(["rfc", "kep"], StringComparer.Ordinal).Contains(w, StringComparer.Ordinal) && !ProcessWords.NoNames.Contains(w, StringComparer.Ordinal));

    // A header field whose value has the number of the file: "eip: 1", "RFC PR: 12".
    private static (string, string)? FromField(Schema schema, IReadOnlyList<(Document Document, string? Number)> sample)
    {
        var numbered = sample.Where(s => s.Number is not null).ToList();
        var names = numbered.SelectMany(s => s.Document.Header.Where(f => HasNumber(f.Value, s.Number!)).Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase)).ToList();
        var most = names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() * 2 >= numbered.Count).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var name in most.Select(g => g.Key).Concat(schema.All<Demand.Field>().Where(f => f.Placeholder is { } p && NameWords.Split(p).Any(NameWords.IsNumberPlaceholder)).Select(f => f.Name)))
        {
            var word = NameWords.Split(name).FirstOrDefault() ?? "";
            if (word.Length > 1 && word.All(char.IsLetter) && !Generic.Contains(word, StringComparer.Ordinal)) return (Spell(word), $"the field '{name}'");
        }
        return null;
    }

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
        return folder.Length > 0 ? (TreePath.NameOf(folder), $"the folder {folder}") : ("Proposal", "nothing better");
    }

    private static string Spell(string word) => word.Length <= LongestAcronym ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..];
}
