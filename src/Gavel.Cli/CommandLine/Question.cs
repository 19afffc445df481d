using System.Globalization;

namespace Gavel.Cli.CommandLine;

/// <summary>
/// A command line that only asks, about nothing but the files, the commits and the date. Where it was asked before of the same ones, the answer is
/// what was printed then: neither the options of the command nor a proposal are read.
/// </summary>
/// <param name="Settings">What the options that every command has say.</param>
internal sealed record Question(SessionSettings Settings, string[] Args)
{
    private static readonly string[] Verbs = ["log", "list", "stats", "show"];

    /// <summary>What <c>gavel log</c> was asked for with no option but a format; null for every other line: building the options of a command, and reading by them, takes as long as the answer.</summary>
    public (string Id, bool IsJson)? Log { get; private init; }

    /// <returns>Null for every line that does more, or asks about more, such as who the user is.</returns>
    public static Question? Of(string[] args)
    {
        string? directory = null, colour = null, verb = null;
        DateOnly? today = null;
        var isQuiet = false;
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "-C" or "--directory" when directory is null && IsPlain(next): directory = args[++i]; break;
                case "--color" when colour is null && next is "auto" or "always" or "never": colour = args[++i]; break;
                case "--today" when today is null && DateOnly.TryParseExact(next, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    today = date;
                    i++;
                    break;
                case "-q" or "--quiet" when !isQuiet && !bool.TryParse(next, out _): isQuiet = true; break;
                case var word when verb is null && Array.IndexOf(Verbs, word) >= 0: verb = word; break;
                case var word when verb is null || !MayBeAsked(word): return null;
                case var word: rest.Add(word); break;
            }
        }
        if (verb is null) return null;
        (string, bool)? log = verb != "log" ? null : rest switch
        {
            [var id] when IsPlain(id) => (id, false),
            [var id, "--format", "text" or "json"] when IsPlain(id) => (id, rest[2] == "json"),
            ["--format", "text" or "json", var id] when IsPlain(id) => (id, rest[1] == "json"),
            _ => null,
        };
        return new Question(new SessionSettings(directory) { IsQuiet = isQuiet, Colour = colour, Today = today }, args) { Log = log };
    }

    /// <param name="anew">Reads the command line and runs it in the session that it is given.</param>
    public ExitCode Answer(Func<Session, ExitCode> anew)
    {
        using var session = Session.Open(Settings);
        // A shallow or partial clone and a folder without git have something to say besides.
        var remembered = session.Git is { History: { IsComplete: true, IsPartial: false, Stamp: not null } } ? Remembered.For(session) : null;
        if (remembered is null) return anew(session);
        var request = $"{session.Git!.History.Stamp}\n{session.Directory}\n{string.Join('\n', Args)}";
        if (remembered.FindPrinted(request) is { } printed)
        {
            session.Out.Write(printed.Text);
            return printed.Status;
        }
        var notes = NotedWriter.OverError();
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var status = anew(session.Lend(text));
        session.TakeBack();
        session.Out.Write(text.ToString());
        if (status == ExitCode.Fine && !notes.IsWritten) remembered.KeepPrinted(request, status, text.ToString());
        return status;
    }

    private static bool IsPlain(string word) => word.Length > 0 && word[0] is not ('-' or '@' or '[');

    private static bool MayBeAsked(string word)
    {
        if (word.Length == 0 || word[0] is '@' or '[' || (word[0] == '/' && word.Length < 3)) return false;
        // Options of all commands that stand here were not understood above, or twice.
        return !word.StartsWith("--waiting-for", StringComparison.Ordinal) && !word.StartsWith("--no-cache", StringComparison.Ordinal) && !word.StartsWith("--verbose", StringComparison.Ordinal)
            && !word.StartsWith("--directory", StringComparison.Ordinal) && !word.StartsWith("--today", StringComparison.Ordinal) && !word.StartsWith("--color", StringComparison.Ordinal)
            && !word.StartsWith("--quiet", StringComparison.Ordinal) && !word.StartsWith("--help", StringComparison.Ordinal) && !word.StartsWith("--version", StringComparison.Ordinal)
            && (word[0] != '-' || word.StartsWith("--", StringComparison.Ordinal));
    }
}
