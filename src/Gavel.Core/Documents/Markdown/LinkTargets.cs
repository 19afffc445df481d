using Gavel.Core.Text;

namespace Gavel.Core.Documents.Markdown;

/// <summary>What the references of a document can point to.</summary>
internal sealed class LinkTargets
{
    private readonly Dictionary<string, (string Target, TextSpan Span)> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _footnotes = new(StringComparer.Ordinal);

    /// <summary>The first definition of a label holds (CommonMark 0.31, section 4.7).</summary>
    public void Add(string label, string target, TextSpan span) => _links.TryAdd(Normalize(label), (target, span));

    public void AddFootnote(string label) => _footnotes.Add(Normalize(label));

    public bool HasFootnote(string label) => _footnotes.Count > 0 && _footnotes.Contains(Normalize(label));

    public bool TryFind(string label, out string target, out TextSpan span)
    {
        if (_links.Count > 0 && _links.TryGetValue(Normalize(label), out var found))
        {
            (target, span) = found;
            return true;
        }
        (target, span) = ("", default);
        return false;
    }

    public bool IsEmpty => _links.Count == 0;

    private static string Normalize(string label) => PlainText.Fold(label).ToUpperInvariant();
}
