using Gavel.Core.Documents.Markdown;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Processes;

/// <summary>Proposals and templates of made-up repositories, and what is found in them.</summary>
internal static class MadeUp
{
    public const string Sections = "## Why\n\nBecause.\n\n## What changes\n\nThis.\n\n## Costs\n\nFew.\n";

    public static string Doc(string title, string status = "Accepted") => $"# {title}\n\n- **Status:** {status}\n- **Owner:** Ann\n\n{Sections}";

    public static string Template(string title) => $"# {title}\n\n- **Status:** Draft | Accepted | Rejected\n- **Owner:** _who drives it_\n\n## Why\n\n_Say why._\n\n## What changes\n\n_Say what._\n\n## Costs\n\n_Say what it costs._\n";

    public static ProcessesFound Find(params (string Path, string Text)[] files) =>
        ProcessFinder.Find(new MemoryTree(files.Select(f => SourceText.From(f.Path, f.Text))), new NoHistory(), [new MarkdownSyntax()], null, new NoCache(), TestContext.Current.CancellationToken);

    public static (string, string)[] Docs(string format, IEnumerable<int> numbers, string title = "{0}. Thing", string status = "Accepted") =>
        [.. numbers.Select(n => (string.Format(format, n), Doc(string.Format(title, n), status)))];

    public static string Show(ProcessesFound found) => string.Join("\n", found.Processes.Select((p, i) =>
        $"{p.Name}: {string.Join(", ", p.Files)} <- {string.Join(", ", p.Templates.Select(t => t.Path))} ({found.Mined[i].Proposals}, {p.Numbering}, width {p.NumberWidth}, {p.StatusPlace}{(p.Index is null ? "" : $", index {p.Index}")}{(p.HeaderFile is null ? "" : $", header {p.HeaderFile}")})"));
}
