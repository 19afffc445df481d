using Gavel.Core.Trees;
using Gavel.Storage.Files;
using Gavel.Web.Serving;

namespace Gavel.Cli.CommandLine;

/// <summary>Runs something again whenever the repository changes, until interrupted.</summary>
internal static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5); // where the system loses events

    /// <param name="next">Takes the files that were written, null where that is not known, and whether nothing came of the time before; gives null where there is nothing to do.</param>
    public static ExitCode Run<T>(Root root, Func<IReadOnlyCollection<string>?, bool, T?> next, Func<T, ExitCode> action, CancellationToken cancellationToken) where T : class
    {
        using var watcher = new RepositoryWatcher(root);
        var last = ExitCode.Fine;
        var (isBegun, isLost) = (false, false);
        try
        {
            while (true)
            {
                try
                {
                    if (next(watcher.TakeWritten(), isLost) is { } found)
                    {
                        if (!Console.IsOutputRedirected) Console.Write("\e[2J\e[H");
                        last = action(found);
                        if (!Console.IsErrorRedirected) Console.Error.WriteLine("gavel: waiting for changes; stop with Ctrl-C");
                    }
                    (isBegun, isLost) = (true, false);
                }
                catch (Exception e) when (isBegun && e is (UsageException or TreeException))
                {
                    // Editors take a file away and put another one in its place.
                    if (!isLost) Console.Error.WriteLine($"gavel: {e.Message}");
                    (last, isLost) = (ExitCode.Failure, true);
                }
                watcher.WaitAsync(Patience, cancellationToken).GetAwaiter().GetResult();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return last;
        }
    }
}
