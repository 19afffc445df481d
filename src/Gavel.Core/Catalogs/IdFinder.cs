using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Finds ids in texts: the name of a process with a number behind it, <c>RFC-12</c>, <c>RFC 12</c>, <c>rfc-0012</c>, or a role that is called so.</summary>
internal sealed class IdFinder
{
    private const int LongestRole = 400; // characters between the marks

    private readonly ImmutableArray<string> _names;
    private readonly TextSearch _search;

    /// <param name="names">The names of all processes of the repository.</param>
    public IdFinder(ImmutableArray<string> names)
    {
        var sorted = names.Where(n => n.Length > 0).ToList();
        sorted.Sort(static (a, b) => b.Length.CompareTo(a.Length)); // of two that begin alike the longer one is meant
        _names = [.. sorted];
        _search = new TextSearch([.. _names], StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>In the order of the text; with whether it stands in an address or a role.</returns>
    public IEnumerable<(string Id, TextSpan At, bool IsLinked)> In(string chars, TextSpan span)
    {
        if (_names.IsEmpty) yield break;
        var end = Math.Min(span.End, chars.Length);
        for (var at = span.Start; at < end;)
        {
            var next = _search.FirstIn(chars.AsSpan(at, end - at));
            if (next < 0) yield break;
            at += next;
            var name = _names.First(n => string.Compare(chars, at, n, 0, n.Length, StringComparison.OrdinalIgnoreCase) == 0);
            var after = at + name.Length;
            if (RoleNumber(chars, at, after, end) is { } inRole && IdOf(name, chars.AsSpan(inRole.Start, inRole.Length)) is { } meant)
            {
                yield return (meant, TextSpan.Between(at - 1, inRole.End), true);
                after = inRole.End;
            }
            else if ((at == 0 || !char.IsLetterOrDigit(chars[at - 1])) && NumberAfter(chars, after, end) is { } number && IdOf(name, chars.AsSpan(number.Start, number.Length)) is { } id)
            {
                yield return (id, TextSpan.Between(at, number.End), IsInAddress(chars, at));
                after = number.End;
            }
            at = after;
        }
    }

    /// <returns>Null for what is no number of at most nine digits.</returns>
    public static string? IdOf(string name, ReadOnlySpan<char> digits) =>
        digits.Length < 10 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? string.Create(CultureInfo.InvariantCulture, $"{name}-{number}") : null;

    /// <summary>The number in a role that is called as a process is: <c>:rfc:`12`</c>, <c>:rfc:`the one on retries &lt;12#scope&gt;`</c>.</summary>
    /// <param name="at">Where the role's name begins.</param>
    private static TextSpan? RoleNumber(string chars, int at, int after, int limit)
    {
        if (at == 0 || chars[at - 1] != ':' || after + 1 >= limit || chars[after] != ':' || chars[after + 1] != '`') return null;
        if (RelationWords.ForeignRoles.Contains(chars[at..after], StringComparer.OrdinalIgnoreCase)) return null;
        var content = chars.AsSpan(after + 2, Math.Min(limit - after - 2, LongestRole));
        var close = content.IndexOf('`');
        if (close < 0) return null;
        var start = content[..close].LastIndexOf('<') + 1;
        var end = start;
        while (end < close && char.IsAsciiDigit(content[end])) end++;
        return end > start && end - start < 10 && (end == close || content[end] is '#' or '>') ? new TextSpan(after + 2 + start, end - start) : null;
    }

    private static bool IsInAddress(string chars, int at)
    {
        var start = at;
        while (start > 0 && at - start < 400 && !char.IsWhiteSpace(chars[start - 1])) start--;
        return chars.AsSpan(start, at - start).Contains("://", StringComparison.Ordinal);
    }

    private static TextSpan? NumberAfter(string chars, int at, int limit)
    {
        if (at < limit && chars[at] is '-' or ' ' or '_' or '#' or '\u00A0') at++;
        if (at < limit && chars[at] == '#') at++;
        var start = at;
        while (at < limit && char.IsAsciiDigit(chars[at])) at++;
        if (at == start || at - start > 9) return null;
        if (at < limit && (char.IsLetter(chars[at]) || (chars[at] == '.' && at + 1 < limit && char.IsAsciiDigit(chars[at + 1])))) return null; // "API 2.1"
        return TextSpan.Between(start, at);
    }
}
