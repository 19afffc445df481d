using System.Collections.Immutable;

namespace Gavel.Core.Processes;

/// <summary>Matches one path with the tokens of a pattern. A failed pair of token and position is never tried twice.</summary>
/// <param name="repeats">Whether a part comes twice.</param>
internal sealed class PatternMatcher(ImmutableArray<PatternToken> tokens, bool repeats, string path)
{
    private const int LongestPath = 1024; // in characters; longer paths are no proposals

    private readonly string?[] _values = new string?[6];
    private HashSet<int>? _failed;
    private bool _isExact = true;

    public FileMatch? Run()
    {
        if (path.Length > LongestPath || !BeginsWell() || !From(0, 0)) return null;
        return new FileMatch(
            _values[(int)PatternPart.Number], _values[(int)PatternPart.Slug], _values[(int)PatternPart.Date],
            _values[(int)PatternPart.Status], _values[(int)PatternPart.Folder])
        { IsExact = _isExact };
    }

    // Most paths of a repository fail here, without any allocation.
    private bool BeginsWell() =>
        tokens.Length > 0 && (tokens[0].Part != PatternPart.Literal || SameLiteral(tokens[0].Text, 0) >= 0);

    private bool From(int token, int at)
    {
        if (token == tokens.Length) return at == path.Length;
        var key = (token << 11) | at;
        // Whether a part that is repeated fits depends on what was taken before: nothing to remember there.
        if (!repeats && _failed?.Contains(key) == true) return false;
        var found = tokens[token].Part switch
        {
            PatternPart.Literal => Literal(token, at),
            PatternPart.Number => Number(token, at),
            PatternPart.Date => Date(token, at),
            PatternPart.Folder => Longest(token, at, path.Length),
            _ => Longest(token, at, EndOfName(at)),
        };
        if (!found && !repeats) (_failed ??= []).Add(key);
        return found;
    }

    private bool Literal(int token, int at)
    {
        var length = tokens[token].Text.Length;
        var kind = SameLiteral(tokens[token].Text, at);
        if (kind < 0 || !From(token + 1, at + length)) return false;
        if (kind == 0) _isExact = false;
        return true;
    }

    // 1 for the same characters, 0 for the same but for case and separators, -1 for others.
    private int SameLiteral(string literal, int at)
    {
        if (path.Length - at < literal.Length) return -1;
        var exact = true;
        for (var i = 0; i < literal.Length; i++)
        {
            var (a, b) = (literal[i], path[at + i]);
            if (a == b) continue;
            if (char.ToUpperInvariant(a) != char.ToUpperInvariant(b) && !(a is '-' or '_' or ' ' && b is '-' or '_' or ' ')) return -1;
            exact = false;
        }
        return exact ? 1 : 0;
    }

    private bool Number(int token, int at)
    {
        var end = at;
        while (end < path.Length && char.IsAsciiDigit(path[end])) end++;
        if (end > at) return Take(PatternPart.Number, token, at, end);
        var label = LabelEnd(at);
        return label > at && Take(PatternPart.Number, token, at, label);
    }

    // A word, a separator and digits behind the process's own word: "milestone-25" in "zip-milestone-25-x".
    private int LabelEnd(int at)
    {
        if (at == 0 || path[at - 1] == '/') return -1;
        var end = at;
        while (end < path.Length && char.IsAsciiLetter(path[end])) end++;
        if (end == at || end >= path.Length - 1 || path[end] is not ('-' or '_')) return -1;
        var digits = end + 1;
        end = digits;
        while (end < path.Length && char.IsAsciiDigit(path[end])) end++;
        return end > digits && (end == path.Length || !char.IsLetter(path[end])) ? end : -1;
    }

    // 2024-05-01, 2024_05_01, 20240501, 2024-05, 202405
    private bool Date(int token, int at)
    {
        foreach (var form in (ReadOnlySpan<string>)["0000-00-00", "00000000", "0000-00", "000000"])
        {
            if (path.Length - at < form.Length) continue;
            var fits = true;
            for (var i = 0; i < form.Length && fits; i++)
                fits = form[i] == '0' ? char.IsAsciiDigit(path[at + i]) : path[at + i] is '-' or '_' or '.';
            if (fits && Take(PatternPart.Date, token, at, at + form.Length)) return true;
        }
        return false;
    }

    private bool Longest(int token, int at, int limit)
    {
        if (_values[(int)tokens[token].Part] is { } same) return at + same.Length <= limit && Take(tokens[token].Part, token, at, at + same.Length);
        if (token == tokens.Length - 1) return limit > at && limit == path.Length && Take(tokens[token].Part, token, at, limit);
        for (var end = limit; end > at; end--)
        {
            if (tokens[token].Part == PatternPart.Folder && !IsFolderEnd(at, end)) continue;
            if (Take(tokens[token].Part, token, at, end)) return true;
        }
        return false;
    }

    // Whole names only where the pattern has whole names, and no name of nothing.
    private bool IsFolderEnd(int at, int end) => path[at] != '/' && path[end - 1] != '/';

    private bool Take(PatternPart part, int token, int at, int end)
    {
        var before = _values[(int)part];
        if (before is not null && !path.AsSpan(at, end - at).Equals(before, StringComparison.OrdinalIgnoreCase)) return false;
        _values[(int)part] = path[at..end];
        if (From(token + 1, end)) return true;
        _values[(int)part] = before;
        return false;
    }

    private int EndOfName(int at)
    {
        var slash = path.IndexOf('/', at);
        return slash < 0 ? path.Length : slash;
    }
}
