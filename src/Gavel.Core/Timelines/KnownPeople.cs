using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Timelines;

/// <summary>The people of gavel.yml by what git calls them.</summary>
public sealed class KnownPeople
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);

    public KnownPeople(ImmutableArray<PersonConfiguration> people)
    {
        foreach (var person in people)
        {
            foreach (var name in (IEnumerable<string>)[.. person.Emails, .. person.Names, .. person.Handles.Select(h => h.TrimStart('@')), person.Key]) _keys.TryAdd(name, person.Key);
        }
    }

    /// <summary>The key of the person, by address first; else the name as it is. Null where there is none.</summary>
    public string? KeyOf(string name, string email) =>
        email.Length > 0 && _keys.TryGetValue(email, out var byEmail) ? byEmail : _keys.TryGetValue(name, out var byName) ? byName : name.Length > 0 ? name : email.Length > 0 ? email : null;
}
