using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Takes from a proposal what others need of it.</summary>
internal static class EntryMaker
{
    /// <summary>References and the id are not resolved against the catalog yet.</summary>
    public static CatalogEntry Make(Proposal proposal, TreeFile file, ISyntax syntax, ReferenceReader references) => new()
    {
        Id = proposal.Id,
        Process = proposal.Process,
        File = file,
        Directory = proposal.Directory,
        Number = proposal.Number,
        Title = proposal.Title,
        TitleAt = proposal.At(proposal.TitleAt),
        StatusText = proposal.StatusText,
        Status = proposal.Status?.Status.Name,
        Kind = proposal.Status?.Status.Kind,
        StatusAt = proposal.StatusAt is { } at ? proposal.At(at) : null,
        Authors = AuthorsOf(proposal),
        Fields = FactsOf(proposal),
        References = references.Read(proposal),
        Anchors = [.. syntax.AnchorsOf(proposal.Document, proposal.Process.Anchors)],
        Links = EntryLinks.Of(proposal),
        Allowed = AllowMarkReader.Read(proposal.Document),
        TemplatePath = proposal.Schema.Path,
        TemplateRevision = proposal.Schema.Revision.Sha ?? "",
        FitsPattern = proposal.FileMatch is not null,
        Created = proposal.Created,
    };

    private static ImmutableArray<Fact> FactsOf(Proposal proposal)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (var (demand, answer) in proposal.AnswersTo<Demand.Field>())
        {
            var value = !answer.IsThere ? null : answer.Field?.Value ?? (answer.Section is { } section ? FieldAnswers.ValueOf(section) : null);
            facts.Add(new Fact(demand.Name, value, answer.State == AnswerState.Absent ? null : proposal.PlaceOf(answer)));
        }
        return facts.ToImmutable();
    }

    private static ImmutableArray<string> AuthorsOf(Proposal proposal)
    {
        var answers = proposal.AnswersTo<Demand.Field>().ToList();
        foreach (var word in RelationWords.Authors)
        {
            var answer = answers.FirstOrDefault(a => (a.Answer.IsThere || IsSomebody(a.Demand, a.Answer)) && Is(a.Demand.Name, word))?.Answer;
            var value = answer?.Field?.Value ?? (answer?.Section is { } section ? FieldAnswers.ValueOf(section) : null)
                ?? proposal.Document.Header.FirstOrDefault(f => f.Value.Length > 0 && !answers.Exists(a => ReferenceEquals(a.Answer.Field, f)) && Is(f.Name, word))?.Value;
            if (answer?.Field is { } field && NamesIn(proposal, field) is { Length: > 0 } names) return names;
            if (value is not null) return [.. People.Split(value)];
        }
        return [];

        // "- name: Ann Lee", with more about her below.
        static ImmutableArray<string> NamesIn(Proposal proposal, HeaderField field) =>
            field.Style is not (HeaderStyle.FrontMatter or HeaderStyle.Sidecar) ? []
            : [.. proposal.Document.TextOf(field).Slice(field.ValueSpan).ToString().Split('\n').Select(NameOf).Where(n => n.Length > 0)];

        static string NameOf(string line) => line.Trim() is ['-', ' ', .. var item] && item.TrimStart() is var entry && entry.StartsWith("name:", StringComparison.Ordinal) ? entry["name:".Length..].Trim(' ', '"', '\'') : "";

        // Who wrote the template may write a proposal, and then has the name that the template shows.
        static bool IsSomebody(Demand.Field demand, Answer answer) => answer is { State: AnswerState.Placeholder, Field: { } field } && PlaceholderPeople.IsSomebody(demand, field.Value);

        static bool Is(string name, string word) => string.Equals(FieldMatcher.KeyOf("", name), word, StringComparison.Ordinal);
    }
}

/// <summary>Reads lists of people.</summary>
public static class People
{
    private const int MaxPeople = 1000;

    /// <summary>Names without addresses, in order: <c>Ann Lee (@ann), Bo &lt;bo@example.org&gt;</c> gives two. Who has no name keeps handle or address; "et al." is nobody.</summary>
    public static IEnumerable<string> Split(string value)
    {
        var start = 0;
        var depth = 0;
        var count = 0;
        for (var i = 0; i <= value.Length && count < MaxPeople; i++)
        {
            if (i < value.Length)
            {
                if (value[i] is '(' or '<' or '[') depth++;
                else if (value[i] is ')' or '>' or ']') depth = Math.Max(0, depth - 1);
                var ends = depth == 0 && (value[i] is ',' or ';' or '&' or '|' || (value[i] == ' ' && value.AsSpan(i).StartsWith(" and ", StringComparison.OrdinalIgnoreCase)));
                if (!ends) continue;
            }
            var name = Clean(value.AsSpan(start, i - start));
            start = i < value.Length && value[i] == ' ' ? i + 5 : i + 1;
            if (i < value.Length && value[i] == ' ') i = start - 1;
            if (name.Length == 0) continue;
            count++;
            yield return name;
        }
    }

    private static string Clean(ReadOnlySpan<char> person)
    {
        var name = person.Trim(" \t\"'*_");
        var open = name.IndexOfAny('(', '<');
        if (open > 0) name = name[..open].TrimEnd();
        else if (open == 0) name = name.Trim("()<> ");
        // An address that the syntax has made a link of stands bare behind the name.
        var space = name.LastIndexOf(' ');
        if (space > 0 && name[(space + 1)..] is var last && (last.StartsWith("@") || last.Contains('@')) && !name[..space].Contains('@')) name = name[..space].TrimEnd();
        foreach (var others in RelationWords.OtherPeople)
        {
            if (name.EndsWith(others, StringComparison.OrdinalIgnoreCase) && (name.Length == others.Length || name[^(others.Length + 1)] == ' ')) return name[..^others.Length].TrimEnd().ToString();
        }
        return name.ToString();
    }
}
