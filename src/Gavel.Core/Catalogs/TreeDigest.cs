using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Documents;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Says in a few characters everything of a tree that a catalog depends on: the names of all files, what is known of proposals, the content of all other documents, of header files and of decisions, and the processes.</summary>
internal static class TreeDigest
{
    /// <summary>What the catalog knows of each proposal stands in place of its content: what rules over the catalog find depends on it alone.</summary>
    /// <param name="digests">What <see cref="ProcessDigest"/> says of each process.</param>
    /// <param name="read">Of each file that may be a proposal; links into one that is none are judged by its content.</param>
    public static string Of(ITree tree, ImmutableArray<ISyntax> syntaxes, ImmutableArray<Process> processes, Dictionary<Process, string> digests, StoredEntry[] read)
    {
        var known = new Dictionary<string, StoredEntry>(read.Length, StringComparer.Ordinal);
        foreach (var stored in read)
        {
            if (stored.Entry is not null && stored.Facts.Length > 0) known[stored.File.Path] = stored;
        }
        var hash = new Sha256();
        foreach (var process in processes) hash.AppendLine(digests[process]);
        foreach (var file in tree.Files)
        {
            hash.AppendLine(file.Path);
            if (known.TryGetValue(file.Path, out var stored))
            {
                hash.AppendLine(stored.Facts);
                if (stored.Entry?.Created is { } created) hash.AppendLine(created.ToString("O", CultureInfo.InvariantCulture));
            }
            else if (IsRead(file.Path, syntaxes, processes) || file.Path.StartsWith(".gavel/", StringComparison.Ordinal))
            {
                hash.AppendLine(tree.IdOf(file).Sha);
            }
        }
        return hash.FinishHex(24);
    }

    /// <summary>The names of all files.</summary>
    public static string OfNames(ITree tree)
    {
        var hash = new Sha256();
        foreach (var file in tree.Files) hash.AppendLine(file.Path);
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
