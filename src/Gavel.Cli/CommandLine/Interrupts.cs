using System.Runtime.InteropServices;

namespace Gavel.Cli.CommandLine;

/// <summary>
/// Ctrl-C (SIGINT) and SIGTERM. A command that can stop is asked to, however often it is told; one that does not hear it for three seconds is ended with the
/// status that shells give to the signal (128 and its number).
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Interrupts()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Ask(context, 130));
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Ask(context, 143));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Ask(PosixSignalContext context, int status)
    {
        context.Cancel = true;
        _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(status), TaskScheduler.Default);
        _source.Cancel();
    }
}
