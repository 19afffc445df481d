namespace Gavel.Rst.Tree;

/// <summary>A stretch of the original text: UTF-16 code units from its start, end exclusive.</summary>
public readonly record struct RstSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static RstSpan FromBounds(int start, int end) => new(start, end > start ? end - start : 0);
}
