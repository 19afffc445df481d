using System.Net;

namespace Gavel.Core.Documents.Html;

/// <summary>Reads a start tag's name and attributes as browsers do (HTML Living Standard, "tokenization").</summary>
public ref struct TagReader(string html, int at)
{
    public int At { get; private set; } = at;

    /// <summary>In lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>In lower case.</summary>
    public string Attribute { get; private set; } = "";

    /// <summary>Character references resolved.</summary>
    public string Value { get; private set; } = "";

    /// <returns>False where no letter stands: then it is no tag.</returns>
    public bool ReadName()
    {
        if (At >= html.Length || !char.IsAsciiLetter(html[At])) return false;
        var start = At;
        while (At < html.Length && !IsSpace(html[At]) && html[At] is not ('/' or '>')) At++;
        Name = html.AsSpan(start, Math.Min(At - start, 40)).ToString().ToLowerInvariant();
        return true;
    }

    /// <returns>False at the end of the tag, which is then read.</returns>
    public bool ReadAttribute()
    {
        while (At < html.Length && (IsSpace(html[At]) || html[At] == '/')) At++;
        if (At >= html.Length) return false;
        if (html[At] == '>')
        {
            At++;
            return false;
        }
        var start = At++;
        while (At < html.Length && !IsSpace(html[At]) && html[At] is not ('/' or '>' or '=')) At++;
        Attribute = html[start..At].ToLowerInvariant();
        Value = "";
        var behind = At;
        while (behind < html.Length && IsSpace(html[behind])) behind++;
        if (behind >= html.Length || html[behind] != '=') return true;
        At = behind + 1;
        while (At < html.Length && IsSpace(html[At])) At++;
        Value = WebUtility.HtmlDecode(ReadValue());
        return true;
    }

    private string ReadValue()
    {
        if (At >= html.Length) return "";
        var quote = html[At];
        if (quote is '"' or '\'')
        {
            var end = html.IndexOf(quote, At + 1);
            var value = end < 0 ? html[(At + 1)..] : html[(At + 1)..end];
            At = end < 0 ? html.Length : end + 1;
            return value;
        }
        var start = At;
        while (At < html.Length && !IsSpace(html[At]) && html[At] != '>') At++;
        return html[start..At];
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
