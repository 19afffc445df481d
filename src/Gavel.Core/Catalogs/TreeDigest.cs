using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a tree that a catalog depends on: the names of all files, the content of all documents and header files, and the processes.</summary>
internal static class TreeDigest
{
    /// <param name="digests">What <see cref="ProcessDigest"/> says of each process.</param>
    public static string Of(ITree tree, ImmutableArray<ISyntax> syntaxes, ImmutableArray<Process> processes, Dictionary<Process, string> digests)
    {
        var text = new StringBuilder(tree.Files.Length * 80);
        foreach (var process in processes) text.Append(digests[process]).Append('\n');
        foreach (var file in tree.Files)
        {
            text.Append(file.Path).Append('\n');
            if (IsRead(file.Path, syntaxes, processes)) text.Append(tree.IdOf(file).Sha).Append('\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 12));
    }

    private static bool IsRead(string path, ImmutableArray<ISyntax> syntaxes, ImmutableArray<Process> processes)
    {
        foreach (var syntax in syntaxes)
        {
            if (syntax.Reads(path)) return true;
        }
        foreach (var process in processes)
        {
            if (process.HeaderFile is { } name && path.EndsWith(name, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
