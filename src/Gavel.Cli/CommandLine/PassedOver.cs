using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Cli.CommandLine;

/// <summary>Says once which files among the proposals are not read, because no text can name them.</summary>
internal static class PassedOver
{
    /// <returns>The catalog that was given.</returns>
    public static Catalog Tell(Session session, Catalog catalog)
    {
        if (session.IsQuiet || session.Tree.Misnamed.IsEmpty) return catalog;
        ImmutableArray<string> among = [.. session.Tree.Misnamed.Where(path => catalog.Processes.Any(p => p.Folder.Length == 0 || path.StartsWith(p.Folder + "/", StringComparison.Ordinal)))];
        if (among is [var first, ..])
            Console.Error.WriteLine($"gavel: {(among.Length == 1 ? first : $"{first} and {among.Length - 1} more")} {(among.Length == 1 ? "is" : "are")} passed over: the name is not UTF-8; rename {(among.Length == 1 ? "it" : "them")}, for instance with 'git mv'");
        return catalog;
    }
}
