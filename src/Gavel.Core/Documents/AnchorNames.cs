namespace Gavel.Core.Documents;

/// <summary>The anchors of one page as they are given out: how a name that is taken already becomes another.</summary>
internal sealed class AnchorNames(string convention, Dictionary<int, string> headings)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    private int _number;

    public List<string> All { get; } = [];

    public Dictionary<int, string> Headings => headings;

    /// <summary><c>## Title {#id}</c></summary>
    public bool ReadsExplicitIds => convention is "kramdown" or "python-markdown";

    public void AddExplicit(string id)
    {
        All.Add(id);
        _used.Add(id);
    }

    /// <returns>Empty where the title has no anchor.</returns>
    public string AddTitle(string title)
    {
        var slug = Anchors.Slug(title, convention);
        var name = slug;
        if (!_used.Add(name) || name.Length == 0) name = convention == "docutils" ? NextId() : Numbered(slug, convention == "python-markdown" ? '_' : '-');
        if (name.Length > 0) All.Add(name);
        return name;
    }

    private string NextId()
    {
        string id;
        do id = $"id{++_number}";
        while (!_used.Add(id));
        return id;
    }

    // The counter of each name goes on where it stood, so that many of one name stay cheap.
    private string Numbered(string slug, char separator)
    {
        if (slug.Length == 0 && separator == '-') return "";
        var number = _next.GetValueOrDefault(slug);
        string name;
        do name = $"{slug}{separator}{++number}";
        while (!_used.Add(name));
        _next[slug] = number;
        return name;
    }
}
