using System.Globalization;
using System.Text;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>
/// What decides which signatures git verifies, seen from outside without starting it: the configuration files (git-config(1), FILES), the files that they
/// name for including and for keys, and the key rings of GnuPG; of each the length and the time.
/// </summary>
/// <param name="environment">Gives the value of an environment variable, or null.</param>
internal sealed class TrustedKeys(Root root, Func<string, string?> environment)
{
    private const int MostFiles = 50;
    private const long LongestFile = 1 << 20; // bytes; git reads more, nobody writes it

    // Of gpg.ssh, include and includeIf.
    private static readonly string[] PathKeys = ["allowedsignersfile", "revocationfile", "path"];
    private static readonly string[] Rings = ["pubring.kbx", "pubring.gpg", "trustdb.gpg"];

    private readonly StringBuilder _stamp = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The same text as long as none of them changed.</summary>
    public static string Stamp(Root root, Func<string, string?> environment)
    {
        var keys = new TrustedKeys(root, environment);
        keys.AddAll();
        return keys._stamp.ToString();
    }

    private string? Home => environment("HOME") is { Length: > 0 } home ? home : environment("USERPROFILE");

    private void AddAll()
    {
        if (environment("GIT_CONFIG_NOSYSTEM") is null) AddConfiguration(environment("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig");
        if (environment("GIT_CONFIG_GLOBAL") is { } global)
        {
            AddConfiguration(global);
        }
        else if (Home is { } home)
        {
            AddConfiguration(Path.Combine(environment("XDG_CONFIG_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".config"), "git", "config"));
            AddConfiguration(Path.Combine(home, ".gitconfig"));
        }
        if (root.GitCommonFolder is { } common) AddConfiguration(Path.Combine(common, "config"));
        if (root.GitFolder is { } own) AddConfiguration(Path.Combine(own, "config.worktree"));
        AddEnvironment();
        if ((environment("GNUPGHOME") ?? (Home is { } user ? Path.Combine(user, ".gnupg") : null)) is { Length: > 0 } rings)
        {
            foreach (var ring in Rings) AddFile(Path.Combine(rings, ring));
        }
    }

    private void AddEnvironment()
    {
        if (!int.TryParse(environment("GIT_CONFIG_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return;
        for (var i = 0; i < Math.Min(count, MostFiles); i++)
        {
            var key = environment(string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{i}")) ?? "";
            var value = environment(string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{i}")) ?? "";
            _stamp.Append(key).Append('=').Append(value).Append('\n');
            if (IsPathKey(key[(key.LastIndexOf('.') + 1)..])) AddNamed(value, root.GitTop ?? root.Folder);
        }
    }

    private void AddConfiguration(string path)
    {
        if (!AddFile(path)) return;
        foreach (var line in LinesOf(path))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) continue;
            // The key may stand behind its section's head: [gpg "ssh"] allowedSignersFile = …
            var key = line[(line.IndexOf(']', StringComparison.Ordinal) is var head && head < at ? head + 1 : 0)..at].Trim();
            if (!IsPathKey(key)) continue;
            var named = ValueOf(line[(at + 1)..].Trim());
            if (string.Equals(key, "path", StringComparison.OrdinalIgnoreCase)) AddIncluded(named, Path.GetDirectoryName(path)!);
            else AddNamed(named, root.GitTop ?? root.Folder);
        }
    }

    // In quotes, else up to a comment.
    private static string ValueOf(string text)
    {
        if (text is ['"', ..]) return text[1..(text.IndexOf('"', 1) is > 0 and var end ? end : text.Length)];
        foreach (var mark in (ReadOnlySpan<char>)['#', ';'])
        {
            if (text.IndexOf(mark) is >= 0 and var comment) text = text[..comment];
        }
        return text.TrimEnd();
    }

    private static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void AddIncluded(string named, string folder)
    {
        if (PathOf(named, folder) is { } path) AddConfiguration(path);
    }

    private void AddNamed(string named, string folder)
    {
        if (PathOf(named, folder) is { } path) AddFile(path);
    }

    private string? PathOf(string named, string folder)
    {
        if (named.Length == 0 || named.Contains('\0', StringComparison.Ordinal)) return null;
        if (named.StartsWith("~/", StringComparison.Ordinal)) return Home is { } home ? Path.Combine(home, named[2..]) : null;
        return Path.GetFullPath(named, Path.GetFullPath(folder));
    }

    /// <returns>Whether it is there, is met for the first time, and is worth reading.</returns>
    private bool AddFile(string path)
    {
        if (_seen.Count >= MostFiles || !_seen.Add(path)) return false;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return false;
            _stamp.Append(path).Append(' ').Append(file.Length.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture)).Append('\n');
            return file.Length <= LongestFile;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // git cannot read it either
        }
    }

    private static bool IsPathKey(string key) => Array.Exists(PathKeys, k => string.Equals(k, key, StringComparison.OrdinalIgnoreCase));
}
