using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <param name="Path">Relative to the root.</param>
public sealed record BranchFile(string Path, ContentId Id);

/// <summary>What a branch has in the folders asked for.</summary>
/// <param name="Branch"><c>main</c>, <c>origin/main</c>.</param>
/// <param name="Files">Ordered by path, ordinal.</param>
public sealed record BranchFiles(string Branch, string Commit, ImmutableArray<BranchFile> Files);

/// <summary>Reads folders of many commits through one <c>git cat-file</c>; a folder that several commits share is read once.</summary>
/// <param name="isPartial">What cannot be read may be there after a fetch.</param>
internal sealed class FolderReader(BlobReader blobs, ICache cache, bool isPartial)
{
    private const int MaxDepth = 200;

    private readonly Dictionary<string, List<BranchFile>> _folders = new(StringComparer.Ordinal);
    private bool _isWhole = true; // nothing was missing so far

    /// <param name="folder">Relative to git's top level; empty for everything.</param>
    /// <returns>Paths relative to the folder.</returns>
    public List<BranchFile> Read(string commit, string folder)
    {
        var key = $"branch:1:{commit}:{folder}";
        if (cache.Get(key) is { } known) return Unpack(known);
        var files = ReadTree($"{commit}:{folder}", 0);
        if (_isWhole) cache.Put(key, Pack(files));
        return files;
    }

    // A tree object: "<mode> SP <name> NUL <20 bytes>" for each entry.
    private List<BranchFile> ReadTree(string name, int depth)
    {
        if (_folders.TryGetValue(name, out var known)) return known;
        var files = new List<BranchFile>();
        _folders[name] = files;
        if (depth > MaxDepth) return files;
        if (blobs.Read(name, "tree") is not { } bytes)
        {
            _isWhole &= !isPartial;
            return files;
        }
        for (ReadOnlySpan<byte> rest = bytes; rest.IndexOf((byte)0) is var nul and > 0 && rest.Length >= nul + 21; rest = rest[(nul + 21)..])
        {
            var space = rest.IndexOf((byte)' ');
            var entry = Encoding.UTF8.GetString(rest[(space + 1)..nul]);
            var sha = Hex.Of(rest.Slice(nul + 1, 20));
            if (rest.StartsWith("100"u8)) files.Add(new BranchFile(entry, new ContentId(sha)));
            else if (rest.StartsWith("40000 "u8)) files.AddRange(ReadTree(sha, depth + 1).Select(f => f with { Path = $"{entry}/{f.Path}" }));
        }
        return files;
    }

    private static byte[] Pack(List<BranchFile> files)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        foreach (var file in files)
        {
            writer.Write(file.Path);
            writer.Write(Hex.Parse(file.Id.Sha));
        }
        writer.Flush();
        return bytes.ToArray();
    }

    private static List<BranchFile> Unpack(byte[] bytes)
    {
        var files = new List<BranchFile>();
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        while (reader.BaseStream.Position < bytes.Length) files.Add(new BranchFile(reader.ReadString(), new ContentId(Hex.Of(reader.ReadBytes(20)))));
        return files;
    }
}
