using System.Text;
using Gavel.Core.Documents.Html;

namespace Gavel.Web.Rendering;

/// <summary>Writes elements, text and allowed attributes, escaped.</summary>
internal sealed class SafeWriter
{
    private readonly StringBuilder _out = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _preStart = -1;

    /// <summary>How many elements are open.</summary>
    public int Depth { get; private set; }

    public bool IsInLink { get; private set; }

    public void Begin(string name, IEnumerable<(string Name, string Value)> attributes)
    {
        _out.Append('<').Append(name);
        var isOutside = false;
        var hasRel = false;
        foreach (var (key, value) in attributes)
        {
            var kept = key == "class" ? AllowedHtml.ClassesOf(value) : value;
            if ((key == "class" && kept.Length == 0) || !AllowedHtml.IsAttribute(name, key, kept) || (key == "id" && !_ids.Add(kept))) continue;
            isOutside |= key == "href" && SafeAddress.IsOutside(kept);
            hasRel |= key == "rel";
            _out.Append(' ').Append(key).Append("=\"");
            Text(kept).Append('"');
        }
        if (isOutside && !hasRel) _out.Append(" rel=\"nofollow noopener\"");
        _out.Append('>');
        if (!AllowedHtml.IsVoid(name)) Depth++;
        IsInLink |= name == "a";
        if (name == "pre") _preStart = _out.Length;
    }

    public void End(string name)
    {
        _out.Append("</").Append(name).Append('>');
        Depth--;
        if (name == "a") IsInLink = false;
    }

    public StringBuilder Text(string text)
    {
        var rest = text.AsSpan();
        if (rest.StartsWith("\n") && _out.Length == _preStart) _out.Append('\n'); // the first line break in it is not read
        for (var at = rest.IndexOfAny("&<>\"'\0"); at >= 0; at = rest.IndexOfAny("&<>\"'\0"))
        {
            _out.Append(rest[..at]).Append(rest[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => "\uFFFD" });
            rest = rest[(at + 1)..];
        }
        return _out.Append(rest);
    }

    public override string ToString() => _out.ToString();
}
