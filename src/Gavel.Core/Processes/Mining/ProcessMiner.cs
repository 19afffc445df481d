using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Templates;
using Gavel.Core.Trees;

namespace Gavel.Core.Processes.Mining;

/// <summary>Mines what is still unknown of a process whose templates and files are known.</summary>
internal sealed class ProcessMiner(Listing listing, Discovered found)
{
    private const int SampleSize = 24; // documents that are parsed
    private const int MostExcluded = 12; // pages named one by one
    private const double Shared = 0.8; // of the directories that have a sidecar

    private readonly List<MinedItem> _items = [];
    private readonly Discovered _process = found with { Members = found.Members.RemoveAll(listing.IsPointer) };

    public MinedProcess Mine(CancellationToken cancellationToken)
    {
        var matches = _process.Members.Select(m => _process.Files.Select(f => f.Match(m.Path)).FirstOrDefault(m => m is not null)).OfType<FileMatch>().ToImmutableArray();
        var sample = Sample(cancellationToken);
        var header = SidecarOf();
        var schema = SchemaOf(sample, header, out var shared);
        var titleForm = schema.Title is { } asked && !_process.Templates.IsEmpty ? SharedTemplate.TitleBeside(asked.Pattern, [.. sample]) : "";
        schema = schema.WithTitle(titleForm);
        var (name, nameFrom) = NameMiner.Find(_process, schema, sample);
        _items.Add(new MinedItem("name", name, nameFrom));
        // In gavel.yml the first one is that which a new proposal starts from.
        if (_process.Templates.Length > 0) _items.Add(new MinedItem("template", _process.TemplatePattern is { } pattern ? [pattern.Text] : [.. _process.Templates.Reverse()], _process.TemplateFrom));
        _items.Add(new MinedItem("files", [.. _process.Files.Select(f => f.Text)], FilesFrom()));
        var (numbering, numberFrom) = NumberMiner.Find(_process, matches, schema, [.. sample.Select(s => s.Document)]);
        _items.Add(new MinedItem("number", numbering.ToString().ToLowerInvariant(), numberFrom));
        if (header is not null) _items.Add(new MinedItem("header", header, "a file in most directories"));
        var index = IndexMiner.Find(listing, _process);
        if (index is not null) _items.Add(new MinedItem("index", index.Path, $"{index.Listed} of {Discovery.Count(_process.Members.Length, "proposal")} in it"));
        if (index is { Columns.IsEmpty: false }) _items.Add(new MinedItem("index.columns", index.Columns, index.Path));
        var (place, field, statuses) = Statuses(schema, sample, index, header, matches, cancellationToken);
        var exclude = Excluded(schema, index);
        var anchors = Anchors(schema);
        var scan = _process.Templates.IsEmpty ? MemberScan.Empty : MemberScan.Look(listing, _process.Members, header is null ? _process.Members : [.. Sidecars(header)], schema, file => IsFinished(file, field, statuses), cancellationToken);
        return new MinedProcess
        {
            Name = name,
            Folder = _process.Folder,
            Templates = _process.Templates,
            TemplatePattern = _process.TemplatePattern?.Text ?? "",
            Files = [.. _process.Files.Select(f => f.Text)],
            Header = header ?? "",
            Exclude = exclude,
            Numbering = numbering,
            NumberWidth = NumberMiner.WidthOf(matches, schema.Naming, _process.Templates),
            StatusPlace = place,
            StatusField = field ?? "",
            Statuses = statuses,
            Index = index?.Path ?? "",
            IndexColumns = index?.Columns ?? [],
            Anchors = anchors,
            Proposals = _process.Members.Length,
            SharedTemplate = shared,
            TitleForm = titleForm,
            SharedTemplatePath = shared.Length == 0 ? "" : _process.Members[0].Path,
            SectionUse = [.. scan.Sections.Select(s => new SectionCount(s.Key, s.With))],
            Scanned = scan.Of,
            Furniture = scan.Furniture,
            Examples = scan.Examples,
            Items = [.. _items],
        };
    }

    // How many of the documents that lie there the patterns name.
    private string FilesFrom()
    {
        if (_process.Members.IsEmpty) return _process.FilesFrom;
        var isDirectory = _process.Files.All(f => f.IsDirectory);
        var all = listing.Files.Count(f => (_process.Folder.Length == 0 || f.Path.StartsWith(_process.Folder + "/", StringComparison.Ordinal))
            && !NameWords.IsTemplate(f.Path) && !_process.Templates.Contains(f.Path, StringComparer.Ordinal)
            && (isDirectory ? ProcessWords.MainDocuments.Contains(f.Stem, StringComparer.OrdinalIgnoreCase) && f.Folder.Length > _process.Folder.Length : !NameWords.IsPage(f.Path)));
        return all <= _process.Members.Length ? $"all {Discovery.Count(_process.Members.Length, "file")} there" : $"{_process.Members.Length} of {Discovery.Count(all, "file")} there";
    }

    private bool? IsFinished(TreeFile file, string? field, ImmutableArray<MinedStatus> statuses)
    {
        if (field is null || listing.ValueOf(file, field) is not { } value) return null;
        var head = StatusText.HeadOf(StatusText.Clean(value));
        var kind = statuses.FirstOrDefault(s => string.Equals(s.Name, head, StringComparison.OrdinalIgnoreCase))?.Kind ?? StatusText.KindOf(head);
        return kind is not (StatusKind.Draft or StatusKind.Open);
    }

    private List<(Document Document, string? Number)> Sample(CancellationToken cancellationToken) =>
    [
        .. from document in Listing.Each(Cluster.Spread(_process.Members, SampleSize), listing.OutlineOf, cancellationToken)
           where document is not null
           select (document, _process.Files.Select(f => f.Match(document.Text.Path)?.Number).FirstOrDefault(n => n is not null)),
    ];

    private Schema SchemaOf(List<(Document Document, string? Number)> sample, string? header, out string shared)
    {
        shared = "";
        foreach (var path in _process.Templates.Reverse())
        {
            if (listing.Tree.Find(path) is { } file && listing.Open(file) is { } template) return SchemaSource.Learn(header is null ? template : Sidecar.With(template, HeaderBeside(path, header)));
        }
        shared = SharedTemplate.Render([.. sample]);
        var at = _process.Members.IsEmpty ? "template.md" : _process.Members[0].Path;
        var syntax = listing.SyntaxOf(at) ?? throw new InvalidOperationException($"no front end reads {at}");
        _items.Add(new MinedItem("sections", [.. CommonHeadings(sample)], $"at least four fifths of {Discovery.Count(sample.Count, "proposal")}"));
        return PlainSchema.Of(syntax.Parse(Text.SourceText.From(at, shared)));
    }

    // What the template's own header file shows.
    private Text.SourceText? HeaderBeside(string path, string header)
    {
        if (listing.Tree.Find(TreePath.Join(TreePath.FolderOf(path), header)) is not { } file) return null;
        listing.CharsOf(file);
        return listing.Tree.Read(file);
    }

    private static IEnumerable<string> CommonHeadings(List<(Document Document, string? Number)> sample) =>
        SharedTemplate.HeadingsOf([.. sample.Select(s => s.Document)]).Select(h => h.Text);

    private (StatusPlace Place, string? Field, ImmutableArray<MinedStatus> Statuses) Statuses(
        Schema schema, List<(Document Document, string? Number)> sample, MinedIndex? index, string? header, ImmutableArray<FileMatch> matches, CancellationToken cancellationToken)
    {
        var demand = StatusMiner.FieldOf(schema);
        var field = demand?.Name ?? StatusMiner.FieldOf(sample.Select(s => s.Document)) ?? (header is null ? StatusMiner.FieldByValues(sample.Select(s => s.Document)) : "status");
        demand ??= field is null || header is not null ? null : schema.FindField(field);
        if (matches.Count(m => m.Status is not null) is var placed and > 0 && (field is null || placed * 2 >= matches.Length))
        {
            var folders = StatusMiner.FromFolders(matches.Select(m => m.Status).OfType<string>());
            Tell("folder", "the folders that proposals lie in", folders);
            return (StatusPlace.Folder, null, folders);
        }
        if (field is not null)
        {
            var inUse = StatusMiner.InUse(listing, header is null ? _process.Members : Sidecars(header), field, cancellationToken);
            var isDeclared = demand is { Values.Length: > 1 };
            var initial = demand?.Initial ?? demand?.Placeholder;
            var isExplained = !isDeclared && index is { Statuses.IsEmpty: false };
            var statuses = isDeclared ? StatusMiner.FromTemplate(demand!.Values, inUse)
                : isExplained ? StatusMiner.FromPage(index!.Statuses, initial, inUse)
                : StatusMiner.FromProposals(initial, inUse);
            if (statuses.Length > 0 || demand is not null)
            {
                Tell("field", isDeclared ? StatusMiner.Where(demand!.Source) : isExplained ? index!.Path : $"the field '{field}' of {Discovery.Count(inUse.Values.Sum(), "proposal")}", statuses);
                return (StatusPlace.Field, field, statuses);
            }
        }
        if (index is { Groups.IsEmpty: false })
        {
            var groups = StatusMiner.FromHeadings(index.Groups);
            Tell("index", $"the headings of {index.Path}", groups);
            return (StatusPlace.Index, null, groups);
        }
        _items.Add(new MinedItem("status", "none", "neither a field, nor a folder, nor an index says one"));
        return (StatusPlace.None, null, []);
    }

    private void Tell(string place, string from, ImmutableArray<MinedStatus> statuses)
    {
        _items.Add(new MinedItem("status", place, from));
        if (statuses.Length > 0) _items.Add(new MinedItem("statuses", [.. statuses.Select(s => s.Name)], from));
        foreach (var status in statuses)
            _items.Add(new MinedItem($"statuses.{status.Name}", status.Kind.ToString().ToLowerInvariant(), place is "index" ? "a heading" : status.Count == 0 ? "no proposal yet" : Discovery.Count(status.Count, "proposal")));
        if (place is "index") return;
        foreach (var status in statuses.Where(s => s.Aliases.Length > 0))
            _items.Add(new MinedItem($"statuses.{status.Name}.aliases", status.Aliases, "proposals write"));
    }

    // A YAML file of the same name in most directories of proposals.
    private string? SidecarOf()
    {
        var folders = _process.Members.Where(m => _process.Files.Any(f => f.IsDirectory && f.Match(m.Path) is not null)).Select(m => TreePath.FolderOf(m.Path)).ToHashSet(StringComparer.Ordinal);
        if (folders.Count == 0) return null;
        var names = listing.Tree.Files.Where(f => f.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Where(f => folders.Contains(TreePath.FolderOf(f.Path))).GroupBy(f => TreePath.NameOf(f.Path), StringComparer.Ordinal);
        return names.Where(g => g.Count() >= folders.Count * Shared).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    private IEnumerable<TreeFile> Sidecars(string header) =>
        _process.Members.Select(m => listing.Tree.Find(TreePath.Join(TreePath.FolderOf(m.Path), header))).OfType<TreeFile>();

    // Where names say nothing, a page that has none of the template's headings and fields is no proposal.
    private ImmutableArray<string> Excluded(Schema schema, MinedIndex? index)
    {
        if (_process.Templates.IsEmpty || _process.Files.Any(f => f.Has(PatternPart.Number) || f.Has(PatternPart.Date)) || _process.Members.Length > 400) return [];
        var traits = Traits.Of(schema);
        if (traits.Keys.Count < 4) return [];
        var foreign = _process.Members.Where(m => m.Path != index?.Path && index?.Names.Contains(TreePath.StemOf(m.Path)) != true && traits.ShareIn(listing.TraitsOf(m)) < 0.01).Select(m => m.Path).ToImmutableArray();
        if (foreign.IsEmpty || foreign.Length > MostExcluded || foreign.Length * 3 > _process.Members.Length) return [];
        _items.Add(new MinedItem("exclude", foreign, "none of the template's headings"));
        return foreign;
    }

    private string Anchors(Schema schema)
    {
        if (string.Equals(schema.Syntax, "rst", StringComparison.Ordinal)) return "docutils";
        var tree = listing.Tree;
        if (tree.Find("mkdocs.yml") is not null || tree.Find("mkdocs.yaml") is not null) return Tell("python-markdown", "mkdocs.yml");
        return tree.Find(".gitlab-ci.yml") is not null && !tree.HasFolder(".github") ? Tell("gitlab", ".gitlab-ci.yml") : "github";

        string Tell(string convention, string from)
        {
            _items.Add(new MinedItem("anchors", convention, from));
            return convention;
        }
    }
}
