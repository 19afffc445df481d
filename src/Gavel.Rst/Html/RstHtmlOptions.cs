namespace Gavel.Rst.Html;

/// <summary>How a document becomes HTML.</summary>
public sealed record RstHtmlOptions
{
    public static RstHtmlOptions Default { get; } = new();

    /// <summary>The level of the topmost section's heading, 1 to 6. A document title takes it where there is one.</summary>
    public int TopHeadingLevel { get; init; } = 1;

    /// <summary>Whether raw HTML goes through as it is. Only for texts that are trusted as much as the program; else it is shown as text.</summary>
    public bool TrustRaw { get; init; }

    /// <summary>Whether messages of the parser are shown where they stand.</summary>
    public bool ShowMessages { get; init; }

    /// <summary>Changes the address of a link or image; null leaves it out. Called for safe addresses only, and its answer is checked again.</summary>
    public Func<string, string?>? RewriteAddress { get; init; }
}
