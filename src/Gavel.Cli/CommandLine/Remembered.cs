using System.Globalization;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Cli.CommandLine;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Printed(ExitCode Status, string Text);

/// <summary>
/// What a command printed, remembered by all that it could see: the files with their lengths and times, HEAD and the branches, the date, the request
/// and the look. Where any of them differs, the command runs anew, from what the cache knows of each file.
/// </summary>
internal sealed class Remembered
{
    private const int Longest = 8 << 20; // bytes; more is computed again rather than kept

    private readonly Session _session;
    private readonly string _key;
    private readonly bool _isSettled;

    private Remembered(Session session, string key, bool isSettled)
    {
        _session = session;
        _key = key;
        _isSettled = isSettled;
    }

    /// <param name="request">Everything that the command was asked, and what it reads besides the tree.</param>
    /// <returns>Null where what the command sees cannot be told without running it.</returns>
    public static Remembered? For(Session session, string request)
    {
        var refs = session.Git is { } git ? git.RefStamp() : "";
        if (refs is null) return null;
        var stamp = session.Tree.Stamp;
        var hash = new Sha256();
        foreach (var part in (string[])[session.Root.Folder, session.Root.GitTop ?? "", stamp.Digest, refs, session.Today.ToString("O", CultureInfo.InvariantCulture), $"{session.Style}", request]) hash.AppendLine(part);
        return new Remembered(session, $"report:{hash.FinishHex()}", stamp.IsSettled);
    }

    /// <returns>Null when nothing is remembered.</returns>
    public Printed? Find() => _session.Cache.Get(_key) is { Length: > 0 } bytes ? new Printed((ExitCode)bytes[0], Encoding.UTF8.GetString(bytes, 1, bytes.Length - 1)) : null;

    public void Keep(ExitCode status, string text)
    {
        if (_isSettled && text.Length < Longest) _session.Cache.Put(_key, [(byte)status, .. Encoding.UTF8.GetBytes(text)]);
    }
}
