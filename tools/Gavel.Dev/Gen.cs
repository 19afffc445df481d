using System.CommandLine;
using System.Text;
using Gavel.Cli.CommandLine;
using Gavel.Cli.Commands;
using Gavel.Core.Checking.Rules;
using Gavel.Core.Processes;
using Gavel.Core.Reporting;

namespace Gavel.Dev;

/// <summary>Writes what is generated from code and data: pages of rules and commands, JSON Schemas. With <c>--check</c> it only says what differs.</summary>
internal static class Gen
{
    public static int Run(string[] args)
    {
        var root = CheckoutFolder.Find();
        var wanted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, content) in RulePages.All()) wanted[$"docs/rules/{path}"] = content;
        foreach (var (path, content) in CommandPages()) wanted[$"docs/cli/{path}"] = content;
        wanted["docs/gavel-yml.md"] = ConfigurationPage.Render();
        wanted["docs/schema/gavel.yml.schema.json"] = ConfigurationSchema.RenderJson();
        foreach (var name in JsonSchemas.Names) wanted[$"docs/schema/{name}.schema.json"] = JsonSchemas.Render(name);
        var isCheck = args.Contains("--check");
        var differs = 0;
        foreach (var (path, content) in wanted)
        {
            var full = Path.Combine(root, path);
            if (File.Exists(full) && File.ReadAllText(full) == content) continue;
            differs++;
            Console.WriteLine($"{(isCheck ? "differs" : "wrote")}: {path}");
            if (isCheck) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, content);
        }
        foreach (var folder in (string[])["docs/rules", "docs/cli", "docs/schema"])
        {
            if (!Directory.Exists(Path.Combine(root, folder))) continue;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder)))
            {
                var path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
                if (wanted.ContainsKey(path)) continue;
                differs++;
                Console.WriteLine($"{(isCheck ? "is not generated any more" : "removed")}: {path}");
                if (!isCheck) File.Delete(file);
            }
        }
        return isCheck && differs > 0 ? 1 : 0;
    }

    private static IEnumerable<(string Path, string Content)> CommandPages()
    {
        var root = CommandTree.Create();
        var list = new StringBuilder("# Commands\n\nGenerated from the command line itself; `gavel COMMAND --help` says the same.\n\n");
        foreach (var verb in root.Subcommands.OfType<Verb>())
        {
            list.Append($"- [`gavel {verb.Name}`]({verb.Name}.md): {verb.Description}\n");
            yield return ($"{verb.Name}.md", Page(verb));
        }
        list.Append("\n## Options of every command\n\n").Append(OptionTable(root.Options));
        yield return ("README.md", list.ToString());
    }

    private static string Page(Verb verb)
    {
        var text = new StringBuilder($"# gavel {verb.Name}\n\n{verb.Description}\n\n");
        foreach (var paragraph in verb.Details) text.Append(paragraph).Append("\n\n");
        var arguments = verb.Arguments.Where(a => !a.Hidden).ToList();
        text.Append("```\ngavel ").Append(verb.Name).Append(verb.Options.Count > 0 ? " [options]" : "");
        foreach (var argument in arguments) text.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name);
        text.Append("\n```\n\n");
        foreach (var argument in arguments) text.Append($"- `{argument.Name}`: {argument.Description}\n");
        if (arguments.Count > 0) text.Append('\n');
        if (verb.Options.Count > 0) text.Append("## Options\n\n").Append(OptionTable(verb.Options)).Append('\n');
        if (verb.Examples.Count > 0)
        {
            text.Append("## Examples\n\n");
            foreach (var example in verb.Examples) text.Append($"{char.ToUpperInvariant(example.Says[0])}{example.Says[1..]}:\n\n```\n{example.Line}\n```\n\n");
        }
        return text.Append($"## Exit status\n\n{verb.ExitStatus}\n").ToString();
    }

    private static string OptionTable(IEnumerable<Option> options)
    {
        var text = new StringBuilder("| option | meaning |\n| --- | --- |\n");
        foreach (var option in options.Where(o => !o.Hidden))
        {
            var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(n => n.Length).Select(n => $"`{n}{(option.HelpName is { } help && n == option.Name ? " " + help : "")}`"));
            text.Append($"| {names} | {option.Description?.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
        return text.ToString();
    }
}
