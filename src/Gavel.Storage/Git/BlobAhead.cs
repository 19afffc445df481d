using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads blobs that will be asked for while a log is still being read: the names come out of the log, in any number, each once.</summary>
internal sealed class BlobAhead : IDisposable
{
    private const long Room = 96L << 20; // bytes; what comes after is read when it is asked for
    private const int FullPiece = 8 << 10;

    private readonly GitProcess _process;
    private readonly Task _reading;
    private readonly Dictionary<string, byte[]?> _blobs = new(StringComparer.Ordinal); // null for what was asked for and will not be given
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly MemoryStream _names = new();
    private volatile bool _isFull;
    private bool _isClosed;
    private bool _isRead;

    public BlobAhead(GitProgram git)
    {
        _process = git.Start(["cat-file", "--batch", "--buffer"]);
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
            _process.CloseInput();
        }
        catch (IOException)
        {
            // It ended before.
        }
    }

    /// <summary>Whether a blob was asked for. Safe for use by several threads once it is closed.</summary>
    public bool WasAsked(string sha) => _asked.Contains(sha);

    /// <summary>Gives a blob away; waits until it is read. Safe for use by several threads once it is closed.</summary>
    /// <returns>Null for what was not asked for, was taken already, is not in the repository, or did not fit.</returns>
    public byte[]? Take(string sha)
    {
        lock (_blobs)
        {
            while (true)
            {
                if (_blobs.TryGetValue(sha, out var bytes))
                {
                    _blobs[sha] = null;
                    return bytes;
                }
                if (_isRead) return null;
                Monitor.Wait(_blobs);
            }
        }
    }

    public void Dispose()
    {
        Close();
        _reading.GetAwaiter().GetResult();
        _process.Dispose();
        _names.Dispose();
    }

    /// <summary>Whether <see cref="Take"/> would give it; waits until everything is read.</summary>
    public bool WillGive(string sha)
    {
        _reading.GetAwaiter().GetResult();
        lock (_blobs) return _blobs.GetValueOrDefault(sha) is not null;
    }

    private void Send()
    {
        try
        {
            _process.Input.Write(_names.GetBuffer(), 0, (int)_names.Length);
        }
        catch (IOException)
        {
            _isClosed = true; // git ended: whoever asks for a blob is told why
        }
        _names.SetLength(0);
    }

    // What cannot be read here is asked for again, and complained of, where it is needed.
    private void Read()
    {
        try
        {
            var output = new BatchOutput(_process.Output);
            var room = Room;
            while (output.MoveNext())
            {
                var isKept = output.IsBlob && output.Length <= room;
                if (!isKept && output.Length >= 0)
                {
                    _isFull = true;
                    output.Skip();
                }
                var bytes = isKept ? output.Read() : null;
                room -= bytes?.Length ?? 0;
                lock (_blobs)
                {
                    _blobs[output.Sha] = bytes;
                    Monitor.PulseAll(_blobs);
                }
            }
        }
        catch (IOException)
        {
            // It was ended.
        }
        finally
        {
            lock (_blobs)
            {
                _isRead = true;
                Monitor.PulseAll(_blobs);
            }
        }
        _process.WaitForExit();
    }
}
