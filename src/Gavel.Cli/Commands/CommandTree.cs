using System.CommandLine;
using System.CommandLine.Help;
using Gavel.Cli.CommandLine;

namespace Gavel.Cli.Commands;

/// <summary>Every command of the tool, in the order of its help page.</summary>
internal static class CommandTree
{
    private static readonly Maker[] Verbs =
    [
        new("init", InitCommand.Create),
        new("learn", LearnCommand.Create),
        new("new", NewCommand.Create),
        new("check", CheckCommand.Create),
        new("list", ListCommand.Create),
        new("show", ShowCommand.Create),
        new("search", SearchCommand.Create),
        new("set", SetCommand.Create),
        new("renumber", RenumberCommand.Create),
        new("rename", RenumberCommand.CreateRename),
        new("todo", TodoCommand.Create),
        new("move", MoveCommand.Create),
        new("approve", DecideCommands.CreateApprove),
        new("object", DecideCommands.CreateObject),
        new("resolve", DecideCommands.CreateResolve),
        new("hold", DecideCommands.CreateHold),
        new("vote", DecideCommands.CreateVote),
        new("log", LogCommand.Create),
        new("diff", DiffCommand.Create),
        new("stats", StatsCommand.Create),
        new("index", IndexCommand.Create),
        new("plan", PlanCommand.Create),
        new("alternatives", AlternativesCommand.Create),
        new("graph", GraphCommand.Create),
        new("publish", PublishCommand.Create),
        new("serve", ServeCommand.Create),
        new("explain", ExplainCommand.Create),
        new("schema", ExplainCommand.CreateSchema),
        new("completion", CompletionCommand.Create),
    ];

    public static RootCommand Create() => Create(Verbs.Select(v => v.Create()));

    /// <summary>The tree for one command line: where it begins with a command's name, that command alone, for making all of them takes longer than most checks.</summary>
    public static RootCommand CreateFor(string[] args) => Create(VerbOf(args) is { } verb ? [Verbs.First(v => v.Name == verb).Create()] : Verbs.Select(v => v.Create()));

    private static RootCommand Create(IEnumerable<Command> commands)
    {
        var root = new RootCommand("Runs an improvement-proposal process: the template is the schema, the git repository is the database.");
        foreach (var option in GlobalOptions.All) root.Add(option);
        foreach (var command in commands) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpPage((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }

    /// <returns>Null where the first word that is no global option names no command.</returns>
    private static string? VerbOf(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "-C" or "--directory" or "--today" or "--color") i++;
            else if (args[i] is not ['-', ..]) return Array.Exists(Verbs, v => v.Name == args[i]) ? args[i] : null;
        }
        return null;
    }

    private sealed record Maker(string Name, Func<Command> Create);
}
