namespace Gavel.Cli.CommandLine;

/// <summary>Runs something again whenever a file below a folder changes, until interrupted.</summary>
internal static class Watching
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(60);

    public static ExitCode Run(string folder, Func<ExitCode> action, CancellationToken cancellationToken)
    {
        using var changed = new AutoResetEvent(initialState: true);
        using var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        FileSystemEventHandler note = (_, e) =>
        {
            if (!e.FullPath.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) changed.Set();
        };
        watcher.Changed += note;
        watcher.Created += note;
        watcher.Deleted += note;
        watcher.Renamed += (_, e) => note(watcher, e);
        watcher.EnableRaisingEvents = true;
        var last = ExitCode.Fine;
        while (WaitHandle.WaitAny([changed, cancellationToken.WaitHandle]) == 0)
        {
            while (changed.WaitOne(Settle)) { }
            if (!Console.IsOutputRedirected) Console.Write("\e[2J\e[H");
            last = action();
            if (!Console.IsErrorRedirected) Console.Error.WriteLine("gavel: waiting for changes; stop with Ctrl-C");
        }
        return last;
    }
}
