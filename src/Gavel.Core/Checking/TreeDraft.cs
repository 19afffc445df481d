using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking;

/// <summary>A tree with changes that are not written yet, and what they come to.</summary>
internal sealed class TreeDraft
{
    private readonly ITree _original;
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal); // by present path
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _origins = new(StringComparer.Ordinal); // present path -> path in the original
    private readonly List<FileMove> _moves = [];

    public TreeDraft(ITree original)
    {
        _original = original;
        Current = original;
    }

    public ITree Current { get; private set; }

    /// <returns>How many were applied; one that was made for another text, or whose characters the file's encoding lacks, is not.</returns>
    public int Apply(List<Fix> fixes)
    {
        var applied = 0;
        // All edits of a round name the texts as they were before it.
        var before = Current;
        var edits = new Dictionary<string, List<FileEdit>>(StringComparer.Ordinal);
        foreach (var fix in fixes)
        {
            if (!CanApply(fix.Changes, before)) continue;
            applied++;
            foreach (var edit in fix.Changes.Edits)
            {
                if (!edits.TryGetValue(edit.Path, out var list)) edits[edit.Path] = list = [];
                list.Add(edit);
            }
            foreach (var file in fix.Changes.Files) _texts[file.Path] = SourceText.From(file.Path, file.Content);
        }
        foreach (var (path, list) in edits)
        {
            if (before.Find(path) is { } file && new ChangeSet([.. list], [], []).ApplyTo(before.Read(file)) is { } text) _texts[path] = text;
        }
        foreach (var move in fixes.SelectMany(f => f.Changes.Moves)) Move(move);
        Current = new OverlayTree(_original, _texts.Values, _removed.Where(r => !_texts.ContainsKey(r)));
        return applied;
    }

    /// <summary>Everything against the original: for each file one edit, from its first to its last changed character.</summary>
    public ChangeSet Changes()
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        var files = ImmutableArray.CreateBuilder<NewFile>();
        foreach (var (path, text) in _texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var origin = _origins.GetValueOrDefault(path, path);
            if (_original.Find(origin) is not { } file)
            {
                files.Add(new NewFile(path, text.Chars));
                continue;
            }
            var old = _original.Read(file);
            if (string.Equals(old.Chars, text.Chars, StringComparison.Ordinal)) continue;
            var start = old.Chars.AsSpan().CommonPrefixLength(text.Chars);
            var limit = Math.Min(old.Chars.Length, text.Chars.Length) - start;
            var same = 0;
            while (same < limit && old.Chars[^(same + 1)] == text.Chars[^(same + 1)]) same++;
            edits.Add(new FileEdit(origin, old.Id, TextSpan.Between(start, old.Chars.Length - same), text.Chars[start..^same]));
        }
        return new ChangeSet(edits.ToImmutable(), [.. _moves], files.ToImmutable());
    }

    private static bool CanApply(ChangeSet changes, ITree tree)
    {
        if (changes.Files.Any(f => tree.Find(f.Path) is not null) || changes.Moves.Any(m => tree.Find(m.To) is not null || tree.HasFolder(m.To))) return false;
        foreach (var path in changes.Edits.Select(e => e.Path).Distinct(StringComparer.Ordinal))
        {
            if (tree.Find(path) is not { } file || changes.ApplyTo(tree.Read(file)) is null) return false;
        }
        return true;
    }

    private void Move(FileMove move)
    {
        _moves.Add(move);
        var now = new OverlayTree(_original, _texts.Values, _removed.Where(r => !_texts.ContainsKey(r)));
        foreach (var file in now.Files)
        {
            var isIt = string.Equals(file.Path, move.From, StringComparison.Ordinal);
            if (!isIt && !file.Path.StartsWith(move.From + "/", StringComparison.Ordinal)) continue;
            var to = isIt ? move.To : move.To + file.Path[move.From.Length..];
            var text = now.Read(file);
            _origins[to] = _origins.GetValueOrDefault(file.Path, file.Path);
            _origins.Remove(file.Path);
            _texts.Remove(file.Path);
            _removed.Add(file.Path);
            _texts[to] = SourceText.Decode(to, text.ToBytes());
        }
    }
}
