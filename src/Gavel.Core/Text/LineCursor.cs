namespace Gavel.Core.Text;

/// <summary>Walks the lines of a text without copying it. Accepts LF, CR LF and a lone CR.</summary>
internal ref struct LineCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    /// <summary>The current line without its terminator.</summary>
    public TextSpan Span { get; private set; }

    public bool MoveNext()
    {
        if (_next == _text.Length) return false;
        var rest = _text[_next..];
        var end = rest.IndexOfAny('\r', '\n');
        Span = new TextSpan(_next, end < 0 ? rest.Length : end);
        var isCrLf = end >= 0 && rest[end..].StartsWith("\r\n");
        _next += end < 0 ? rest.Length : end + (isCrLf ? 2 : 1);
        return true;
    }
}
