using System.Collections.Immutable;

namespace Gavel.Core.Text;

/// <summary>Replaces one span of a file.</summary>
/// <param name="Base">The content that the edit was made for: another content refuses it.</param>
public sealed record FileEdit(string Path, ContentId Base, TextSpan Span, string NewText);

/// <summary>Moves a file, or a folder with everything in it.</summary>
public sealed record FileMove(string From, string To);

/// <summary>A file that must not exist yet.</summary>
public sealed record NewFile(string Path, string Content);

/// <summary>What an operation changes: all of it or nothing. Edits name paths as they are before the moves.</summary>
public sealed record ChangeSet(ImmutableArray<FileEdit> Edits, ImmutableArray<FileMove> Moves, ImmutableArray<NewFile> Files)
{
    public static ChangeSet Empty { get; } = new([], [], []);

    public bool IsEmpty => Edits.IsEmpty && Moves.IsEmpty && Files.IsEmpty;

    public static ChangeSet Edit(SourceText text, TextSpan span, string newText) =>
        new([new FileEdit(text.Path, text.Id, span, newText)], [], []);

    public ChangeSet Add(ChangeSet other) =>
        new(Edits.AddRange(other.Edits), Moves.AddRange(other.Moves), Files.AddRange(other.Files));

    /// <summary>The text after the edits of this set that name its path.</summary>
    /// <returns>Null when an edit was made for another content, edits overlap, or the encoding lacks a character.</returns>
    public SourceText? ApplyTo(SourceText text) => CharsAfter(text) is { } chars ? text.With(chars) : null;

    /// <summary>The same characters for a file of another encoding.</summary>
    /// <returns>Null when an edit was made for another content, or edits overlap.</returns>
    public string? CharsAfter(SourceText text)
    {
        var edits = Edits.Where(e => string.Equals(e.Path, text.Path, StringComparison.Ordinal)).OrderBy(e => e.Span).ToList();
        var result = new System.Text.StringBuilder();
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.Base != text.Id || edit.Span.Start < at || edit.Span.End > text.Chars.Length) return null;
            result.Append(text.Chars, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }
        return result.Append(text.Chars, at, text.Chars.Length - at).ToString();
    }
}
