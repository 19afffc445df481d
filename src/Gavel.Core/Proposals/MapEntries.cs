using Gavel.Core.Templates;

namespace Gavel.Core.Proposals;

/// <summary>Entries of maps within a value of front matter: "name: Ann Lee github: ann", as one line.</summary>
internal static class MapEntries
{
    private const int Longest = 400; // characters of a value

    /// <summary>The value keeps an entry of which the template shows an example: "name: Your Name" with what else was filled in.</summary>
    public static bool KeepsExample(string placeholder, string value)
    {
        if (placeholder.Length > Longest || value.Length > Longest || !placeholder.Contains(": ", StringComparison.Ordinal)) return false;
        var own = Read(value);
        return own.Count > 0 && Read(placeholder).Exists(e => PlaceholderShapes.IsWhole(e.Text) && own.Contains(e));
    }

    private static List<(string Key, string Text)> Read(string value)
    {
        var entries = new List<(string, string)>();
        var (key, text) = ("", new List<string>());
        foreach (var word in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 1 && word[^1] == ':' && word.AsSpan(0, word.Length - 1).IndexOfAny(":,\"'") < 0) Close(word[..^1]);
            else text.Add(word.Trim('"', '\''));
        }
        Close("");
        return entries;

        void Close(string next)
        {
            if (key.Length > 0 && text.Count > 0) entries.Add((key, string.Join(' ', text).TrimEnd(',')));
            (key, text) = (next.ToLowerInvariant(), []);
        }
    }
}
