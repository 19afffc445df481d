namespace Gavel.Core.Processes.Mining;

/// <summary>What the names of files and folders say.</summary>
internal static class NameWords
{
    public static string[] Split(string name) => name.ToLowerInvariant().Split(['-', '_', '.', ' ', '(', ')', '[', ']', '{', '}', '+'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A file that is called a template: by its own name, or by that of its folder where its own says nothing else.</summary>
    public static bool IsTemplate(string path)
    {
        var stem = Trees.TreePath.StemOf(path);
        if (IsTemplateName(stem)) return true;
        var folder = Trees.TreePath.NameOf(Trees.TreePath.FolderOf(path));
        if (folder.Length == 0) return false;
        return IsTemplateName(folder) && (Is(ProcessWords.MainDocuments, stem) || NameShape.Of(stem).Kind == NameKind.Words) && !(Is(ProcessWords.Pages, stem) && IsPlural(folder));
    }

    /// <summary>A file whose name has something else in the place of the number: <c>pep-NNNN</c>, <c>adr-xxx-title</c>.</summary>
    public static bool IsNumberPlaceholder(string stem)
    {
        var words = Split(stem);
        return Array.Exists(words, w => Is(ProcessWords.NumberPlaceholders, w) && w.Length >= 3 && w is not "draft" and not "tbd" and not "number" and not "num")
            || (words.Length > 0 && words[^1] is "x" or "n" && !stem.Any(char.IsAsciiDigit));
    }

    public static bool IsSkeleton(string path) => Split(Trees.TreePath.StemOf(path)).Any(w => Is(ProcessWords.Skeleton, w));

    /// <summary>A page such as README or CONTRIBUTING.</summary>
    public static bool IsPage(string path) => Is(ProcessWords.Pages, Trees.TreePath.StemOf(path));

    public static bool IsIndexName(string path) => Is(ProcessWords.Indexes, Trees.TreePath.StemOf(path));

    public static bool IsForm(string path) => Is(ProcessWords.Forms, Trees.TreePath.StemOf(path));

    /// <summary>The name of a folder that projects keep proposals in, whatever stands around it: <c>rfcs</c>, <c>design-proposals</c>.</summary>
    public static bool IsProposalFolder(string folder)
    {
        var name = Trees.TreePath.NameOf(folder);
        if (name.Length == 0) return false;
        return Is(ProcessWords.ProposalFolders, Singular(name)) || Split(name).Any(w => w is not "text" && Is(ProcessWords.ProposalFolders, Singular(w)));
    }

    /// <summary>A path among documents of another kind: notes of meetings, posts, incident reports.</summary>
    public static bool IsOtherDocument(string path) => path.Split('/').Any(part => Split(part).Any(w => Is(ProcessWords.OtherDocuments, w)));

    public static bool IsNoise(string path)
    {
        foreach (var part in path.Split('/').AsSpan()[..^1])
        {
            if (part.StartsWith('.') && !(part is ".github" or ".gitlab" && IsTemplate(path) && !IsForm(path)) || part.Contains("{{", StringComparison.Ordinal) || Is(ProcessWords.NoiseFolders, part)) return true;
        }
        return false;
    }

    public static string Singular(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.OrdinalIgnoreCase)) return word[..^3] + "y";
        return word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.OrdinalIgnoreCase) ? word[..^1] : word;
    }

    // "adr-template", "template-short", "adr-template-bare": not "12-template-engine", not "mail-template-support".
    private static bool IsTemplateName(string name)
    {
        var words = Split(Unglued(name));
        if (words is [var before, var kind] && Is(ProcessWords.Unfilled, before) && !Is(ProcessWords.Subjects, kind) && Is(ProcessWords.ProposalFolders, kind)) return true;
        if (words is [var zeros, "example" or "sample"] && zeros.All(c => c == '0')) return true;
        var at = Array.FindIndex(words, w => Is(ProcessWords.Template, w) || Is(ProcessWords.Skeleton, w));
        if (at < 0 || (NameShape.Of(name) is { Kind: NameKind.Number } shape && shape.Number.Any(c => c != '0'))) return false;
        return at == 0 || at == words.Length - 1 || words[..at].All(w => Is(ProcessWords.ProposalFolders, Singular(w)) || Is(ProcessWords.NumberPlaceholders, w) || w.All(c => c == '0'));
    }

    // "RFCtemplate", "adrTemplate", "keptemplate": the word behind a capital, with one, or behind an acronym that names proposals.
    private static string Unglued(string name)
    {
        var at = name.IndexOf(ProcessWords.Template[0], StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || !char.IsAsciiLetterOrDigit(name[at - 1])) return name;
        var isGlued = char.IsAsciiLetterUpper(name[at - 1]) || char.IsAsciiLetterUpper(name[at]) || char.IsAsciiDigit(name[at - 1]) || Is(ProcessWords.ProposalFolders, Split(name[..at])[^1]);
        return isGlued ? $"{name[..at]}-{name[at..]}" : name;
    }

    private static bool IsPlural(string folder) => Split(folder) is { Length: > 0 } words && words[^1] == "templates";

    private static bool Is(string[] words, string word) => Array.Exists(words, w => string.Equals(w, word, StringComparison.OrdinalIgnoreCase));
}
