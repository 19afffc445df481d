using System.Globalization;
using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads the output of <see cref="LogEntry.Arguments"/> piece by piece, while git is still writing.</summary>
internal sealed class LogParser
{
    private readonly List<LogEntry> _entries = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<byte> _rest = [];
    private string[]? _change; // the parts of a raw line that waits for its path
    private string? _from; // the first of the two paths of a rename

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
                Token(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest));
                _rest.Clear();
            }
            output = output[(end + 1)..];
        }
        _rest.AddRange(output);
    }

    public List<LogEntry> Finish()
    {
        if (_rest.Count > 0) Token(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest));
        _rest.Clear();
        return _entries;
    }

    private void Token(ReadOnlySpan<byte> token)
    {
        if (_change is not null)
        {
            AddChange(Shared(token));
            return;
        }
        token = token.TrimStart((byte)'\n');
        if (token.IsEmpty) return;
        if (token[0] == 1) _entries.Add(Header(token[1..]));
        else if (token[0] == ':' && _entries.Count > 0) _change = Encoding.ASCII.GetString(token).Split(' ');
    }

    private LogEntry Header(ReadOnlySpan<byte> token)
    {
        var parts = Encoding.UTF8.GetString(token).Split('\u0002', 6);
        var date = parts.Length > 1 && DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : DateTimeOffset.UnixEpoch;
        return new LogEntry(parts[0], date, Text(2), Text(3), parts.Length > 4 ? parts[4] : "", parts.Length > 5 ? parts[5].TrimEnd() : "", []);

        string Text(int at) => parts.Length <= at ? "" : _texts.TryAdd(parts[at], parts[at]) ? parts[at] : _texts[parts[at]];
    }

    // ":<mode> <mode> <sha> <sha> <status>[score] NUL <path> [NUL <path>]"; of a merge with n parents n colons, n+1 modes, n+1 ids, n letters, one path.
    private void AddChange(string path)
    {
        var parts = _change!;
        var parents = parts[0].AsSpan().IndexOfAnyExcept(':');
        if (parents < 1 || parts.Length != 2 * (parents + 1) + 1)
        {
            _change = null;
            return;
        }
        var (sha, status) = (parts[^2], parts[^1][0]);
        if (parents == 1 && status is 'R' or 'C' && _from is null)
        {
            _from = path;
            return;
        }
        var before = BlobOf(parts[parents + 1]);
        if (parents > 1)
        {
            var isGone = sha.AsSpan().IndexOfAnyExcept('0') < 0;
            status = isGone ? 'D' : parts[^1].AsSpan().IndexOfAnyExcept('A') < 0 ? 'A' : 'M';
        }
        _entries[^1].Changes.Add(status switch
        {
            'R' => new LogChange('R', _from!, path, sha, before),
            'C' => new LogChange('A', path, path, sha),
            _ => new LogChange(status, path, path, sha, before, parents > 1 ? BlobOf(parts[parents + 2]) : ""),
        });
        (_change, _from) = (null, null);
    }

    private string Shared(ReadOnlySpan<byte> token)
    {
        var text = Encoding.UTF8.GetString(token);
        return _texts.TryAdd(text, text) ? text : _texts[text];
    }

    private static string BlobOf(string sha) => sha.AsSpan().IndexOfAnyExcept('0') < 0 ? "" : sha;
}
