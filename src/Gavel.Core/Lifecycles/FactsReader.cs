using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Decisions;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>Gathers what policies ask of a proposal. Reads old texts only where somebody decided on another one than that of now.</summary>
public sealed class FactsReader
{
    private readonly Catalog _catalog;
    private readonly IHistory _history;
    private readonly ImmutableArray<ISyntax> _syntaxes;
    private readonly Lazy<CodeOwners?> _owners;
    private readonly Lazy<Timelines.TimelineSet> _timelines; // one reading for all proposals

    public FactsReader(Catalog catalog, IHistory history, ImmutableArray<ISyntax> syntaxes)
        : this(catalog, history, syntaxes, catalog.Tree, new(() => Catalogs.Timelines.Read(catalog, history, CancellationToken.None)))
    {
    }

    private FactsReader(Catalog catalog, IHistory history, ImmutableArray<ISyntax> syntaxes, ITree owners, Lazy<Timelines.TimelineSet> timelines)
    {
        _catalog = catalog;
        _history = history;
        _syntaxes = syntaxes;
        _owners = new(() => CodeOwners.Read(owners));
        _timelines = timelines;
    }

    /// <summary>The same with the code owners of another tree.</summary>
    public FactsReader OwnedBy(ITree tree) => new(_catalog, _history, _syntaxes, tree, _timelines);

    /// <summary>A proposal in a status that it had, or has; since when it had that, by git, where a period of its process asks.</summary>
    /// <param name="status">Null for none.</param>
    public ProposalFacts ReadIn(CatalogEntry entry, Status? status)
    {
        var facts = Read(entry with { StatusSince = null, StatusInstant = null }) with { Status = status };
        if (status is null || !entry.Process.Life.Policies.Any(p => p.HasPeriod)) return facts;
        var events = _timelines.Value.Of(entry.Id).Events;
        var since = events.LastOrDefault(e => e is { Kind: Timelines.TimelineEventKind.Status, To: { } to } && string.Equals(entry.Process.Statuses.Find(to)?.Status.Name, status.Name, StringComparison.Ordinal));
        return since is null ? facts : facts with { StatusSince = DateOnly.FromDateTime(since.Recorded.DateTime), StatusInstant = since.Recorded };
    }

    /// <param name="entry">With its dates where they are wanted.</param>
    public ProposalFacts Read(CatalogEntry entry)
    {
        var life = entry.Process.Life;
        var people = new PersonDirectory(life.People);
        var decisions = _catalog.Decisions.Of(entry.Id);
        var (signed, unsigned) = SignersOf(life.Policies.Any(p => p.Parts.Prepend(p).Any(part => part.IsSigned)) ? decisions : [], people);
        return new ProposalFacts
        {
            Id = entry.Id,
            Process = entry.Process,
            Status = entry.Status is { } status ? entry.Process.Statuses.Statuses.FirstOrDefault(s => string.Equals(s.Name, status, StringComparison.Ordinal)) : null,
            StatusSince = entry.StatusSince,
            StatusInstant = entry.StatusInstant,
            Authors = [.. entry.Authors.Select(people.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
            Fields = FieldsOf(entry),
            CodeOwners = _owners.Value?.Of(entry.Path, people, life) ?? default,
            Texts = TextsOf(entry, decisions),
            ChangedBeside = ChangedBeside(entry, decisions),
            Signed = signed,
            Unsigned = unsigned,
            Unreadable = [.. _catalog.Decisions.UnreadableOf(entry.Id)],
            People = people,
        };
    }

    private ImmutableDictionary<string, ImmutableArray<string>> FieldsOf(CatalogEntry entry)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in entry.Fields) fields[field.Name] = field.Value is { } value ? [.. Catalogs.People.Split(value)] : [];
        var unknown = entry.Process.Life.Policies.SelectMany(p => p.FieldsNamed).Where(f => !fields.ContainsKey(f)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count == 0 || _catalog.Opener is not { } open) return fields.ToImmutable();
        var header = open(entry).Document.Header; // a field that a policy names and the template does not have
        foreach (var name in unknown)
            if (header.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is { } field) fields[name] = [.. Catalogs.People.Split(field.Value)];
        return fields.ToImmutable();
    }

    private ImmutableDictionary<string, Freshness> TextsOf(CatalogEntry entry, ImmutableArray<Decision> decisions)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, Freshness>(StringComparer.Ordinal);
        var now = _catalog.Tree.IdOf(entry.File);
        Document? document = null;
        foreach (var blob in decisions.Select(d => d.At).OfType<Text.ContentId>().Distinct())
        {
            if (blob == now || now.Sha.StartsWith(blob.Sha, StringComparison.Ordinal)) texts[blob.Sha] = Freshness.Fresh;
            else if (blob.Sha.Length != 40 || _history.Read(blob, entry.Path) is not { } old || _syntaxes.FirstOrDefault(s => s.Reads(entry.Path)) is not { } syntax) texts[blob.Sha] = Freshness.Missing;
            else texts[blob.Sha] = Substance.IsSame(syntax.Parse(old), document ??= syntax.Parse(_catalog.Tree.Read(entry.File)), entry.Process.StatusField) ? Freshness.Fresh : Freshness.Changed;
        }
        return texts.ToImmutable();
    }

    private ImmutableDictionary<string, string> ChangedBeside(CatalogEntry entry, ImmutableArray<Decision> decisions)
    {
        var changed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var companions = new Companions(_catalog.Tree, _history, _syntaxes);
        foreach (var decision in decisions.Where(d => !d.Files.IsDefault && d.Action is DecisionAction.Approve or DecisionAction.Vote))
        {
            if (companions.FirstChanged(entry, decision.Files) is { } name) changed[decision.Path] = name;
        }
        return changed.ToImmutable();
    }

    /// <summary>Who signed each decision, and why the signature of another does not count.</summary>
    private (ImmutableDictionary<string, string> Signed, ImmutableDictionary<string, string> Unsigned) SignersOf(ImmutableArray<Decision> decisions, PersonDirectory people)
    {
        var signed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var unsigned = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (CommitOf(decision) is not { } commit) unsigned[decision.Path] = "no commit has it as it is";
            else if (_history.SignatureOf(commit) is not { } signature) unsigned[decision.Path] = "git cannot tell";
            else if (signature.Fault is { } fault) unsigned[decision.Path] = fault;
            else signed[decision.Path] = SignerOf(signature, people);
        }
        return (signed.ToImmutable(), unsigned.ToImmutable());
    }

    // The commit that brought what the file says now; one that only moved the file neither gives nor takes a signature.
    private string? CommitOf(Decision decision) =>
        _history.Of(decision.Path) is [.., var last] versions && last.Id == _catalog.Tree.IdOf(_catalog.Tree.Find(decision.Path)!) ? versions.First(v => v.Id == last.Id).Commit : null;

    // Whoever gavel.yml does not know is called as git calls the committer, where the key is the committer's own: decisions call people the same.
    private static string SignerOf(CommitSignature signature, PersonDirectory people)
    {
        if (people.Find(signature.Signer) is { } key) return key;
        var isOwn = signature.Email.Length > 0 && signature.Signer.Contains(signature.Email, StringComparison.OrdinalIgnoreCase);
        return isOwn ? people.Find(signature.Committer, signature.Email) ?? signature.Signer : signature.Signer;
    }
}
