using System.Globalization;
using System.Text;
using Gavel.Core.Decisions;
using Gavel.Core.Text;

namespace Gavel.Cli.CommandLine;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Printed(ExitCode Status, string Text);

/// <summary>
/// What a command printed and what a check found, remembered by all that they could see: the files with their lengths and times, HEAD and the branches, the keys that git
/// trusts, the date, for what was printed the request and the look too. Where any of them differs, the command runs anew, from what the cache knows of each file.
/// </summary>
internal sealed class Remembered
{
    private const int Longest = 8 << 20; // bytes; more is computed again rather than kept

    private readonly Session _session;
    private readonly string _seen;
    private readonly bool _isSettled;

    private Remembered(Session session, string seen, bool isSettled)
    {
        _session = session;
        _seen = seen;
        _isSettled = isSettled;
    }

    /// <summary>Says all that a command can see; null while a file is so new that it could change once more unseen.</summary>
    public string? Stamp => _isSettled ? _seen : null;

    // One for each root, whatever was seen: the last that was found is asked for most.
    private string JudgedKey => $"judged:{_session.Root.Folder}";

    /// <param name="today">What the command takes for today; null for what most do.</param>
    /// <returns>Null where what the command sees cannot be told without running it.</returns>
    public static Remembered? For(Session session, DateOnly? today = null)
    {
        var refs = session.Git is { } git ? git.RefStamp() : "";
        if (refs is null) return null;
        var stamp = session.Tree.Stamp;
        // What somebody decided may count by its signature.
        var trust = session.Tree.HasFolder(DecisionReader.Folder) ? session.Git?.TrustStamp() ?? "" : "";
        var hash = new Sha256();
        foreach (var part in (string[])[session.Root.Folder, session.Root.GitTop ?? "", stamp.Digest, refs, trust, (today ?? session.Today).ToString("O", CultureInfo.InvariantCulture)]) hash.AppendLine(part);
        return new Remembered(session, hash.FinishHex(), stamp.IsSettled);
    }

    /// <param name="request">Everything that the command was asked, and what it reads besides the tree.</param>
    /// <returns>Null when nothing is remembered.</returns>
    public Printed? FindPrinted(string request) =>
        _session.Cache.Get(PrintedKey(request)) is { Length: > 0 } bytes ? new Printed((ExitCode)bytes[0], Encoding.UTF8.GetString(bytes, 1, bytes.Length - 1)) : null;

    public void KeepPrinted(string request, ExitCode status, string text)
    {
        if (_isSettled && text.Length < Longest) _session.Cache.Put(PrintedKey(request), [(byte)status, .. Encoding.UTF8.GetBytes(text)]);
    }

    /// <summary>What a check of everything found in what is seen now.</summary>
    /// <returns>Null when nothing is remembered.</returns>
    public byte[]? FindJudged() =>
        _session.Cache.Get(JudgedKey) is { } bytes && bytes.AsSpan().StartsWith(Encoding.ASCII.GetBytes(_seen)) ? bytes[_seen.Length..] : null;

    public void KeepJudged(byte[] judged)
    {
        if (_isSettled && judged.Length < Longest) _session.Cache.Put(JudgedKey, [.. Encoding.ASCII.GetBytes(_seen), .. judged]);
    }

    private string PrintedKey(string request) => $"report:{Sha256.Hex($"{_seen}\n{_session.Style}\n{request}")}";
}
