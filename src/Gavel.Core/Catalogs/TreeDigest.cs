using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a tree that a catalog depends on: the names of all files, the content of all documents and header files, and the processes.</summary>
internal static class TreeDigest
{
    /// <param name="digests">What <see cref="ProcessDigest"/> says of each process.</param>
    public static string Of(ITree tree, ImmutableArray<ISyntax> syntaxes, ImmutableArray<Process> processes, Dictionary<Process, string> digests)
    {
        var hash = new Sha256();
        foreach (var process in processes) hash.AppendLine(digests[process]);
        foreach (var file in tree.Files)
        {
            hash.AppendLine(file.Path);
            if (IsRead(file.Path, syntaxes, processes)) hash.AppendLine(tree.IdOf(file).Sha);
        }
        return hash.FinishHex(24);
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
