using System.Collections.Immutable;
using System.Text;

namespace Gavel.Core.Processes;

/// <summary>What a file pattern of gavel.yml found in a path.</summary>
/// <param name="Number">The digits as written, or a label that stands in the number's place; null where the pattern has no number.</param>
public sealed record FileMatch(string? Number, string? Slug, string? Date, string? Status, string? Folder)
{
    /// <summary>The number; null where a label stands in its place, where the pattern has none, and above <see cref="int.MaxValue"/>.</summary>
    public int? Value => int.TryParse(Number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>False where the path differs from the pattern in case or separators, or lacks the slug.</summary>
    public bool IsExact { get; init; } = true;
}

/// <summary>
/// A path with <c>{number} {slug} {date} {status} {folder}</c>, relative to the root. The main document of a directory proposal is part of it: <c>specs/{number}-{slug}/README.md</c>.
/// <c>{folder}</c> stands for one folder or several, the others for a part of one name.
/// </summary>
public sealed record FilePattern
{
    private readonly ImmutableArray<PatternToken> _tokens;
    private readonly ImmutableArray<PatternToken> _withoutSlug;
    private readonly bool _repeats;
    private readonly bool _repeatsWithoutSlug;

    public FilePattern(string text)
    {
        Text = text;
        _tokens = PatternToken.Parse(text);
        _withoutSlug = PatternToken.WithoutSlug(_tokens);
        _repeats = PatternToken.Repeat(_tokens);
        _repeatsWithoutSlug = !_withoutSlug.IsDefault && PatternToken.Repeat(_withoutSlug);
    }

    public string Text { get; }

    /// <summary>The folder that all matches lie in, without a final slash: the path up to the first name with a placeholder; empty for the root.</summary>
    public string Folder
    {
        get
        {
            var brace = Text.IndexOf('{', StringComparison.Ordinal);
            var slash = brace < 0 ? Text.LastIndexOf('/') : Text.LastIndexOf('/', brace);
            return slash < 0 ? "" : Text[..slash];
        }
    }

    /// <summary>A proposal is a directory of its own: a folder's name has the number or the slug. The document may repeat it: <c>{number}-{slug}/{slug}.md</c>.</summary>
    public bool IsDirectory
    {
        get
        {
            var slash = Text.LastIndexOf('/');
            if (slash < 0) return false;
            var above = Text.AsSpan(0, slash);
            return above.Contains("{number}", StringComparison.Ordinal) || above.Contains("{slug}", StringComparison.Ordinal);
        }
    }

    public bool Has(PatternPart part) => _tokens.Any(t => t.Part == part);

    /// <summary>Reads a path. Case, <c>-</c> for <c>_</c>, padding of the number and a missing slug are forgiven. Cost: path length times tokens, at worst squared in the length of one name.</summary>
    /// <returns>Null when it does not fit.</returns>
    public FileMatch? Match(string path)
    {
        var match = new PatternMatcher(_tokens, _repeats, path).Run();
        if (match is not null || _withoutSlug.IsDefault) return match;
        return new PatternMatcher(_withoutSlug, _repeatsWithoutSlug, path).Run() is { } bare ? bare with { IsExact = false } : null;
    }

    /// <summary>The directory of a proposal at a path that matches; null for a proposal of one file.</summary>
    public string? DirectoryOf(string path) => IsDirectory ? Trees.TreePath.FolderOf(path) : null;

    /// <summary>Writes a path. A part that is null is left out with the separator before it.</summary>
    /// <param name="number">As it is to be written, with its padding.</param>
    public string Format(string? number = null, string? slug = null, string? date = null, string? status = null, string? folder = null)
    {
        var path = new StringBuilder(Text.Length + 32);
        foreach (var token in _tokens)
        {
            var value = token.Part switch
            {
                PatternPart.Number => number,
                PatternPart.Slug => slug,
                PatternPart.Date => date,
                PatternPart.Status => status,
                PatternPart.Folder => folder,
                _ => token.Text,
            };
            if (value is not null)
            {
                // What follows a part that was left out at the start of a name does not begin with its separator.
                path.Append(path.Length == 0 || path[^1] == '/' ? value.TrimStart('-', '_') : value);
            }
            else
            {
                while (path.Length > 0 && path[^1] is '-' or '_' or ' ' or '.') path.Length--;
            }
        }
        return path.ToString().Replace("//", "/", StringComparison.Ordinal);
    }

    public bool Equals(FilePattern? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;
}
