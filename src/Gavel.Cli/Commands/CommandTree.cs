using System.CommandLine;
using System.CommandLine.Help;
using Gavel.Cli.CommandLine;

namespace Gavel.Cli.Commands;

/// <summary>Every command of the tool, in the order of its help page.</summary>
internal static class CommandTree
{
    public static RootCommand Create()
    {
        var root = new RootCommand("Runs an improvement-proposal process: the template is the schema, the git repository is the database.");
        foreach (var option in GlobalOptions.All) root.Add(option);
        foreach (var command in Commands()) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpPage((HelpAction)help.Action!);
        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        return root;
    }

    private static IEnumerable<Command> Commands() =>
    [
        InitCommand.Create(), LearnCommand.Create(), NewCommand.Create(), CheckCommand.Create(), ListCommand.Create(), ShowCommand.Create(), SetCommand.Create(),
        RenumberCommand.Create(), RenumberCommand.CreateRename(), IndexCommand.Create(), ExplainCommand.Create(), ExplainCommand.CreateSchema(), CompletionCommand.Create(),
    ];
}
