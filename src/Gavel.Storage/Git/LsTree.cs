using System.Buffers.Text;
using System.Text;

namespace Gavel.Storage.Git;

/// <param name="Path">Relative to the root.</param>
internal sealed record LsTreeEntry(string Path, string Sha, long Length, bool IsLink, bool IsExecutable);

/// <summary>Reads <c>git ls-tree -r -l -z</c>.</summary>
internal static class LsTree
{
    /// <param name="prefix">Only what is below this folder, with a final slash, which is then taken off; empty for everything.</param>
    /// <param name="folders">Only what is below these folders; empty for everything.</param>
    public static List<LsTreeEntry> Run(GitProgram git, string commit, string prefix, IReadOnlyList<string>? folders = null, CancellationToken cancellationToken = default)
    {
        List<string> arguments = ["ls-tree", "-r", "-l", "-z", "--full-tree", commit];
        if (folders is { Count: > 0 } && !folders.Contains("", StringComparer.Ordinal)) arguments.AddRange(["--", .. folders.Select(f => prefix + f.TrimEnd('/') + "/")]);
        else if (prefix.Length > 0) arguments.AddRange(["--", prefix]);
        return Parse(git.Run(arguments, cancellationToken: cancellationToken).Bytes, prefix);
    }

    // "<mode> SP <type> SP <object> SP <size padded with spaces> TAB <path> NUL"
    private static List<LsTreeEntry> Parse(ReadOnlySpan<byte> bytes, string prefix)
    {
        var entries = new List<LsTreeEntry>();
        var prefixBytes = Encoding.UTF8.GetBytes(prefix);
        while (bytes.IndexOf((byte)0) is var end and >= 0)
        {
            var line = bytes[..end];
            bytes = bytes[(end + 1)..];
            var tab = line.IndexOf((byte)'\t');
            if (tab < 53 || !line[7..].StartsWith("blob "u8)) continue; // a submodule
            var path = line[(tab + 1)..];
            if (!path.StartsWith(prefixBytes)) continue;
            var name = Encoding.UTF8.GetString(path[prefixBytes.Length..]);
            if (name.Contains('\uFFFD')) continue; // no name that a work tree could give back
            if (!Utf8Parser.TryParse(line[52..tab].TrimStart((byte)' '), out long length, out _)) continue;
            entries.Add(new LsTreeEntry(name, Encoding.ASCII.GetString(line.Slice(12, 40)), length, line.StartsWith("120000"u8), line.StartsWith("100755"u8)));
        }
        return entries;
    }
}
