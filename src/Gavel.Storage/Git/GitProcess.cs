using System.Diagnostics;
using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Gavel.Storage.Git;

/// <summary>
/// A git that runs. Its pipes are read and written as plain files: the pipe streams of the platform bring its sockets with them, and to load those takes
/// longer than most runs of git.
/// </summary>
internal sealed class GitProcess : IDisposable
{
    private readonly Process _process;
    private Task _feeding = Task.CompletedTask;

    public GitProcess(Process process)
    {
        _process = process;
        Input = Plain(process.StandardInput.BaseStream, FileAccess.Write);
        Output = Plain(process.StandardOutput.BaseStream, FileAccess.Read);
        var errors = new StreamReader(Plain(process.StandardError.BaseStream, FileAccess.Read));
        // On a thread of its own, so that git never waits for it.
        Errors = Task.Factory.StartNew(errors.ReadToEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Stream Input { get; }

    public Stream Output { get; }

    /// <summary>What it says is wrong, when it ended.</summary>
    public Task<string> Errors { get; }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Tells it all that it will be told, while others read what it answers.</summary>
    public void Feed(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty) CloseInput();
        else _feeding = Task.Run(() => Write(input.Span));
    }

    public void CloseInput() => _process.StandardInput.Close();

    /// <returns>False when it still runs.</returns>
    public bool WaitForExit(TimeSpan time) => _process.WaitForExit(time);

    public void WaitForExit() => _process.WaitForExit();

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    /// <summary>Stops it where it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        // Both use the handles that are closed next.
        _feeding.GetAwaiter().GetResult();
        Errors.GetAwaiter().GetResult();
        _process.Dispose();
    }

    private void Write(ReadOnlySpan<byte> input)
    {
        try
        {
            Input.Write(input);
            CloseInput();
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code says why.
        }
    }

    // The process owns the handle, and is let go of last.
    private static Stream Plain(Stream stream, FileAccess access) =>
        stream is PipeStream { SafePipeHandle: var handle } ? new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), access, bufferSize: 0) : stream;
}
