using Gavel.Core.Reporting;

namespace Gavel.Cli.CommandLine;

/// <summary>How text is printed where standard output goes.</summary>
internal static class TerminalStyle
{
    private const int Narrowest = 40; // columns

    /// <param name="colour">What <c>--color</c> says; null for nothing.</param>
    public static TextStyle Of(string? colour)
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new TextStyle(HasColour(colour, isTerminal), isTerminal ? Math.Max(Width(), Narrowest) : null);
    }

    private static bool HasColour(string? when, bool isTerminal) => when switch
    {
        "always" => true,
        "never" => false,
        _ => isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80; // a terminal that does not tell
        }
    }
}
