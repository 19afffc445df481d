namespace Gavel.Cli.CommandLine;

/// <summary>A line on standard error that says what is being done: after 300 ms, on a terminal alone, gone when it is done.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private readonly StreamWriter? _terminal;
    private bool _isShown;
    private bool _isOver;

    public Progress(bool isQuiet, string what)
    {
        if (isQuiet || Console.IsErrorRedirected) return;
        _terminal = new StreamWriter(Console.OpenStandardError()) { AutoFlush = true };
        _timer = new Timer(_ => Show(what), null, Patience, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (_timer is null) return;
        _timer.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_isShown) _terminal!.Write("\r\e[K");
            _terminal!.Dispose();
        }
    }

    private void Show(string what)
    {
        lock (_lock)
        {
            if (_isOver) return;
            _isShown = true;
            _terminal!.Write($"\r\e[Kgavel: {what} ...");
        }
    }
}
