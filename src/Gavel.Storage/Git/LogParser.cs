using System.Runtime.InteropServices;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads the output of <see cref="LogEntry.Arguments"/> piece by piece, while git is still writing.</summary>
internal sealed class LogParser
{
    private const byte Separator = 2;

    private readonly List<LogEntry> _entries = [];
    private readonly Dictionary<ulong, string> _texts = [];
    private readonly List<byte> _rest = [];
    private readonly List<byte> _change = []; // a raw line that waits for its path; empty where none does
    private string? _from; // the first of the two paths of a rename

    /// <summary>What was read so far; the last one may not be whole.</summary>
    public List<LogEntry> Entries => _entries;

    public void Add(ReadOnlySpan<byte> output)
    {
        while (output.IndexOf((byte)0) is >= 0 and var end)
        {
            if (_rest.Count == 0)
            {
                Token(output[..end]);
            }
            else
            {
                _rest.AddRange(output[..end]);
                Token(CollectionsMarshal.AsSpan(_rest));
                _rest.Clear();
            }
            output = output[(end + 1)..];
        }
        _rest.AddRange(output);
    }

    public List<LogEntry> Finish()
    {
        if (_rest.Count > 0) Token(CollectionsMarshal.AsSpan(_rest));
        _rest.Clear();
        return _entries;
    }

    private void Token(ReadOnlySpan<byte> token)
    {
        if (_change.Count > 0)
        {
            AddChange(CollectionsMarshal.AsSpan(_change), Shared(token));
            return;
        }
        while (token is [(byte)'\n', ..]) token = token[1..];
        if (token.IsEmpty) return;
        if (token[0] == 1) _entries.Add(Header(token[1..]));
        else if (token[0] == ':' && _entries.Count > 0) _change.AddRange(token);
    }

    private LogEntry Header(ReadOnlySpan<byte> token)
    {
        var commit = Encoding.ASCII.GetString(Part(ref token));
        var date = DateIn(Part(ref token));
        var person = Shared(Part(ref token));
        var email = Shared(Part(ref token));
        var parents = Encoding.ASCII.GetString(Part(ref token));
        return new LogEntry(commit, date, person, email, parents, Encoding.UTF8.GetString(token).TrimEnd(), []);
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> token)
    {
        var end = token.IndexOf(Separator);
        var part = end < 0 ? token : token[..end];
        token = end < 0 ? default : token[(end + 1)..];
        return part;
    }

    // "2015-01-01T00:00:00+01:00", or "…Z". What is none of these, and what no date can be, counts as the epoch.
    private static DateTimeOffset DateIn(ReadOnlySpan<byte> text)
    {
        var isUtc = text is [.., (byte)'Z'];
        if (text.Length != (isUtc ? 20 : 25)) return DateTimeOffset.UnixEpoch;
        try
        {
            var offset = isUtc ? 0 : ((Number(text, 20, 2) * 60) + Number(text, 23, 2)) * (text[19] == '-' ? -1 : 1);
            return new DateTimeOffset(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2), TimeSpan.FromMinutes(offset));
        }
        catch (ArgumentException)
        {
            return DateTimeOffset.UnixEpoch;
        }
    }

    private static int Number(ReadOnlySpan<byte> text, int at, int digits)
    {
        var number = 0;
        for (var i = at; i < at + digits; i++) number = (number * 10) + (text[i] is >= (byte)'0' and <= (byte)'9' ? text[i] - '0' : 9999);
        return number;
    }

    // ":<mode> <mode> <sha> <sha> <status>[score] NUL <path> [NUL <path>]"; of a merge with n parents n colons, n+1 modes, n+1 ids, n letters, one path.
    private void AddChange(ReadOnlySpan<byte> raw, string path)
    {
        var parents = 0;
        while (parents < raw.Length && raw[parents] == ':') parents++;
        const int Mode = 7;
        const int Id = 41;
        var ids = parents + ((parents + 1) * Mode);
        var letters = ids + ((parents + 1) * Id);
        if (letters >= raw.Length)
        {
            _change.Clear();
            return;
        }
        var status = (char)raw[letters];
        if (parents == 1 && status is 'R' or 'C' && _from is null)
        {
            _from = path;
            return;
        }
        var sha = Encoding.ASCII.GetString(raw.Slice(ids + (parents * Id), Id - 1));
        var before = BlobAt(raw, ids);
        if (parents > 1)
        {
            var isGone = IsNull(raw.Slice(ids + (parents * Id), Id - 1));
            status = isGone ? 'D' : raw[letters..].IndexOfAnyExcept((byte)'A') < 0 ? 'A' : 'M';
        }
        _entries[^1].Changes.Add(status switch
        {
            'R' => new LogChange('R', _from!, path, sha, before),
            'C' => new LogChange('A', path, path, sha),
            _ => new LogChange(status, path, path, sha, before, parents > 1 ? BlobAt(raw, ids + Id) : ""),
        });
        _change.Clear();
        _from = null;
    }

    private static string BlobAt(ReadOnlySpan<byte> raw, int at) => IsNull(raw.Slice(at, 40)) ? "" : Encoding.ASCII.GetString(raw.Slice(at, 40));

    private static bool IsNull(ReadOnlySpan<byte> sha)
    {
        foreach (var digit in sha)
        {
            if (digit != '0') return false;
        }
        return true;
    }

    // One string for all that is the same: people and paths come again and again.
    private string Shared(ReadOnlySpan<byte> token)
    {
        var key = KeyOf(token);
        if (_texts.TryGetValue(key, out var known) && IsSame(known, token)) return known;
        return _texts[key] = Encoding.UTF8.GetString(token);
    }

    private static bool IsSame(string text, ReadOnlySpan<byte> bytes)
    {
        if (text.Length != bytes.Length) return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (text[i] != bytes[i] || bytes[i] > 127) return false;
        }
        return true;
    }

    private static ulong KeyOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL; // FNV-1a
        foreach (var b in bytes) hash = unchecked((hash ^ b) * 1099511628211UL);
        return hash;
    }
}
