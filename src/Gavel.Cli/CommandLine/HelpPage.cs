using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Gavel.Cli.CommandLine;

/// <summary>The library's help, followed by details, examples and the exit status.</summary>
internal sealed class HelpPage(HelpAction standard) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb verb) return 0;
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var paragraph in verb.Details) output.Write($"{Wrap(paragraph, 78)}\n\n");
        if (verb.Examples.Count > 0)
        {
            output.Write("Examples:\n");
            foreach (var example in verb.Examples) output.Write($"  {example.Line}\n      {example.Says}\n");
            output.Write("\n");
        }
        output.Write($"Exit status:\n  {Wrap(verb.ExitStatus, 76).Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        return 0;
    }

    private static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        lines.Add(line);
        return string.Join('\n', lines);
    }
}
