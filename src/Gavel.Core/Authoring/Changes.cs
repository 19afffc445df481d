using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

internal static class Changes
{
    /// <summary>Every path that a change touches, as it is after the moves; sorted.</summary>
    public static ImmutableArray<string> PathsOf(ChangeSet changes) =>
    [
        .. changes.Edits.Select(e => Moved(e.Path, changes.Moves)).Concat(changes.Moves.Select(m => m.To)).Concat(changes.Files.Select(f => f.Path))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Where a path is after the moves.</summary>
    public static string Moved(string path, ImmutableArray<FileMove> moves)
    {
        foreach (var move in moves)
        {
            if (string.Equals(path, move.From, StringComparison.Ordinal)) return move.To;
            if (path.StartsWith(move.From + "/", StringComparison.Ordinal)) return move.To + path[move.From.Length..];
        }
        return path;
    }
}
