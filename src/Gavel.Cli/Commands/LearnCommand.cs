using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Checking;
using Gavel.Core.Documents.Headers;
using Gavel.Core.Reporting;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel learn</c>.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "The template, Markdown or reStructuredText; it may lie outside of the repository." };
        var against = new Option<string?>("--against") { Description = "Say what changed in the template since REV: which demands came and went, and which proposals would newly fail.", HelpName = "REV" };
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("learn", "Show what a template asks for, each item with its line.")
        {
            Details =
            [
                "Reads one template and prints its title pattern, fields, sections, prompts, limits, instructions, placeholders and checklist, with the line each was learned from and how sure that is. What is wrong with the template itself is said too.",
            ],
            Examples =
            [
                new("gavel learn docs/rfcs/0000-template.md", "for people"),
                new("gavel learn --format json template.rst", "for scripts"),
                new("gavel learn docs/rfcs/0000-template.md --against main", "what my change of the template asks of everybody"),
            ],
            ExitStatus = "0 fine, 1 the template cannot be learned from, 2 wrong usage, 3 the environment failed.",
        };
        command.Add(template);
        command.Add(against);
        command.Add(format);
        command.SetAction(parsed => (int)Run(parsed, parsed.GetValue(template)!, parsed.GetValue(against), parsed.GetValue(format)!));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, string template, string? against, string format)
    {
        using var session = Session.Open(parsed);
        var full = Path.GetFullPath(template, session.Directory);
        if (Directory.Exists(full)) throw new UsageException($"{template} is a folder; name the template in it");
        if (!File.Exists(full)) throw new UsageException($"{template}: there is no such file");
        var shown = Path.GetRelativePath(session.Root.Folder, full).Replace(Path.DirectorySeparatorChar, '/');
        if (shown.StartsWith("../", StringComparison.Ordinal)) shown = template.Replace(Path.DirectorySeparatorChar, '/');
        var syntax = Session.Syntaxes.FirstOrDefault(s => s.Reads(shown))
            ?? throw new UsageException($"{template} is neither Markdown (.md) nor reStructuredText (.rst)");
        var schema = TemplateLearner.Learn(Sidecar.With(syntax.Parse(SourceText.Decode(shown, File.ReadAllBytes(full))), HeaderBeside(full, shown)));
        if (against is not null) return Compare(session, schema, shown, against, format);
        session.Out.Write(format == "json" ? LearnReport.RenderJson(schema) : LearnReport.RenderText(schema, session.Style.Width ?? 100, session.Style.Colour));
        if (schema.Demands.IsEmpty)
        {
            foreach (var defect in schema.Defects) Console.Error.WriteLine($"gavel: {TerminalText.Safe($"{defect.At.Path}:{defect.At.Start.Line}: {defect.Message}")}");
            return ExitCode.Findings;
        }
        return ExitCode.Fine;
    }

    // Of a template in a directory of its own: the one YAML file beside it.
    private static SourceText? HeaderBeside(string full, string shown)
    {
        return HeaderOf(full, Directory.GetFiles(Path.GetDirectoryName(full)!)) is { } one ? SourceText.Decode(shown[..(shown.LastIndexOf('/') + 1)] + Path.GetFileName(one), File.ReadAllBytes(one)) : null;
    }

    private static SourceText? HeaderBeside(ITree tree, string path) =>
        HeaderOf(path, tree.Files.Select(f => f.Path).Where(f => string.Equals(TreePath.FolderOf(f), TreePath.FolderOf(path), StringComparison.Ordinal))) is { } one ? tree.Read(tree.Find(one)!) : null;

    private static string? HeaderOf(string path, IEnumerable<string> beside)
    {
        var isMain = Path.GetFileNameWithoutExtension(path) is var stem && (stem.Equals("README", StringComparison.OrdinalIgnoreCase) || stem.Equals("index", StringComparison.OrdinalIgnoreCase));
        return isMain && beside.Where(f => Path.GetExtension(f) is ".yaml" or ".yml").ToList() is [var one] && Path.GetFileName(one) is not "gavel.yml" ? one : null;
    }

    private static ExitCode Compare(Session session, Schema schema, string path, string against, string format)
    {
        session.NeedHistory("learn --against");
        if (session.Tree.Find(path) is null) throw new UsageException($"{path} is no file of the repository, so it has no past to compare with");
        var commit = session.Git!.Resolve(against) ?? throw new UsageException($"--against {against}: git knows no such revision");
        var tree = session.Git.TreeOf(commit);
        // Under the path that it had then.
        var paths = session.History.Of(path).Select(v => v.Path).Append(path).Reverse().Distinct(StringComparer.Ordinal);
        var file = paths.Select(tree.Find).FirstOrDefault(f => f is not null) ?? throw new UsageException($"{path} is not in {against}");
        var syntax = Session.Syntaxes.FirstOrDefault(s => s.Reads(file.Path)) ?? throw new UsageException($"{file.Path} of {against} is neither Markdown nor reStructuredText");
        var old = TemplateLearner.Learn(Sidecar.With(syntax.Parse(tree.Read(file)), HeaderBeside(tree, file.Path)));
        var date = DateOnly.FromDateTime(session.Git.RecordedOf(commit).DateTime);
        var comparison = TemplateComparison.Of(old, schema, session.Catalog, session.Cancellation);
        session.Out.Write(format == "json"
            ? LearnReport.RenderJson(schema, json => LearnAgainstReport.Write(json, commit, date, comparison))
            : LearnAgainstReport.RenderText(path, commit, date, comparison, session.Style));
        return ExitCode.Fine;
    }
}
