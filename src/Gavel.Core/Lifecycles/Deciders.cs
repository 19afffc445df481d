using System.Collections.Immutable;
using Gavel.Core.Processes;

namespace Gavel.Core.Lifecycles;

/// <summary>Who may decide by a list of groups, people and roles.</summary>
internal sealed class Deciders
{
    private readonly HashSet<string>? _people;
    private readonly PersonDirectory _directory;

    private Deciders(HashSet<string>? people, PersonDirectory directory, string title)
    {
        _people = people;
        _directory = directory;
        Title = title;
    }

    /// <summary>For people: "maintainers", "ann or bo"; "anybody" where nobody is excluded.</summary>
    public string Title { get; }

    /// <summary>Whoever can put a decision into the repository may decide.</summary>
    public bool IsAnybody => _people is null;

    /// <summary>Sorted; empty where it is anybody.</summary>
    public ImmutableArray<string> People => _people is null ? [] : [.. _people.Order(StringComparer.OrdinalIgnoreCase)];

    public bool Has(string person) => _people?.Contains(_directory.Name(person)) ?? true;

    public static Deciders Of(ImmutableArray<string> names, ProposalFacts facts, bool withAuthors = true)
    {
        HashSet<string>? people = null;
        var isAnybody = names.IsEmpty;
        foreach (var name in names)
        {
            if (Members(name, facts) is { } members) (people ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).UnionWith(members);
            else isAnybody = true;
        }
        var found = isAnybody ? null : people ?? new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!withAuthors) found?.ExceptWith(facts.Authors);
        return new Deciders(found, facts.People, isAnybody ? "anybody" : string.Join(" or ", names.Select(TitleOf)));
    }

    /// <summary>A group's people, or the one person that the name means.</summary>
    public static Deciders Named(string name, ProposalFacts facts, bool withAuthors)
    {
        var people = GroupOf(name, facts) is { } group ? new HashSet<string>(group, StringComparer.OrdinalIgnoreCase) : new HashSet<string>([facts.People.Name(name)], StringComparer.OrdinalIgnoreCase);
        if (!withAuthors) people.ExceptWith(facts.Authors);
        return new Deciders(people, facts.People, name);
    }

    /// <returns>Null where nobody can be named: the repository's maintainers, where no file says who they are.</returns>
    private static IEnumerable<string>? Members(string name, ProposalFacts facts)
    {
        if (GroupOf(name, facts) is { } group) return group;
        if (name.StartsWith(PolicyConfiguration.FieldRole, StringComparison.Ordinal))
            return facts.Fields.GetValueOrDefault(name[PolicyConfiguration.FieldRole.Length..].Trim(), []).SelectMany(v => GroupOf(v, facts) ?? [facts.People.Name(v)]);
        return name.ToLowerInvariant() switch
        {
            "authors" => facts.Authors,
            "codeowners" => facts.CodeOwners.IsDefault ? [] : facts.CodeOwners,
            "maintainers" => facts.CodeOwners.IsDefaultOrEmpty ? null : facts.CodeOwners,
            _ => [facts.People.Name(name)],
        };
    }

    private static IEnumerable<string>? GroupOf(string name, ProposalFacts facts) =>
        facts.Process.Life.FindGroup(name) is { } group ? group.People.Select(facts.People.Name) : null;

    private static string TitleOf(string name) =>
        name.StartsWith(PolicyConfiguration.FieldRole, StringComparison.Ordinal) ? $"those whom '{name[PolicyConfiguration.FieldRole.Length..].Trim()}' names" : name;
}
