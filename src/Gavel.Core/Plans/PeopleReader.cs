using System.Collections.Immutable;
using Gavel.Core.Templates;

namespace Gavel.Core.Plans;

/// <summary>Who does the work: handles, and names behind a word that says so.</summary>
internal static class PeopleReader
{
    private const int MostPeople = 20;
    private const int LongestName = 60;

    /// <summary>The people that a whole text names; empty when it says something else.</summary>
    /// <param name="isApart">A column or section of people: names need no word before them.</param>
    public static ImmutableArray<string> OfWhole(string text, bool isApart)
    {
        var words = WordText.Of(text.Length > 400 ? text[..400] : text);
        if (words.Count == 0 || text.Length > 400) return [];
        var isSaid = isApart;
        var start = 0;
        if (PlanWords.PeopleLabel.At(words, 0) is { } label && label.End < words.Count && IsLabelled(words, label))
        {
            isSaid = true;
            start = words.EndOf(label.End - 1);
        }
        else if (PlanWords.ByPerson.At(words, 0) is { } by && by.End < words.Count)
        {
            start = words.EndOf(by.End - 1);
        }
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Split(text[start..].TrimStart(' ', ':', '-', '=', '\u2013', '\u2014')))
        {
            if (NameOf(part, isSaid) is not { } name) continue;
            if (name.Length == 0 || names.Count >= MostPeople) return [];
            if (!names.Contains(name)) names.Add(name);
        }
        return names.ToImmutable();
    }

    /// <summary>Where a handle begins that stands alone in a text; -1 where there is none.</summary>
    public static int HandleAt(string text, int from)
    {
        for (var at = text.IndexOf('@', from); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('.' or '-' or '/' or '_')) && EndOfHandle(text, at) is var end && end > at + 1 && (end == text.Length || text[end] is not ('/' or '@' or '(' or '[' or '{'))) return at;
        }
        return -1;
    }

    public static int EndOfHandle(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' || text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))) end++;
        return end;
    }

    // "Owner: Ann", "assigned to Ann"; "engineer time" is nobody.
    private static bool IsLabelled(WordText words, CueHit label)
    {
        var after = words.EndOf(label.End - 1);
        return after < words.Text.Length && words.Text[after] is ':' or '=' || words.Words[label.End - 1] is "to" or "by";
    }

    private static IEnumerable<string> Split(string text)
    {
        foreach (var part in text.Split([',', ';', '&', '/', '\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in part.Split([" and ", " + "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (name[0] == '@' && name.Contains(" @", StringComparison.Ordinal))
                    foreach (var handle in name.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return handle;
                else yield return name;
            }
        }
    }

    /// <returns>Null for a word that stands for nobody; empty for what is no name.</returns>
    private static string? NameOf(string part, bool isSaid)
    {
        var name = WithoutAddress(part).Trim(' ', '.', '*', '_', '`', '"', '?', '-', ':');
        if (name.Length == 0 || PlanWords.NoPerson.Is(name)) return null;
        if (name[0] == '@') return name.Length > 1 && EndOfHandle(name, 0) == name.Length ? name : "";
        if (!isSaid || name.Length > LongestName || !char.IsLetter(name[0])) return "";
        return name.AsSpan().Count(' ') <= 3 && name.AsSpan().IndexOfAny(":=<>{}") < 0 ? name : "";
    }

    // "Ann Lee <ann@example.org> (ann)", "Ann Lee - ann": the name is enough.
    private static string WithoutAddress(string part)
    {
        var cut = part.AsSpan().IndexOfAny('<', '(', '[');
        if (cut > 0 && part[0] == '@' && part[cut] != '<' && part[cut - 1] != ' ') return part; // "@sum(1)" is code
        if (cut < 0) cut = part.IndexOf(" - ", StringComparison.Ordinal);
        if (cut > 0) part = part[..cut];
        var at = part.LastIndexOf('@');
        return at > 0 && part.LastIndexOf(' ', at) is var space and > 0 && space + 1 < at ? part[..space] : part;
    }
}
