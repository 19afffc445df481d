using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Rules;

/// <summary>
/// A few files in memory, checked as the program checks a folder. Written as <c>==&gt; path &lt;==</c> and the file's lines, one after the other. A file
/// of <c>before: path</c> is as it was in the base of <c>--changed-since</c>, which has no decision but such, and lacks a file that is empty there; <c>path @ 2024-01-31</c> was committed on that day.
/// </summary>
internal sealed class SmallRepository
{
    private const string Before = "before: ";

    private static readonly ISyntax[] Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    private readonly IHistory _history;
    private readonly ITree? _base;

    private SmallRepository(ITree tree, ITree? before = null, IHistory? history = null)
    {
        Tree = tree;
        _base = before;
        _history = history ?? new NoHistory();
    }

    public ITree Tree { get; }

    /// <summary>With the files of the base repository where the text brings none of that path.</summary>
    public static SmallRepository OnBase(string text)
    {
        var files = Files(RulePages.BaseRepository).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var before = new List<SourceText>();
        var dates = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var file in Files(text))
        {
            var (path, date) = file.Path.Split(" @ ") is [var name, var day] ? (name, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : (file.Path, (DateOnly?)null);
            if (date is { } committed) dates[path] = committed;
            if (path.StartsWith(Before, StringComparison.Ordinal)) before.Add(SourceText.From(path[Before.Length..], file.Chars));
            else files[path] = date is null ? file : SourceText.From(path, file.Chars);
        }
        var others = files.Values.Where(f => !f.Path.StartsWith(".gavel/", StringComparison.Ordinal));
        ITree? was = before.Count == 0 ? null : new MemoryTree(before.Concat(others).DistinctBy(f => f.Path, StringComparer.Ordinal).Where(f => f.Chars.Length > 0));
        return new SmallRepository(new MemoryTree(files.Values), was, dates.Count == 0 ? null : new Dated(dates));
    }

    public static SmallRepository Of(IEnumerable<SourceText> files) => new(new MemoryTree(files));

    /// <summary><c>\xE9</c> in a text stands for that byte, which is no UTF-8.</summary>
    public static IEnumerable<SourceText> Files(string text)
    {
        string? path = null;
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("==> ", StringComparison.Ordinal) && line.EndsWith(" <==", StringComparison.Ordinal))
            {
                if (path is not null) yield return File(path, lines);
                path = line[4..^4];
                lines.Clear();
            }
            else
            {
                lines.Add(line);
            }
        }
        if (path is not null) yield return File(path, lines);
    }

    public Report Check(DateOnly? today = null) =>
        Checker.Check(Catalog(Tree), Request(today), TestContext.Current.CancellationToken);

    private CheckRequest Request(DateOnly? today = null) => new(today ?? new DateOnly(2024, 6, 1)) { Base = _base is null ? null : Catalog(_base) };

    /// <summary>The report of all rules, or of one, as a terminal without colour shows it.</summary>
    public string Render(string? rule = null)
    {
        var report = Check();
        if (rule is not null) report = report with { Findings = [.. report.Findings.Where(f => string.Equals(f.Diagnostic.Rule, rule, StringComparison.Ordinal))] };
        return TextReport.Render(report, path => Tree.Find(path) is { } file ? Tree.Read(file) : null, TextStyle.Plain, report.Proposals);
    }

    /// <summary>The repository after all safe fixes, in as many rounds as it takes.</summary>
    public SmallRepository WithSafeFixes() => WithFixes(all: false);

    public SmallRepository WithFixes(bool all)
    {
        var result = Fixer.Run(Tree, Catalog, Request(), all, TestContext.Current.CancellationToken);
        var changed = Tree.Files.Select(Tree.Read).Select(t => result.Changes.ApplyTo(t) ?? throw new InvalidOperationException($"the fixes do not fit {t.Path}"));
        return new SmallRepository(new MemoryTree(changed.Concat(result.Changes.Files.Select(f => SourceText.From(f.Path, f.Content)))), _base, _history);
    }

    public string Text(string path) => Tree.Read(Tree.Find(path)!).Chars;

    /// <summary>As the program reads a folder; without history.</summary>
    public static Catalog CatalogOf(ITree tree) => CatalogOf(tree, new NoHistory());

    private Catalog Catalog(ITree tree) => CatalogOf(tree, _history);

    private static Catalog CatalogOf(ITree tree, IHistory history)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (configuration, faults) = tree.Find("gavel.yml") is { } file ? Configuration.Parse(tree.Read(file), [.. RuleSet.Infos.Select(i => i.Name)]) : (null, []);
        var found = ProcessFinder.Find(tree, new NoHistory(), [.. Syntaxes], configuration, new NoCache(), cancellation);
        return new Workspace([.. Syntaxes], new NoCache(), RuleWork.Of(RuleSet.All)).Build(tree, history, found.Processes, faults.AddRange(found.Faults), cancellation);
    }

    private static SourceText File(string path, List<string> lines)
    {
        if (lines.Count > 0 && lines[^1].Length > 0) lines.Add("");
        var text = string.Join('\n', lines);
        return text.Contains("\\xE9", StringComparison.Ordinal)
            ? SourceText.Decode(path, Encoding.Latin1.GetBytes(text.Replace("\\xE9", "\u00E9", StringComparison.Ordinal)))
            : SourceText.From(path, text);
    }

    private sealed class Dated(Dictionary<string, DateOnly> dates) : IHistory
    {
        public bool IsComplete => true;

        public string? Head => new('0', 40);

        public ImmutableArray<FileVersion> Of(string path) => dates.TryGetValue(path, out var date)
            ? [new FileVersion(Head!, path, new ContentId(new string('0', 40)), "Ann Lee", new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero), 1)]
            : [];

        public SourceText? Read(ContentId id, string path) => null;
    }
}
