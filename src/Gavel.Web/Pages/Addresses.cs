using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages;

/// <summary>The address of everything that has one. The short address of a proposal is its id, unless a page of the site has that name.</summary>
internal sealed class Addresses
{
    public const string Catalog = "/";
    public const string Numbers = "/numbers";
    public const string Graph = "/graph";
    public const string Search = "/search";
    public const string Follow = "/follow";
    public const string New = "/new";
    public const string Feed = "/feed.xml";
    public const string Calendar = "/calendar.ics";
    public const string Json = "/proposals.json";
    public const string JsonSchema = "/proposals.schema.json";
    public const string Llms = "/llms.txt";
    public const string Sitemap = "/sitemap.xml";
    public const string NotFound = "/404.html";

    private static readonly string[] Taken =
    [
        "numbers", "graph", "search", "follow", "process", "by", "assets", "files", "proposal", "api", "openapi", "health", "metrics", "edit", "decide", "new",
        "index.html", "404.html", "feed.xml", "calendar.ics", "proposals.json", "proposals.schema.json", "llms.txt", "sitemap.xml", "robots.txt", ".gavel-site",
    ];

    private readonly Dictionary<string, CatalogEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _proposals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _processes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    public Addresses(ImmutableArray<CatalogEntry> entries, ImmutableArray<Process> processes)
    {
        var slugs = new Slugs();
        foreach (var process in processes) _processes.TryAdd(process.Name, "/process/" + slugs.Of(process.Name));
        foreach (var entry in entries)
        {
            var first = entry.Id.Split('/')[0];
            var address = Array.Exists(Taken, t => string.Equals(t, first, StringComparison.OrdinalIgnoreCase)) ? $"/proposal/{Sound(entry.Id)}" : $"/{Sound(entry.Id)}";
            while (!_used.Add(address)) address += "-";
            if (_proposals.TryAdd(entry.Id, address)) _entries.TryAdd(address, entry);
        }
    }

    /// <summary>Null for an address that is no proposal's.</summary>
    public CatalogEntry? EntryAt(string address) => _entries.GetValueOrDefault(address);

    public string Of(CatalogEntry entry) => _proposals[entry.Id];

    public string Of(Process process) => _processes[process.Name];

    /// <summary>Where a live server edits a proposal.</summary>
    public string Edit(CatalogEntry entry) => "/edit" + Of(entry);

    /// <summary>Where people decide on a proposal, on a live server.</summary>
    public string Decide(CatalogEntry entry) => "/decide" + Of(entry);

    /// <summary>The address that an id had once; null where something stands there now, or nothing can.</summary>
    public string? Former(string id)
    {
        var address = "/" + Sound(id);
        return id.Length == 0 || Array.Exists(Taken, t => string.Equals(t, id.Split('/')[0], StringComparison.OrdinalIgnoreCase)) || !_used.Add(address) ? null : address;
    }

    /// <summary>A page below a proposal's own; null where another proposal has that very address.</summary>
    public string? Below(CatalogEntry entry, string name) => $"{Of(entry)}/{name}" is var address && !_used.Contains(address) ? address : null;

    // Segments that a server or a file system reads as something else are written out.
    private static string Sound(string id)
    {
        var text = new StringBuilder(id.Length);
        foreach (var c in id) text.Append(c is < ' ' or '\\' or ':' or '*' or '"' or '<' or '>' or '|' or '?' ? '-' : c);
        var parts = text.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].All(c => c == '.')) parts[i] = "dot";
            if (parts[i].Length > 120) parts[i] = parts[i][..120];
        }
        return parts.Length == 0 ? "untitled" : string.Join('/', parts);
    }
}

/// <summary>Names for addresses, each given once.</summary>
internal sealed class Slugs
{
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length >= 80) break;
        }
        var name = slug.ToString().Trim('-');
        if (name.Length == 0) name = "other";
        for (var n = 1; ; n++)
        {
            var tried = n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
            if (_given.Add(tried)) return tried;
        }
    }
}
