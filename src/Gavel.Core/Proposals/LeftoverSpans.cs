using Gavel.Core.Text;

namespace Gavel.Core.Proposals;

/// <summary>Where a proposal still has whole blocks of its template's text.</summary>
internal sealed class LeftoverSpans
{
    private static readonly LeftoverSpans None = new([]);

    private readonly TextSpan[] _spans; // in the order of the text

    private LeftoverSpans(TextSpan[] spans) => _spans = spans;

    public static LeftoverSpans Of(Proposal proposal) => proposal.Leftovers.Any(l => l.IsWholeBlock) ? new([.. proposal.Leftovers.Where(l => l.IsWholeBlock).Select(l => l.At)]) : None;

    /// <summary>The span lies within one of them.</summary>
    public bool Contains(TextSpan span)
    {
        var at = Array.BinarySearch(_spans, span);
        if (at >= 0) return true;
        at = ~at;
        // One that begins at the same place may be longer; one before may reach over it.
        return at < _spans.Length && _spans[at].Contains(span) || at > 0 && _spans[at - 1].Contains(span);
    }
}
