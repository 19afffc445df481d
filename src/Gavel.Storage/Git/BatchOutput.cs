using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads what <c>git cat-file --batch</c> writes (git-cat-file(1)): "&lt;oid&gt; SP &lt;type&gt; SP &lt;size&gt; LF &lt;contents&gt; LF", or a line that has no such parts.</summary>
internal sealed class BatchOutput(Stream stream)
{
    private const int IdLength = 40;

    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly byte[] _line = new byte[256];
    private int _at;
    private int _end;

    /// <summary>The object's id; empty where the line names none.</summary>
    public string Sha { get; private set; } = "";

    public bool IsBlob { get; private set; }

    /// <summary>In bytes; -1 for an object that the repository lacks.</summary>
    public long Length { get; private set; }

    /// <summary>Reads the line before the next object. Its contents must be read or skipped before the next call, where there are any.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext()
    {
        var length = 0;
        int b;
        while ((b = Next()) != '\n')
        {
            if (b < 0) return false;
            if (length < _line.Length) _line[length++] = (byte)b;
        }
        Understand(_line.AsSpan(0, length));
        return true;
    }

    /// <summary>The contents.</summary>
    public byte[] Read()
    {
        var bytes = GC.AllocateUninitializedArray<byte>((int)Length);
        var read = Math.Min(bytes.Length, _end - _at);
        Buffer.BlockCopy(_buffer, _at, bytes, 0, read);
        _at += read;
        if (read < bytes.Length) stream.ReadExactly(bytes, read, bytes.Length - read);
        Next();
        return bytes;
    }

    public void Skip()
    {
        for (var left = Length + 1; left > 0;)
        {
            if (_at == _end && !Fill()) throw new EndOfStreamException("git cat-file ended");
            var step = (int)Math.Min(left, _end - _at);
            _at += step;
            left -= step;
        }
    }

    private void Understand(ReadOnlySpan<byte> line)
    {
        (Sha, IsBlob, Length) = ("", false, -1);
        if (line.Length < IdLength + 2 || line[IdLength] != ' ') return;
        Sha = Encoding.ASCII.GetString(line[..IdLength]);
        var type = line[(IdLength + 1)..];
        var end = type.IndexOf((byte)' ');
        if (end < 0) return;
        var size = 0L;
        foreach (var digit in type[(end + 1)..])
        {
            if (digit is < (byte)'0' or > (byte)'9' || size > long.MaxValue / 100) return;
            size = (size * 10) + digit - '0';
        }
        (IsBlob, Length) = (type[..end].SequenceEqual("blob"u8), size);
    }

    private int Next() => _at < _end || Fill() ? _buffer[_at++] : -1;

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
