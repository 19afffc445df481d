using System.Runtime.InteropServices;

namespace Gavel.Cli.CommandLine;

/// <summary>
/// Ctrl-C (SIGINT) and SIGTERM. A command that can stop is asked to, however often it is told; one that does not hear it for three seconds is ended with the
/// status that shells give to the signal (128 and its number).
/// </summary>
internal static class Interrupts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly CancellationTokenSource Source = new();

    // Held until the process is gone: it may be told once more while it ends.
    private static readonly Lazy<PosixSignalRegistration[]> Registrations = new(() => [Hear(PosixSignal.SIGINT, 130), Hear(PosixSignal.SIGTERM, 143)]);

    /// <summary>Hears them from now on.</summary>
    public static CancellationToken Listen()
    {
        _ = Registrations.Value;
        return Source.Token;
    }

    private static PosixSignalRegistration Hear(PosixSignal signal, int status) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(status), TaskScheduler.Default);
        Source.Cancel();
    });
}
