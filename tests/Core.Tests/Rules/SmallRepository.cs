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

/// <summary>A few files in memory, checked as the program checks a folder. Written as <c>==&gt; path &lt;==</c> and the file's lines, one after the other.</summary>
internal sealed class SmallRepository
{
    private static readonly ISyntax[] Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    private SmallRepository(ITree tree) => Tree = tree;

    public ITree Tree { get; }

    /// <summary>With the files of the base repository where the text brings none of that path.</summary>
    public static SmallRepository OnBase(string text)
    {
        var files = Files(RulePages.BaseRepository).ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var file in Files(text)) files[file.Path] = file;
        return new SmallRepository(new MemoryTree(files.Values));
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
        Checker.Check(Catalog(Tree), new CheckRequest(today ?? new DateOnly(2024, 6, 1)), TestContext.Current.CancellationToken);

    /// <summary>The report of all rules, or of one, as a terminal without colour shows it.</summary>
    public string Render(string? rule = null)
    {
        var report = Check();
        if (rule is not null) report = report with { Findings = [.. report.Findings.Where(f => string.Equals(f.Diagnostic.Rule, rule, StringComparison.Ordinal))] };
        return TextReport.Render(report, path => Tree.Find(path) is { } file ? Tree.Read(file) : null, TextStyle.Plain, report.Proposals);
    }

    /// <summary>The repository after all safe fixes, in as many rounds as it takes.</summary>
    public SmallRepository WithSafeFixes()
    {
        var result = Fixer.Run(Tree, Catalog, new CheckRequest(new DateOnly(2024, 6, 1)), all: false, TestContext.Current.CancellationToken);
        var changed = Tree.Files.Select(Tree.Read).Select(t => result.Changes.ApplyTo(t) ?? throw new InvalidOperationException($"the fixes do not fit {t.Path}"));
        return Of(changed.Concat(result.Changes.Files.Select(f => SourceText.From(f.Path, f.Content))));
    }

    public string Text(string path) => Tree.Read(Tree.Find(path)!).Chars;

    private static Catalog Catalog(ITree tree)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (configuration, faults) = tree.Find("gavel.yml") is { } file ? Configuration.Parse(tree.Read(file), [.. RuleSet.Infos.Select(i => i.Name)]) : (null, []);
        var found = ProcessFinder.Find(tree, new NoHistory(), [.. Syntaxes], configuration, new NoCache(), cancellation);
        return new Workspace([.. Syntaxes], new NoCache(), RuleWork.Of(RuleSet.All)).Build(tree, new NoHistory(), found.Processes, faults.AddRange(found.Faults), cancellation);
    }

    private static SourceText File(string path, List<string> lines)
    {
        if (lines.Count > 0 && lines[^1].Length > 0) lines.Add("");
        var text = string.Join('\n', lines);
        return text.Contains("\\xE9", StringComparison.Ordinal)
            ? SourceText.Decode(path, Encoding.Latin1.GetBytes(text.Replace("\\xE9", "\u00E9", StringComparison.Ordinal)))
            : SourceText.From(path, text);
    }
}
