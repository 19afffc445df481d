using System.Globalization;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads objects through one <c>git cat-file --batch</c> that is started when first needed and kept open. Safe for use by several threads.</summary>
/// <param name="longest">In bytes; a longer object is not read.</param>
public sealed class BlobReader(GitProgram git, long longest = Files.WorkTree.MaxLength) : IDisposable
{
    private readonly Lock _lock = new();
    private GitProcess? _process;
    private Stream? _output;

    /// <param name="name">An object id, or what gitrevisions(7) allows, such as <c>HEAD:path</c>.</param>
    /// <param name="type">What the object must be.</param>
    /// <returns>Null when the repository lacks the object, and when it is of another type.</returns>
    public byte[]? Read(string name, string type = "blob")
    {
        if (name.AsSpan().IndexOfAny('\n', '\0') >= 0) return null;
        lock (_lock)
        {
            try
            {
                if (_process is null) Start();
                _process!.Input.Write(Encoding.UTF8.GetBytes(name + "\n"));
                return ReadAnswer(type);
            }
            catch (Exception e) when (e is IOException or FormatException && e is not GitException)
            {
                var error = _process is not null && _process.WaitForExit(TimeSpan.FromSeconds(1)) ? _process.Errors.GetAwaiter().GetResult().Trim() : e.Message;
                Stop();
                // A partial clone that would have to fetch, which is not allowed here.
                if (error.Contains("promisor remote", StringComparison.Ordinal) || error.Contains("lazy fetch", StringComparison.Ordinal)) return null;
                throw git.Failure(["cat-file"], error, -1);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_output is not null) Stop(); // else nothing of processes was loaded, and it stays so
        }
    }

    private void Start()
    {
        _process = git.Start(["cat-file", "--batch"]);
        _output = new BufferedStream(_process.Output, 1 << 16);
    }

    // git-cat-file(1): "<oid> SP <type> SP <size> LF <contents> LF", or "<object> SP missing LF".
    private byte[]? ReadAnswer(string type)
    {
        var header = ReadLine();
        var parts = header.Split(' ');
        if (parts.Length != 3 || parts[0].Length < 40 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        if (length > longest)
        {
            Stop(); // its contents would be taken for the next answer
            throw new GitException($"the object {parts[0]} has {length >> 20} MiB, more than Gavel reads");
        }
        var bytes = new byte[length];
        _output!.ReadExactly(bytes);
        if (_output.ReadByte() != '\n') throw new FormatException("git cat-file: the end of an object is not where it should be");
        return string.Equals(parts[1], type, StringComparison.Ordinal) ? bytes : null;
    }

    private string ReadLine()
    {
        var line = new List<byte>(64);
        int b;
        while ((b = _output!.ReadByte()) != '\n')
        {
            if (b < 0) throw new EndOfStreamException("git cat-file ended");
            line.Add((byte)b);
        }
        return Encoding.UTF8.GetString([.. line]);
    }

    private void Stop()
    {
        if (_process is null) return;
        try
        {
            _process.CloseInput();
            _process.WaitForExit(TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It is gone already.
        }
        _process.Dispose();
        (_process, _output) = (null, null);
    }
}
