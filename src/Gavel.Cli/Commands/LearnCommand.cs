using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Reporting;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel learn</c>.</summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "The template, Markdown or reStructuredText; it may lie outside of the repository." };
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
            ],
            ExitStatus = "0 fine, 1 the template cannot be learned from, 2 wrong usage, 3 the environment failed.",
        };
        command.Add(template);
        command.Add(format);
        command.SetAction(parsed => (int)Run(parsed, parsed.GetValue(template)!, parsed.GetValue(format)!));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, string template, string format)
    {
        using var session = Session.Open(parsed);
        var full = Path.GetFullPath(template, session.Directory);
        if (Directory.Exists(full)) throw new UsageException($"{template} is a folder; name the template in it");
        if (!File.Exists(full)) throw new UsageException($"{template}: there is no such file");
        var shown = Path.GetRelativePath(session.Root.Folder, full).Replace(Path.DirectorySeparatorChar, '/');
        if (shown.StartsWith("../", StringComparison.Ordinal)) shown = template.Replace(Path.DirectorySeparatorChar, '/');
        var syntax = Session.Syntaxes.FirstOrDefault(s => s.Reads(shown))
            ?? throw new UsageException($"{template} is neither Markdown (.md) nor reStructuredText (.rst)");
        var schema = TemplateLearner.Learn(syntax.Parse(SourceText.Decode(shown, File.ReadAllBytes(full))));
        session.Out.Write(format == "json" ? LearnReport.RenderJson(schema) : LearnReport.RenderText(schema, session.Style.Width ?? 100, session.Style.Colour));
        if (schema.Demands.IsEmpty)
        {
            foreach (var defect in schema.Defects) Console.Error.WriteLine($"gavel: {defect.At.Path}:{defect.At.Start.Line}: {defect.Message}");
            return ExitCode.Findings;
        }
        return ExitCode.Fine;
    }
}
