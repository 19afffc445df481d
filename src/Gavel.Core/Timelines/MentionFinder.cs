using System.Collections.Immutable;
using System.Globalization;

namespace Gavel.Core.Timelines;

/// <summary>How a proposal can be named.</summary>
/// <param name="Process">The word before the number: <c>RFC</c>.</param>
/// <param name="Number">Null for a proposal without one.</param>
public sealed record MentionName(string Id, string Process, int? Number);

/// <summary>
/// Finds ids in texts such as messages of commits: whole words, in any case, with any separator or none before the number, with leading zeros or
/// without. An id without a number counts as it is written, and only where it has several words: one word is a word like any other.
/// </summary>
public sealed class MentionFinder
{
    private const int MostDigits = 9;
    private const int MostSeparators = 3;

    private readonly Dictionary<string, List<string>> _processes = new(StringComparer.OrdinalIgnoreCase); // by their first letters
    private readonly Dictionary<(string Process, int Number), string> _numbered = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    public MentionFinder(IEnumerable<MentionName> names)
    {
        var last = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (name.Number is { } number)
            {
                AddProcess(name.Process);
                _numbered.TryAdd((name.Process.ToUpperInvariant(), number), name.Id);
                continue;
            }
            if (IsManyWords(name.Id)) _named.TryAdd(name.Id, name.Id);
            // The path's last name, where it is the only one of its kind.
            var end = name.Id[(name.Id.LastIndexOf('/') + 1)..];
            if (IsManyWords(end)) last[end] = last.ContainsKey(end) ? null : name.Id;
        }
        foreach (var (end, id) in last)
        {
            if (id is not null) _named.TryAdd(end, id);
        }
    }

    /// <summary>Each id once, in the order of the text. Linear in it.</summary>
    public ImmutableArray<string> Find(string text)
    {
        ImmutableArray<string>.Builder? found = null;
        var named = 0; // the end of the last word that was looked up whole
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && char.IsLetter(text[at]) && char.IsLetter(text[end])) end++;
            var (id, after) = char.IsLetter(text[at]) ? Numbered(text, at, end) : (null, end);
            if (id is null && _named.Count > 0 && at >= named) (id, after, named) = Named(text, at);
            if (id is not null && (found is null || !found.Contains(id))) (found ??= ImmutableArray.CreateBuilder<string>()).Add(id);
            at = id is not null ? after : EndOfWord(text, end);
        }
        return found?.ToImmutable() ?? [];
    }

    private (string? Id, int After) Numbered(string text, int start, int end)
    {
        if (!_processes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, end - start), out var names)) return (null, end);
        foreach (var name in names)
        {
            if (!text.AsSpan(start).StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var at = start + name.Length;
            for (var i = 0; i < MostSeparators && at < text.Length && text[at] is ' ' or '-' or '_' or '#'; i++) at++;
            var digits = at;
            while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
            var zeros = at;
            while (zeros < digits - 1 && text[zeros] == '0') zeros++;
            if (digits == at || digits - zeros > MostDigits || (digits < text.Length && char.IsLetterOrDigit(text[digits]))) continue;
            var number = int.Parse(text.AsSpan(zeros, digits - zeros), NumberStyles.None, CultureInfo.InvariantCulture);
            if (_numbered.TryGetValue((name.ToUpperInvariant(), number), out var id)) return (id, digits);
        }
        return (null, end);
    }

    private (string? Id, int After, int End) Named(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '/' or '.')) end++;
        var whole = end;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        var word = text.AsSpan(start, end - start);
        var lookup = _named.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var id)) return (id, end, whole);
        // A path or an address that ends with it, perhaps with the file's extension.
        word = word[(word.LastIndexOf('/') + 1)..];
        if (lookup.TryGetValue(word, out id)) return (id, end, whole);
        var dot = word.LastIndexOf('.');
        return dot > 0 && lookup.TryGetValue(word[..dot], out id) ? (id, end, whole) : (null, end, whole);
    }

    // Past the letters and digits, so that no word begins within another.
    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        return at;
    }

    private void AddProcess(string name)
    {
        var end = 0;
        while (end < name.Length && char.IsLetter(name[end])) end++;
        if (end == 0) return;
        if (!_processes.TryGetValue(name[..end], out var names)) _processes[name[..end]] = names = [];
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        names.Add(name);
        names.Sort(static (a, b) => b.Length.CompareTo(a.Length));
    }

    private static bool IsManyWords(string id) => id.AsSpan().IndexOfAny('-', '_', '/') > 0;
}
