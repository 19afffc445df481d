using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads blobs that will be asked for while a log is still being read: the names come out of the log, in any number, each once.</summary>
internal sealed class BlobAhead : IDisposable
{
    private const long Room = 96L << 20; // bytes; what comes after is read when it is asked for
    private const int FullPiece = 8 << 10;

    private readonly Process _process;
    private readonly Task _reading;
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly MemoryStream _names = new();
    private volatile bool _isFull;
    private bool _isClosed;

    public BlobAhead(GitProgram git)
    {
        _process = git.Start(["cat-file", "--batch", "--buffer"]);
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>For one thread only, as is <see cref="Close"/>.</summary>
    public void Ask(string sha)
    {
        if (_isClosed || _isFull || !_asked.Add(sha)) return;
        _names.Write(Encoding.ASCII.GetBytes(sha));
        _names.WriteByte((byte)'\n');
        if (_names.Length >= FullPiece) Send();
    }

    /// <summary>No more will be asked for.</summary>
    public void Close()
    {
        if (_isClosed) return;
        Send();
        _isClosed = true;
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before.
        }
    }

    /// <summary>Gives a blob away. Waits until everything is read, so close it first; then safe for use by several threads.</summary>
    /// <returns>Null for what was not asked for, was taken already, or is not in the repository.</returns>
    public byte[]? Take(string sha)
    {
        _reading.GetAwaiter().GetResult();
        lock (_blobs) return _blobs.Remove(sha, out var bytes) ? bytes : null;
    }

    public void Dispose()
    {
        Close();
        _reading.GetAwaiter().GetResult();
        _process.Dispose();
        _names.Dispose();
    }

    private void Send()
    {
        try
        {
            _process.StandardInput.BaseStream.Write(_names.GetBuffer(), 0, (int)_names.Length);
        }
        catch (IOException)
        {
            _isClosed = true; // git ended: whoever asks for a blob is told why
        }
        _names.SetLength(0);
    }

    // git-cat-file(1), as BlobReader has it. What cannot be read here is asked for again, and complained of, where it is needed.
    private void Read()
    {
        try
        {
            using var output = new BufferedStream(_process.StandardOutput.BaseStream, 1 << 18);
            var room = Room;
            while (BlobStream.Header(output) is { } header)
            {
                var parts = header.Split(' ');
                if (parts.Length != 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) continue;
                var isKept = parts[1] == "blob" && length <= room;
                if (!isKept)
                {
                    _isFull = true;
                    BlobStream.Skip(output, length + 1L);
                    continue;
                }
                room -= length;
                var bytes = GC.AllocateUninitializedArray<byte>(length);
                output.ReadExactly(bytes);
                output.ReadByte();
                _blobs[parts[0]] = bytes;
            }
        }
        catch (IOException)
        {
            // It was ended.
        }
        _process.WaitForExit();
    }
}
