using Gavel.Storage.Files;
using Gavel.Web.Serving;

namespace Gavel.Cli.CommandLine;

/// <summary>Runs something again whenever the repository changes, until interrupted.</summary>
internal static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5); // where the system loses events

    /// <param name="next">Takes the files that were written, null where that is not known; gives null where there is nothing to do.</param>
    public static ExitCode Run<T>(Root root, Func<IReadOnlyCollection<string>?, T?> next, Func<T, ExitCode> action, CancellationToken cancellationToken) where T : class
    {
        using var watcher = new RepositoryWatcher(root);
        var last = ExitCode.Fine;
        try
        {
            while (true)
            {
                if (next(watcher.TakeWritten()) is { } found)
                {
                    if (!Console.IsOutputRedirected) Console.Write("\e[2J\e[H");
                    last = action(found);
                    if (!Console.IsErrorRedirected) Console.Error.WriteLine("gavel: waiting for changes; stop with Ctrl-C");
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
