namespace Gavel.Rst;

/// <summary>Reads reStructuredText. No text throws; what is wrong becomes a system message and parsing goes on.</summary>
public static class RstParser
{
    /// <summary>Parses a text to a tree as docutils' parser gives it before any transform.</summary>
    public static RstDocument Parse(string text, RstOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RstDocument(text, options ?? RstOptions.Default);
    }
}
