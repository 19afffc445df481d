using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Documents;
using Gavel.Core.Lifecycles;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Trees;

namespace Gavel.Core.Authoring;

/// <summary>What a person starts the day with: the proposals that wait for a word of theirs.</summary>
public sealed class Waiting(Catalog catalog, IHistory history, ImmutableArray<ISyntax> syntaxes)
{
    private readonly Deciding _deciding = new(catalog, _ => catalog, syntaxes, history);

    /// <summary>In the order of the catalog: where a policy of the next step asks the person, or an objection of theirs is open; where no policy says who decides, where a field names them.</summary>
    /// <param name="person">A key of <c>people</c>, a name, an address or an account.</param>
    public IEnumerable<CatalogEntry> For(string person, Moment now) => catalog.Entries.Where(e => WhyFor(e, person, now) is not null);

    /// <summary>Why a proposal waits for a person, for people; null where it does not.</summary>
    public string? WhyFor(CatalogEntry entry, string person, Moment now)
    {
        if (entry.Kind is { } kind && (Lifecycle.IsGivenUp(kind) || kind is StatusKind.Done or StatusKind.Living)) return null;
        var people = new PersonDirectory(entry.Process.Life.People);
        var name = people.Name(person);
        if (Lifecycle.Of(entry.Process).Next(Deciding.StatusOf(entry)) is not { } next) return null;
        var conditions = _deciding.Conditions(entry, next, now);
        if (conditions.FirstOrDefault(c => !c.IsMet && c.Who.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } condition) return condition.Text;
        if (next.Policy is not null || entry.Kind is not (StatusKind.Draft or StatusKind.Open)) return null;
        // A field for people other than its authors: reviewers, approvers, a shepherd.
        var field = entry.Fields.FirstOrDefault(f => f.Value is { } value && Reviews(f.Name) && Catalogs.People.Split(value).Any(v => string.Equals(people.Name(v).TrimStart('@'), name.TrimStart('@'), StringComparison.OrdinalIgnoreCase)));
        return field is null ? null : $"'{field.Name}' names {name}";
    }

    private static bool Reviews(string field)
    {
        foreach (var word in HeadingKey.Of(field).Words)
        {
            if (ReviewWords.All.Contains(word)) return true;
        }
        return false;
    }
}
