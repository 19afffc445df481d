using System.CommandLine;
using Gavel.Cli.CommandLine;
using Gavel.Core.Checking;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;
using Gavel.Core.Text;

namespace Gavel.Cli.Commands;

/// <summary><c>gavel explain</c> and <c>gavel schema</c>: what rules and keys mean. Neither needs a repository.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var rule = new Argument<string?>("RULE") { HelpName = "RULE", Description = "A rule's name; without it all rules are listed.", Arity = ArgumentArity.ZeroOrOne };
        rule.CompletionSources.Add(_ => RuleSet.Infos.Select(r => new System.CommandLine.Completions.CompletionItem(r.Name)));
        var format = GlobalOptions.Format("text", "json");
        var command = new Verb("explain", "Show a rule's page: what it checks, why, an example that is wrong and one that is right.")
        {
            Examples = [new("gavel explain section-missing", "one rule"), new("gavel explain", "all rules with their summaries")],
        };
        command.Add(rule);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(format) == "json";
            if (parsed.GetValue(rule) is not { } name)
            {
                if (isJson) throw new UsageException("explain --format json takes one rule");
                foreach (var info in RuleSet.Infos.OrderBy(i => i.Name, StringComparer.Ordinal)) Console.Out.WriteLine($"{info.Name,-24} {info.Summary}");
                return (int)ExitCode.Fine;
            }
            var found = RuleSet.Infos.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"there is no rule '{name}'" + (Spelling.Nearest(name, RuleSet.Infos.Select(i => i.Name)) is { } near ? $"; did you mean '{near}'?" : "; 'gavel explain' lists them"));
            var page = RulePages.Of(found.Name) ?? throw new InvalidOperationException($"{found.Name} has no page");
            Console.Out.Write(isJson ? ExplainReport.RenderJson(found, page) : page);
            return (int)ExitCode.Fine;
        });
        return command;
    }

    public static Command CreateSchema()
    {
        var what = new Argument<string>("OBJECT") { HelpName = "OBJECT", Description = "config for gavel.yml, or the command whose JSON object is meant.", DefaultValueFactory = _ => "config" };
        what.AcceptOnlyFromAmong(["config", .. JsonSchemas.Names]);
        var command = new Verb("schema", "Print a JSON Schema: of gavel.yml, or of what a command prints with --format json.")
        {
            Examples = [new("gavel schema > gavel.schema.json", "for the editor"), new("gavel schema check", "the object of 'gavel check --format json'")],
        };
        command.Add(what);
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(what)!;
            Console.Out.Write(name == "config" ? ConfigurationSchema.RenderJson() : JsonSchemas.Render(name));
            return (int)ExitCode.Fine;
        });
        return command;
    }
}
