using System.Globalization;
using System.Text;
using Gavel.Storage.Files;

namespace Gavel.Storage.Git;

/// <summary>The objects that a partial clone has. Asked for another one, many a git ends instead of saying that it is missing.</summary>
internal sealed class PresentObjects
{
    private const int Digits = 40;

    private readonly HashSet<ulong> _ids = [];

    private PresentObjects() { }

    /// <summary>What came from a remote that promises to have the rest is marked by a file beside the pack (gitformat-pack(5)).</summary>
    public static bool IsPartial(Root root) =>
        root.GitCommonFolder is { } common && Path.Combine(common, "objects", "pack") is var packs && Directory.Exists(packs) && Directory.EnumerateFiles(packs, "*.promisor").Any();

    /// <returns>Null for a clone that is whole.</returns>
    /// <exception cref="GitException">Git cannot list them.</exception>
    public static PresentObjects? Of(Root root, GitProgram git)
    {
        if (!IsPartial(root)) return null;
        var present = new PresentObjects();
        foreach (var line in Encoding.ASCII.GetString(git.Run(["cat-file", "--batch-all-objects", "--unordered", "--buffer", "--batch-check=%(objectname)"]).Bytes).AsSpan().EnumerateLines())
        {
            if (line.Length == Digits) present._ids.Add(KeyOf(line));
        }
        return present;
    }

    public bool Has(string sha) => sha.Length == Digits && _ids.Contains(KeyOf(sha));

    private static ulong KeyOf(ReadOnlySpan<char> sha) => ulong.Parse(sha[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
