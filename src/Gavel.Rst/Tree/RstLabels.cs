namespace Gavel.Rst.Tree;

/// <summary>The attributes of an element that are lists.</summary>
public sealed class RstLabels
{
    public List<string> Ids { get; } = new(0);

    /// <summary>Reference names, in lower case with single spaces.</summary>
    public List<string> Names { get; } = new(0);

    /// <summary>Names that another element has taken.</summary>
    public List<string> DupNames { get; } = new(0);

    public List<string> Classes { get; } = new(0);

    /// <summary>The ids of the elements that refer to this one.</summary>
    public List<string> Backrefs { get; } = new(0);
}
