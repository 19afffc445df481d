using System.Collections.Immutable;
using Gavel.Core.Processes;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Lifecycles;

/// <summary>The file that says who owns which paths, in the form that hosting services share: a pattern and its owners on each line, the last match wins.</summary>
public sealed class CodeOwners
{
    // GitHub looks in .github/, the root, docs/; GitLab in the root, docs/, .gitlab/: the first one counts.
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];
    private const long LongestFile = 1 << 20;

    private readonly ImmutableArray<(string Pattern, ImmutableArray<string> Owners)> _lines;

    private CodeOwners(ImmutableArray<(string, ImmutableArray<string>)> lines) => _lines = lines;

    /// <returns>Null where the tree has no such file.</returns>
    public static CodeOwners? Read(ITree tree)
    {
        foreach (var place in Places)
        {
            if (tree.Find(place) is { Length: < LongestFile } file) return Parse(tree.Read(file));
        }
        return null;
    }

    public static CodeOwners Parse(SourceText text)
    {
        var lines = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (var raw in text.Chars.Split('\n'))
        {
            var line = raw.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? raw[..hash] : raw;
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            // A section of GitLab's form has owners of its own for the lines below it; its heading owns nothing.
            if (words.Length == 0 || words[0].StartsWith('[') || words[0].StartsWith("^[", StringComparison.Ordinal)) continue;
            lines.Add((words[0], [.. words.Skip(1)]));
        }
        return new CodeOwners(lines.ToImmutable());
    }

    /// <summary>Keys of people, members of groups that a team's name means, else the names as written without <c>@</c>; empty where nobody owns the path.</summary>
    public ImmutableArray<string> Of(string path, PersonDirectory people, LifeConfiguration life)
    {
        for (var i = _lines.Length - 1; i >= 0; i--)
        {
            if (!Matches(_lines[i].Pattern, path)) continue;
            var owners = _lines[i].Owners.SelectMany(o => life.FindGroup(o[(o.LastIndexOf('/') + 1)..].TrimStart('@')) is { } group ? group.People.Select(people.Name) : [people.Name(o).TrimStart('@')]);
            return [.. owners.Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        return [];
    }

    private static bool Matches(string pattern, string path)
    {
        if (pattern is "*" or "**" or "/**") return true;
        var isAnchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var own = pattern.TrimStart('/');
        var isFolder = own.EndsWith('/');
        own = own.TrimEnd('/');
        // What lies right in the folder; the last slash keeps a star from being a folder's name.
        if (!isFolder && isAnchored && (own is "*" || own.EndsWith("/*", StringComparison.Ordinal))) return Glob.IsMatch(own + "/", path + "/", slashes: false);
        foreach (var start in isAnchored ? [own] : (string[])[own, "**/" + own])
        {
            if (!isFolder && Glob.IsMatch(start, path, slashes: false)) return true;
            if (Glob.IsMatch(start + "/**", path, slashes: false)) return true;
        }
        return false;
    }
}
