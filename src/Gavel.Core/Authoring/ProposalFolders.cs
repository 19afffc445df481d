using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Authoring;

/// <summary>Which folder a new proposal goes to, where a process keeps its proposals in folders of groups, of years or of releases.</summary>
public sealed class ProposalFolders
{
    private const int MostListed = 20;
    private const int Fewest = 2; // proposals that tell what a field means

    private readonly Process _process;
    private readonly ImmutableArray<(CatalogEntry Entry, string Folder)> _placed;

    public ProposalFolders(Catalog catalog, Process process)
    {
        _process = process;
        _placed = [.. from entry in catalog.Entries
                      where string.Equals(entry.Process.Name, process.Name, StringComparison.Ordinal)
                      let folder = process.Files.Select(f => f.Match(entry.Path)?.Folder).FirstOrDefault(f => f is { Length: > 0 })
                      where folder is not null
                      select (entry, folder)];
        Known = [.. _placed.Select(p => p.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>In order; empty where no proposal lies in one.</summary>
    public ImmutableArray<string> Known { get; }

    /// <summary>Proposals of the process lie in folders; which ones, their file pattern leaves open.</summary>
    public bool HasFolder => !_process.Files.IsEmpty && _process.Files[0].Has(PatternPart.Folder);

    /// <summary>Where a proposal goes of which nothing is known yet; null where somebody has to say it.</summary>
    public string? Usual(DateOnly today)
    {
        var request = new NewRequest(_process, "", null, null, today, [], null);
        return Find(ref request) is null ? request.Folder : null;
    }

    /// <summary>Fills in the folder of a request: the one that was said, else before the title, else by a field that names it elsewhere too, else where somebody works, else the only or the latest one.</summary>
    /// <returns>Why there is none; null where there is, or none is needed.</returns>
    internal Outcome.Refused? Find(ref NewRequest request)
    {
        if (!HasFolder)
        {
            return request.Folder is null ? null : new Outcome.Refused(RefusalCode.NotAllowed, $"{_process.Name} keeps its proposals in no folders of their own: {_process.Files[0]}");
        }
        if (request.Folder is { } said) return IsName(said) ? Placed(ref request, said.Trim('/')) : new Outcome.Refused(RefusalCode.NotAllowed, $"'{said}' is no folder below {_process.Folder}");
        var title = request.Title;
        var slash = title.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && FindKnown(title[..slash]) is { } before && title[(slash + 1)..].Trim().Length > 0)
        {
            request = request with { Title = title[(slash + 1)..] };
            return Placed(ref request, before);
        }
        var templates = LatestOf([.. _process.Templates.Where(t => t.IsCurrent && t.Folder is not null).Select(t => Below(t.Folder!))]);
        if (templates is not null || Known.IsEmpty) return Placed(ref request, templates ?? "");
        var fields = request.Fields;
        var named = FieldNames().Select(f => fields.FirstOrDefault(g => string.Equals(g.Name, f, StringComparison.OrdinalIgnoreCase)).Value).FirstOrDefault(v => v is not null);
        if (named is not null && FindKnown(named) is { } byField) return Placed(ref request, byField);
        if (request.WorksIn is { } place && Known.FirstOrDefault(k => IsIn(place, k)) is { } here) return Placed(ref request, here);
        if (Known.Length == 1) return Placed(ref request, Known[0]);
        if (Latest(request.Today) is { } latest) return Placed(ref request, latest);
        var list = string.Join(", ", Known.Take(MostListed)) + (Known.Length > MostListed ? ", …" : "");
        return new Outcome.Refused(RefusalCode.NotAllowed, $"the proposals of {_process.Name} lie in folders, and nothing says which one this goes to: {list}; say it {request.Inputs.Folder} {Known[0]}, or before the title: \"{Known[0]}/{title.Trim()}\"");
    }

    // Years and releases go on; groups do not.
    private string? Latest(DateOnly today)
    {
        if (Known.All(k => k.Length == 4 && k.All(char.IsAsciiDigit))) return today.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        return Known.All(IsRelease) ? LatestOf(Known) : null;
    }

    // Names of releases came before their numbers, where a project has both.
    private static string? LatestOf(ImmutableArray<string> folders) =>
        folders.Where(IsRelease).MaxBy(k => k, Comparer<string>.Create(CompareNumbers)) ?? folders.Max(StringComparer.Ordinal);

    private static bool IsRelease(string folder) => folder.Any(char.IsAsciiDigit) && folder.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '_' or 'v' or 'V');

    private string Below(string path) => path.StartsWith(_process.Folder + "/", StringComparison.Ordinal) ? path[(_process.Folder.Length + 1)..] : path;

    private static int CompareNumbers(string a, string b)
    {
        var (left, right) = (NumbersOf(a), NumbersOf(b));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            if (left[i].Length != right[i].Length) return left[i].Length.CompareTo(right[i].Length);
            if (string.CompareOrdinal(left[i], right[i]) is var order and not 0) return order;
        }
        return left.Count != right.Count ? left.Count.CompareTo(right.Count) : string.CompareOrdinal(a, b);

        static List<string> NumbersOf(string text) => [.. text.Split(['.', '-', '_', 'v', 'V'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.TrimStart('0'))];
    }

    private Outcome.Refused? Placed(ref NewRequest request, string folder)
    {
        var given = request.Fields;
        request = request with
        {
            Folder = folder,
            Fields = folder.Length == 0 ? given : given.AddRange(FieldNames().Where(f => !given.Any(g => string.Equals(g.Name, f, StringComparison.OrdinalIgnoreCase))).Select(f => (f, folder))),
        };
        return null;
    }

    /// <summary>The fields that say the folder in each proposal.</summary>
    public IReadOnlyList<string> FieldNames()
    {
        if (_placed.Length < Fewest) return [];
        return [.. _placed[0].Entry.Fields.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => _placed.All(p => p.Entry.Fields.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase) && string.Equals(f.Value, p.Folder, StringComparison.OrdinalIgnoreCase))))];
    }

    private string? FindKnown(string name) => Known.FirstOrDefault(k => string.Equals(k, name.Trim(), StringComparison.OrdinalIgnoreCase));

    private bool IsIn(string place, string folder)
    {
        var full = _process.Folder.Length == 0 ? folder : $"{_process.Folder}/{folder}";
        return string.Equals(place, full, StringComparison.Ordinal) || place.StartsWith(full + "/", StringComparison.Ordinal);
    }

    private static bool IsName(string folder) =>
        folder.Trim('/').Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.Trim().Length == part.Length && part.All(c => !char.IsControl(c) && c is not ('\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')));
}
