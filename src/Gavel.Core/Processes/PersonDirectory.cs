using System.Collections.Immutable;

namespace Gavel.Core.Processes;

/// <summary>Who is meant by a name, an address or an account: the <c>people</c> of gavel.yml. Compared without case.</summary>
public sealed class PersonDirectory
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);

    public PersonDirectory(ImmutableArray<PersonConfiguration> people)
    {
        Keys = [.. people.Select(p => p.Key)];
        // A key wins over any name, an earlier person over a later one.
        foreach (var person in people) _keys.TryAdd(person.Key, person.Key);
        foreach (var person in people)
        {
            foreach (var name in person.Emails.Concat(person.Handles).Concat(person.Names)) _keys.TryAdd(Clean(name), person.Key);
        }
    }

    public static PersonDirectory Empty { get; } = new([]);

    public ImmutableArray<string> Keys { get; }

    /// <summary>The person's key; null for somebody whom gavel.yml does not know.</summary>
    public string? Find(string text)
    {
        if (_keys.TryGetValue(Clean(text), out var key)) return key;
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open < 0) return null;
        var close = text.IndexOf('>', open);
        if (close > open && _keys.TryGetValue(Clean(text[(open + 1)..close]), out key)) return key;
        return open > 0 ? _keys.GetValueOrDefault(Clean(text[..open])) : null;
    }

    /// <summary>The key of whom git means; the name that git gives where nobody is known by name or address.</summary>
    /// <param name="name">Null where git has none.</param>
    /// <returns>Null where git says nothing.</returns>
    public string? Find(string? name, string? email)
    {
        if (email is { Length: > 0 } && _keys.TryGetValue(Clean(email), out var key)) return key;
        if (name is { Length: > 0 } && _keys.TryGetValue(Clean(name), out key)) return key;
        return name is { Length: > 0 } ? name : email is { Length: > 0 } ? email : null;
    }

    /// <summary>The key, or the text itself where nobody is known by it.</summary>
    public string Name(string text) => Find(text) ?? text.Trim();

    private static string Clean(string text) => text.Trim().TrimStart('@');
}
