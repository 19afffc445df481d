using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Gavel.Cli.Commands;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Cli.CommandLine;

/// <summary>Where the outside begins: reads the command line, runs the command, turns what went wrong into an exit status.</summary>
internal static class Edge
{
    public static ExitCode Run(string[] args)
    {
        if (CheckLine.OfPlain(args) is { } plain) return Guarded(() => new CheckRun(plain).Run(CancellationToken.None));
        return Question.Of(args) is { } question ? Guarded(() => question.Answer(session => question.Log is var (id, isJson) ? LogCommand.Run(session, id, isJson) : Parsed(args, session))) : Parsed(args, null);
    }

    /// <param name="session">What the command works with; null where it opens its own.</param>
    private static ExitCode Parsed(string[] args, Session? session)
    {
        var root = CommandTree.CreateFor(args);
        if (Completing.Offered(root, args) is { } words)
        {
            foreach (var word in words) Console.Out.WriteLine(word);
            return ExitCode.Fine;
        }
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // "@ann" is a person, not a file of arguments
        if (parsed.Action is not HelpPage && MisspeltOption(args, parsed) is { } wrong)
        {
            Console.Error.WriteLine($"gavel: {wrong}");
            Console.Error.WriteLine($"Try '{CommandPath(parsed.CommandResult)} --help'.");
            return ExitCode.Usage;
        }
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
        {
            if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var word, ..] && word is not ['-', ..])
            {
                var near = Spelling.Nearest(word, root.Subcommands.Select(c => c.Name));
                Console.Error.WriteLine($"gavel: there is no command '{word}'{(near is null ? "" : $"; did you mean 'gavel {near}'?")}");
                Console.Error.WriteLine("Try 'gavel --help'.");
                return ExitCode.Usage;
            }
            foreach (var error in parsed.Errors) Console.Error.WriteLine($"gavel: {Lowered(error.Message)}");
            var command = CommandPath(parsed.CommandResult);
            Console.Error.WriteLine($"Try '{command} --help'.");
            return ExitCode.Usage;
        }
        var invocation = new Invocation { Session = session, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        if (parsed.Action is not AsynchronousCommandLineAction) return Guarded(() => (ExitCode)parsed.Invoke(invocation));
        var interrupted = Interrupts.Listen();
        return Guarded(() => (ExitCode)parsed.InvokeAsync(invocation, interrupted).GetAwaiter().GetResult());
    }

    // The library takes an option that it does not know for an argument: "rename 4 --dryrun" would be a title.
    private static string? MisspeltOption(string[] args, ParseResult parsed)
    {
        var taken = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).Concat(parsed.UnmatchedTokens).ToHashSet(StringComparer.Ordinal);
        if (args.TakeWhile(a => a != "--").FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal) && taken.Contains(a)) is not { } word) return null;
        var name = word.Split('=')[0];
        var near = Spelling.Nearest(name, parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(o => o.Name));
        return $"there is no option '{name}'; {(near is null ? "put -- before a word that begins with two dashes" : $"did you mean '{near}'?")}";
    }

    private static ExitCode Guarded(Func<ExitCode> run)
    {
        try
        {
            return run();
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"gavel: {e.Message}");
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TreeException)
        {
            Console.Error.WriteLine($"gavel: {e.Message}");
            return ExitCode.Failure;
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [_, ..] several && several.All(i => i is IOException or UnauthorizedAccessException or TreeException))
        {
            Console.Error.WriteLine($"gavel: {several[0].Message}"); // several threads met the same disk
            return ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("gavel: interrupted; nothing was changed");
            return ExitCode.Failure;
        }
        catch (Exception e)
        {
            TellFault(e);
            return ExitCode.Failure;
        }
    }

    /// <summary>Tells of what nobody foresaw.</summary>
    public static void TellFault(Exception e)
    {
        Console.Error.WriteLine($"gavel: a fault of Gavel itself: {e.Message} ({e.GetType().Name})");
        Console.Error.WriteLine(Environment.GetEnvironmentVariable("GAVEL_DEBUG") is null
            ? "Set GAVEL_DEBUG=1 to see where, and please report it."
            : e.ToString());
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : "gavel";

    private static string Lowered(string message) =>
        message.Length > 1 && char.IsUpper(message[0]) && char.IsLower(message[1]) ? char.ToLowerInvariant(message[0]) + message[1..] : message;
}
