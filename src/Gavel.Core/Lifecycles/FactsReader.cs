using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>Gathers what policies ask of a proposal. Reads old texts only where somebody decided on another one than that of now.</summary>
public sealed class FactsReader(Catalog catalog, IHistory history, ImmutableArray<ISyntax> syntaxes)
{
    private readonly Lazy<CodeOwners?> _owners = new(() => CodeOwners.Read(catalog.Tree));

    /// <param name="entry">With its dates where they are wanted.</param>
    public ProposalFacts Read(CatalogEntry entry)
    {
        var life = entry.Process.Life;
        var people = new PersonDirectory(life.People);
        var decisions = catalog.Decisions.Of(entry.Id);
        return new ProposalFacts
        {
            Id = entry.Id,
            Process = entry.Process,
            Status = entry.Status is { } status ? entry.Process.Statuses.Statuses.FirstOrDefault(s => string.Equals(s.Name, status, StringComparison.Ordinal)) : null,
            StatusSince = entry.StatusSince,
            Authors = [.. entry.Authors.Select(people.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
            Fields = FieldsOf(entry),
            CodeOwners = _owners.Value?.Of(entry.Path, people, life) ?? default,
            Texts = TextsOf(entry, decisions),
            ChangedBeside = ChangedBeside(entry, decisions),
            Signed = life.Policies.Any(p => p.Parts.Prepend(p).Any(part => part.IsSigned)) ? SignersOf(decisions, people) : ImmutableDictionary<string, string>.Empty,
            Unreadable = [.. catalog.Decisions.UnreadableOf(entry.Id)],
            People = people,
        };
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> FieldsOf(CatalogEntry entry)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in entry.Fields) fields[field.Name] = field.Value is { } value ? [.. Catalogs.People.Split(value)] : [];
        return fields.ToImmutable();
    }

    private ImmutableDictionary<string, Freshness> TextsOf(CatalogEntry entry, ImmutableArray<Decision> decisions)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, Freshness>(StringComparer.Ordinal);
        var now = catalog.Tree.IdOf(entry.File);
        Document? document = null;
        foreach (var blob in decisions.Select(d => d.At).OfType<Text.ContentId>().Distinct())
        {
            if (blob == now || now.Sha.StartsWith(blob.Sha, StringComparison.Ordinal)) texts[blob.Sha] = Freshness.Fresh;
            else if (blob.Sha.Length != 40 || history.Read(blob, entry.Path) is not { } old || syntaxes.FirstOrDefault(s => s.Reads(entry.Path)) is not { } syntax) texts[blob.Sha] = Freshness.Missing;
            else texts[blob.Sha] = Substance.IsSame(syntax.Parse(old), document ??= syntax.Parse(catalog.Tree.Read(entry.File)), entry.Process.StatusField) ? Freshness.Fresh : Freshness.Changed;
        }
        return texts.ToImmutable();
    }

    private ImmutableDictionary<string, string> ChangedBeside(CatalogEntry entry, ImmutableArray<Decision> decisions)
    {
        var changed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var companions = new Companions(catalog.Tree, history, syntaxes);
        foreach (var decision in decisions.Where(d => d.Files.Length > 0 && d.Action is DecisionAction.Approve or DecisionAction.Vote))
        {
            if (companions.FirstChanged(entry, decision.Files) is { } name) changed[decision.Path] = name;
        }
        return changed.ToImmutable();
    }

    private ImmutableDictionary<string, string> SignersOf(ImmutableArray<Decision> decisions, PersonDirectory people)
    {
        var signers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (SignatureOf(decision) is { } signature) signers[decision.Path] = SignerOf(signature, people);
        }
        return signers.ToImmutable();
    }

    // The commit that brought what the file says now; one that only moved the file neither gives nor takes a signature.
    private CommitSignature? SignatureOf(Decision decision) =>
        history.Of(decision.Path) is [.., var last] versions && last.Id == catalog.Tree.IdOf(catalog.Tree.Find(decision.Path)!) ? history.SignatureOf(versions.First(v => v.Id == last.Id).Commit) : null;

    // Whoever gavel.yml does not know is called as git calls the committer, where the key is the committer's own: decisions call people the same.
    private static string SignerOf(CommitSignature signature, PersonDirectory people)
    {
        if (people.Find(signature.Signer) is { } key) return key;
        var isOwn = signature.Email.Length > 0 && signature.Signer.Contains(signature.Email, StringComparison.OrdinalIgnoreCase);
        return isOwn ? people.Find(signature.Committer, signature.Email) ?? signature.Signer : signature.Signer;
    }
}
