using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Reads candidates, from the cache where it knows them. Safe for use by several threads.</summary>
internal sealed class EntryReader
{
    // What an edit changed is opened again at once; of many only the first few, since they are large.
    private const int FewParsed = 4;

    private readonly ITree _tree;
    private readonly IHistory _history;
    private readonly ImmutableArray<ISyntax> _syntaxes;
    private readonly ProposalWork _work;
    private readonly EntryStore _store;
    private readonly Lazy<ReferenceReader> _references;
    private readonly Dictionary<Process, string> _digests;
    private readonly Dictionary<Process, ConcurrentDictionary<Schema, ProposalReader>> _readers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Proposal> _parsed = new(StringComparer.Ordinal);
    private int _parsedFiles;
    private long _parsedCharacters;

    public EntryReader(ITree tree, IHistory history, ImmutableArray<Process> processes, ImmutableArray<ISyntax> syntaxes, EntryStore store, Dictionary<Process, string> digests, ProposalWork work)
    {
        _tree = tree;
        _history = history;
        _syntaxes = syntaxes;
        _work = work;
        _store = store;
        _digests = digests;
        _references = new Lazy<ReferenceReader>(() => new ReferenceReader([.. processes.Select(p => p.Name)]));
        foreach (var process in processes)
        {
            // By reference: comparing schemas by value would compare every demand.
            _readers[process] = new ConcurrentDictionary<Schema, ProposalReader>(ReferenceEqualityComparer.Instance);
        }
    }

    private EntryReader(EntryReader before, ITree tree)
    {
        _tree = tree;
        _history = before._history;
        _syntaxes = before._syntaxes;
        _work = before._work;
        _store = before._store;
        _digests = before._digests;
        _references = before._references;
        _readers = before._readers;
        _candidates = new ConcurrentDictionary<string, Candidate>(before._candidates, StringComparer.Ordinal);
    }

    /// <summary>Nobody will ask what was worked out of the proposals: what is read anew is read without it.</summary>
    public bool IsBare { get; init; }

    /// <summary>How many characters of texts that were read stay parsed for whoever opens them again, besides the first few.</summary>
    public long MostParsed { get; init; }

    /// <summary>What the cache remembers of a candidate; null when it must be read.</summary>
    /// <param name="candidate">With what is needed for reading it.</param>
    public StoredEntry? Find(ref Candidate candidate)
    {
        if (NeedsHistory(candidate.Process)) candidate = candidate with { Facts = candidate.Facts with { Created = CreatedOf(candidate.File.Path) } };
        _candidates[candidate.File.Path] = candidate;
        var known = _store.Find(KeyOf(candidate), candidate.Process, candidate.File) ?? (IsBare ? _store.Find(BareKeyOf(candidate), candidate.Process, candidate.File)?.Bare() : null);
        if (candidate.Facts.Created is not { } created || known?.Entry is not { } entry) return known;
        return known.With(entry with { Created = created });
    }

    /// <summary>The same reader over the tree after a proposal's text changed.</summary>
    /// <returns>The proposal read again. Null where it was none before.</returns>
    public (EntryReader Reader, StoredEntry Stored)? After(ITree tree, string path)
    {
        if (IsBare || !_candidates.TryGetValue(path, out var candidate) || tree.Find(path) is not { } file) return null;
        if (candidate.Process.HeaderFile is { } header && string.Equals(TreePath.NameOf(path), header, StringComparison.Ordinal)) return null; // perhaps of another one
        var reader = new EntryReader(this, tree);
        candidate = candidate with { File = file };
        return (reader, reader.Find(ref candidate) ?? reader.Read(candidate));
    }

    /// <summary>Reads a candidate and remembers it.</summary>
    public StoredEntry Read(Candidate candidate)
    {
        var proposal = Parse(candidate);
        if (Interlocked.Add(ref _parsedCharacters, proposal.Document.Text.Chars.Length) <= MostParsed || Interlocked.Increment(ref _parsedFiles) <= FewParsed) _parsed[candidate.File.Path] = proposal;
        StoredEntry stored;
        if (ProposalFinder.IsProposal(candidate, proposal))
        {
            var entry = EntryMaker.Make(proposal, candidate.File, SyntaxOf(candidate.File.Path), _references.Value);
            stored = new StoredEntry(candidate.File, entry, IsBare ? [] : _work.Run(proposal));
        }
        else
        {
            var isPointer = candidate.Facts.Match is not null && ProposalFinder.IsPointer(proposal);
            stored = new StoredEntry(candidate.File, null, []) { Pointer = isPointer ? new PointerFile(candidate.Process.Name, proposal.Id, proposal.Number, candidate.File.Path) : null };
        }
        var isBare = IsBare && stored.Entry is not null;
        _store.Add(isBare ? BareKeyOf(candidate) : KeyOf(candidate), stored);
        return isBare ? stored.Bare() : stored;
    }

    /// <summary>What is wrong with the templates of now, from the cache where it knows them.</summary>
    public ImmutableArray<Diagnostic> DefectsOf(ImmutableArray<Process> processes)
    {
        var defects = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var process in processes)
        {
            foreach (var template in process.Templates)
            {
                if (!template.IsCurrent) continue;
                var key = $"defects/{_digests[process]}/{template.Path}";
                if (_store.FindWork(key, template.Path) is not { } found)
                {
                    found = template.Schema.Defects;
                    _store.AddWork(key, found, template.Path);
                }
                defects.AddRange(found);
            }
        }
        return defects.ToImmutable();
    }

    public Proposal Open(CatalogEntry entry)
    {
        var candidate = _candidates.GetValueOrDefault(entry.Path) ?? new Candidate(entry.Process, entry.File, PathFacts.None);
        var proposal = _parsed.GetValueOrDefault(entry.Path) ?? Parse(candidate);
        return string.Equals(proposal.Id, entry.Id, StringComparison.Ordinal) ? proposal : proposal with { Id = entry.Id };
    }

    /// <summary>Nobody will open a proposal again, of the many that stay parsed.</summary>
    public void LetGo(CatalogEntry entry)
    {
        if (MostParsed > 0) _parsed.TryRemove(entry.Path, out _);
    }

    public CatalogEntry WithUpdated(CatalogEntry entry) => CatalogDates.WithUpdated(entry, _history);

    /// <summary>As <see cref="ProcessDigest"/> says it.</summary>
    public string DigestOf(Process process) => _digests[process];

    /// <summary>The tree has that content under a path.</summary>
    public bool HasNow(string path, ContentId id) => _tree.Find(path) is { } file && _tree.IdOf(file) == id;

    /// <summary>The text that the tree has under a path; null where it is not that content.</summary>
    public SourceText? TextNow(string path, ContentId id)
    {
        if (_tree.Find(path) is not { } file || _tree.IdOf(file) != id) return null;
        return _parsed.TryGetValue(path, out var parsed) && parsed.Document.Text.Id == id ? parsed.Document.Text : _tree.Read(file);
    }

    /// <summary>A past text of a proposal with the file beside it that held its header; null where nothing reads it.</summary>
    public Document? ParseThen(CatalogEntry entry, SourceText text, SourceText? header)
    {
        if (header is null && ParsedNow(entry) is { } now && string.Equals(now.Document.Text.Path, text.Path, StringComparison.Ordinal) && string.Equals(now.Document.Text.Chars, text.Chars, StringComparison.Ordinal)) return now.Document;
        return ParseThen(text, header);
    }

    /// <summary>A past text with the file beside it that held its header; null where nothing reads it.</summary>
    public Document? ParseThen(SourceText text, SourceText? header)
    {
        foreach (var syntax in _syntaxes)
        {
            if (!syntax.Reads(text.Path)) continue;
            var document = syntax.Parse(text);
            return Sidecar.With(document, header);
        }
        return null;
    }

    /// <summary>The head of a past version of a proposal, held to the schema of its time. What only an index of that time knows is missing.</summary>
    public ProposalHead HoldThen(CatalogEntry entry, Document document)
    {
        FileMatch? match = null;
        foreach (var pattern in entry.Process.Files)
        {
            if ((match = pattern.Match(document.Text.Path)) is not null) break;
        }
        var schema = RevisionChooser.Choose(entry.Process, entry.Path, entry.Created, document);
        // What it says now was read already, unless an index had a word in it.
        if (entry.Process.StatusPlace != StatusPlace.Index && ParsedNow(entry) is { } now && ReferenceEquals(now.Document, document) && ReferenceEquals(now.Schema, schema) && Equals(now.FileMatch, match))
            return new ProposalHead(schema, now.Title, now.StatusText, now.Status);
        return ReaderOf(entry.Process, schema).ReadHead(document, new PathFacts(match));
    }

    // Where no other file says something of it too.
    private Proposal? ParsedNow(CatalogEntry entry) =>
        _parsed.TryGetValue(entry.Path, out var proposal) && _candidates.TryGetValue(entry.Path, out var candidate) && SidecarOf(candidate) is null ? proposal : null;

    private ProposalReader ReaderOf(Process process, Schema schema) => _readers[process].GetOrAdd(schema, s => new ProposalReader(process, s));

    private Proposal Parse(Candidate candidate)
    {
        var document = SyntaxOf(candidate.File.Path).Parse(_tree.Read(candidate.File));
        document = WithSidecar(document, candidate);
        var schema = SchemaOf(candidate, document);
        return ReaderOf(candidate.Process, schema).Read(document, candidate.Facts);
    }

    private Document WithSidecar(Document document, Candidate candidate)
    {
        return Sidecar.With(document, SidecarOf(candidate) is { } file ? _tree.Read(file) : null);
    }

    private TreeFile? SidecarOf(Candidate candidate) =>
        candidate.Process.HeaderFile is { } name && candidate.Facts.Directory is { } directory && TreePath.Join(directory, name) is var path && !string.Equals(path, candidate.File.Path, StringComparison.Ordinal)
            ? _tree.Find(path)
            : null;

    private static Schema SchemaOf(Candidate candidate, Document document) =>
        RevisionChooser.Choose(candidate.Process, candidate.File.Path, candidate.Facts.Created, document);

    private string KeyOf(Candidate candidate)
    {
        var id = _tree.IdOf(candidate.File).Sha;
        var sidecar = SidecarOf(candidate) is { } file ? _tree.IdOf(file).Sha : "";
        var created = candidate.Facts.Created is { } day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : "";
        return string.Concat(string.Concat("entry/", _digests[candidate.Process], "/", candidate.File.Path), string.Concat("/", id, "/", sidecar), string.Concat("/", created, "/", candidate.Facts.IndexStatus), candidate.Facts.Match is null ? "/0" : "/1");
    }

    private string BareKeyOf(Candidate candidate) => $"entry/bare/{KeyOf(candidate)}";

    // A pass over the history costs a start of git: only where it decides something.
    private static bool NeedsHistory(Process process) =>
        process.Templates.Count(t => t.Since is not null) > 1 || process.Rules.Overrides.Any(o => o.When.CreatedBefore is not null);

    private DateOnly? CreatedOf(string path) =>
        _history.Of(path) is [{ IsCutOff: false } first, ..] ? DateOnly.FromDateTime(first.Recorded.DateTime) : null;

    private ISyntax SyntaxOf(string path) => _syntaxes.First(s => s.Reads(path));
}
