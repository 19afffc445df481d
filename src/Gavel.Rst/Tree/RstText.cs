namespace Gavel.Rst.Tree;

/// <summary>Text of a paragraph, a literal block or inline markup, with backslash escapes resolved. Lines are apart by LF.</summary>
public sealed class RstText : RstNode
{
    private readonly ReadOnlyMemory<char> _memory;
    private string? _text;

    public RstText(string text)
    {
        _text = text;
        _memory = text.AsMemory();
    }

    /// <summary>Text that is a slice of a larger buffer; the string is made when somebody asks for it.</summary>
    public RstText(ReadOnlyMemory<char> memory) => _memory = memory;

    public string Text => _text ??= _memory.ToString();

    public ReadOnlyMemory<char> Memory => _memory;

    public override string InnerText => Text;

    public override string ToString() => Text;
}
