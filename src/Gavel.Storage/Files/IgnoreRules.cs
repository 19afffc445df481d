using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Storage.Files;

/// <summary>The ignore files that hold for a folder: its own above those of its parents.</summary>
internal sealed class IgnoreRules
{
    private readonly IgnoreRules? _outer;
    private readonly ImmutableArray<IgnorePattern> _patterns;
    private readonly int _baseLength;

    private IgnoreRules(IgnoreRules? outer, ImmutableArray<IgnorePattern> patterns, int baseLength)
    {
        _outer = outer;
        _patterns = patterns;
        _baseLength = baseLength;
    }

    public static IgnoreRules None { get; } = new(null, [], 0);

    /// <param name="folder">The folder of the ignore file, relative to git's top level, without a final slash.</param>
    public IgnoreRules With(string folder, string text)
    {
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        // Git ends a line at a line feed alone. The platform's lines end at more, and its search for all of them is compiled at start: a tenth of a command.
        for (var rest = text.AsSpan().TrimStart('\uFEFF'); !rest.IsEmpty;)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (IgnorePattern.Parse(line is [.., '\r'] ? line[..^1] : line) is { } pattern) patterns.Add(pattern);
        }
        return patterns.Count == 0 ? this : new IgnoreRules(this, patterns.ToImmutable(), folder.Length == 0 ? 0 : folder.Length + 1);
    }

    /// <summary>As <see cref="With(string, string)"/>, from a file; one that cannot be read says nothing.</summary>
    public IgnoreRules WithFile(string folder, string file)
    {
        try
        {
            return File.Exists(file) ? With(folder, SourceText.Decode(file, File.ReadAllBytes(file)).Chars) : this;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return this;
        }
    }

    /// <summary>Whether the last pattern that matches, the innermost file first, ignores the path. Its folder is taken to be not ignored.</summary>
    /// <param name="path">Relative to git's top level.</param>
    public bool Ignores(string path, bool isFolder)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        for (var rules = this; rules is not null; rules = rules._outer)
        {
            var below = path.AsSpan(rules._baseLength);
            for (var i = rules._patterns.Length - 1; i >= 0; i--)
            {
                if (rules._patterns[i].Matches(below, name, isFolder)) return !rules._patterns[i].IsNegated;
            }
        }
        return false;
    }
}
