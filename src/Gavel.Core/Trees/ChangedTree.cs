using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Core.Trees;

/// <summary>
/// A tree with change sets laid over it one after the other, each made for the tree that the ones before left. It is a tree itself, and gives
/// all changes back as one set against the tree below.
/// </summary>
public sealed class ChangedTree : ITree
{
    private readonly ITree _below;
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>Where the content of a path came from; null for a file that is new.</summary>
    private readonly Dictionary<string, string?> _origins = new(StringComparer.Ordinal);

    /// <summary>Moves of whole files and folders, against the tree below, in the order they were asked for.</summary>
    private readonly List<FileMove> _moves = [];
    private OverlayTree _now;

    public ChangedTree(ITree below)
    {
        _below = below;
        _now = new OverlayTree(below, []);
    }

    public string? Revision => _below.Revision;

    public ImmutableArray<TreeFile> Files => _now.Files;

    public TreeFile? Find(string path) => _now.Find(path);

    public bool HasFolder(string path) => _now.HasFolder(path);

    public ImmutableArray<string> Hidden => _below.Hidden;

    public bool IsHidden(string path) => _below.IsHidden(path);

    public ContentId IdOf(TreeFile file) => _now.IdOf(file);

    public SourceText Read(TreeFile file) => _now.Read(file);

    /// <summary>Lays a change set over what is there.</summary>
    /// <returns>False, and nothing is changed, when an edit was made for another content, a file is missing, or a new one is there already.</returns>
    public bool TryApply(ChangeSet changes)
    {
        var edited = new List<SourceText>();
        foreach (var path in changes.Edits.Select(e => e.Path).Distinct(StringComparer.Ordinal))
        {
            if (Find(path) is not { } file || Read(file) is var before && changes.ApplyTo(before) is not { } text) return false;
            // What is drawn stays in shape.
            var drawn = DrawnTables.MayHold(path) ? DrawnTables.Apply(before, changes.Edits.Where(e => string.Equals(e.Path, path, StringComparison.Ordinal))) : null;
            edited.Add(drawn is null ? text : before.With(drawn) ?? text);
        }
        if (changes.Files.Any(f => Find(f.Path) is not null) || changes.Moves.Any(m => !CanMove(m))) return false;
        foreach (var text in edited) Put(text, OriginOf(text.Path));
        foreach (var move in changes.Moves) Move(move);
        foreach (var file in changes.Files) Put(SourceText.From(file.Path, file.Content), origin: null);
        var gone = _below.Files.Select(f => f.Path).Where(p => !_texts.ContainsKey(p) && _moves.Any(m => IsIn(p, m.From)));
        _now = new OverlayTree(_below, _texts.Values, gone);
        return true;
    }

    /// <summary>Everything that was changed, as one set made for the tree below. One edit a file: what lies between the first and the last difference.</summary>
    public ChangeSet ToChangeSet()
    {
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        var files = ImmutableArray.CreateBuilder<NewFile>();
        foreach (var (path, text) in _texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (_origins[path] is not { } origin)
            {
                files.Add(new NewFile(path, text.Chars));
                continue;
            }
            var before = _below.Read(_below.Find(origin)!);
            if (before.Id == text.Id) continue;
            var same = before.Chars.AsSpan().CommonPrefixLength(text.Chars);
            var tail = CommonSuffix(before.Chars.AsSpan(same), text.Chars.AsSpan(same));
            edits.Add(new FileEdit(origin, before.Id, TextSpan.Between(same, before.Chars.Length - tail), text.Chars[same..^tail]));
        }
        return new ChangeSet(edits.ToImmutable(), [.. _moves], files.ToImmutable());
    }

    private bool CanMove(FileMove move) =>
        (Find(move.From) is not null || HasFolder(move.From))
        && (string.Equals(move.From, move.To, StringComparison.OrdinalIgnoreCase) || Find(move.To) is null && !HasFolder(move.To));

    private void Move(FileMove move)
    {
        var moved = Files.Select(f => f.Path).Where(p => IsIn(p, move.From)).ToList();
        foreach (var path in moved)
        {
            var text = _texts.TryGetValue(path, out var own) ? own : _below.Read(_below.Find(path)!);
            var origin = OriginOf(path);
            _texts.Remove(path);
            _origins.Remove(path);
            Put(SourceText.Decode(move.To + path[move.From.Length..], text.ToBytes(), text.Id), origin);
        }
        var earlier = _moves.FindIndex(m => string.Equals(m.To, move.From, StringComparison.Ordinal));
        if (earlier >= 0) _moves[earlier] = new FileMove(_moves[earlier].From, move.To);
        else if (moved.Any(p => _below.Find(p) is not null)) _moves.Add(move);
    }

    private string? OriginOf(string path) => _origins.TryGetValue(path, out var origin) ? origin : path;

    private void Put(SourceText text, string? origin)
    {
        _texts[text.Path] = text;
        _origins[text.Path] = origin;
    }

    private static bool IsIn(string path, string moved) =>
        string.Equals(path, moved, StringComparison.Ordinal) || path.StartsWith(moved + "/", StringComparison.Ordinal);

    private static int CommonSuffix(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)]) length++;
        return length;
    }
}
