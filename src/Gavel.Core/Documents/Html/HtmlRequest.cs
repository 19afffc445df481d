namespace Gavel.Core.Documents.Html;

/// <summary>An image as the page shows it.</summary>
/// <param name="Size">In pixels; null when it is not known.</param>
public sealed record HtmlImage(string Address, (int Width, int Height)? Size);

/// <summary>What the page around a text decides about its HTML. Addresses that it gives are written when <see cref="SafeAddress"/> lets them.</summary>
public sealed record HtmlRequest
{
    /// <summary>The address for a link's target as the author wrote it; null leaves the link out and keeps its words.</summary>
    public Func<string, string?> Link { get; init; } = static target => target;

    /// <summary>The image for a target as the author wrote it; null shows its description instead.</summary>
    public Func<string, HtmlImage?> Image { get; init; } = static target => new HtmlImage(target, Size: null);

    /// <summary>The title of the document that a link's target means, for links without words of their own; null when it is not known.</summary>
    public Func<string, string?> TitleOf { get; init; } = static _ => null;

    /// <summary>The address of a document that the text names by word and number: <c>pep</c>, 8. Null when the page knows none.</summary>
    public Func<string, int, string?> Numbered { get; init; } = static (_, _) => null;

    /// <summary>By the names of <see cref="Anchors"/>.</summary>
    public string Anchors { get; init; } = "github";
}
