namespace Gavel.Web.Rendering.Formulas;

/// <summary>Reads the source of a formula mark by mark.</summary>
internal sealed class TexReader(string source)
{
    private int _at;

    public bool IsAtEnd => _at >= source.Length;

    /// <summary>NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : source[_at];

    public void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(source[_at])) _at++;
    }

    public bool Take(char mark)
    {
        if (Next != mark || IsAtEnd) return false;
        _at++;
        return true;
    }

    /// <summary>One character as people count them.</summary>
    public string TakeCharacter()
    {
        var length = char.IsHighSurrogate(source[_at]) && _at + 1 < source.Length && char.IsLowSurrogate(source[_at + 1]) ? 2 : 1;
        _at += length;
        return source.Substring(_at - length, length);
    }

    /// <summary>Digits with points between them.</summary>
    public string TakeNumber()
    {
        var start = _at;
        while (!IsAtEnd && (char.IsAsciiDigit(source[_at]) || (source[_at] is '.' or ',' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1]) && (source[_at] == '.' || IsThousand())))) _at++;
        return source[start.._at];
    }

    /// <summary>A command without its backslash, with which the source goes on: letters, or one other character.</summary>
    public string TakeCommand()
    {
        _at++;
        if (IsAtEnd) return "";
        var start = _at;
        while (!IsAtEnd && char.IsAsciiLetter(source[_at])) _at++;
        return _at > start ? source[start.._at] : TakeCharacter();
    }

    /// <summary>The command that comes next, which stays where it is; empty when none does.</summary>
    public string PeekCommand()
    {
        if (Next != '\\') return "";
        var start = _at;
        var name = TakeCommand();
        _at = start;
        return name;
    }

    /// <summary>What stands in braces, as it is written.</summary>
    /// <returns>Null where no braces do.</returns>
    public string? TakeRaw()
    {
        SkipSpace();
        if (Next != '{') return null;
        var start = _at + 1;
        var depth = 0;
        for (var i = _at; i < source.Length; i++)
        {
            if (source[i] == '\\') i++;
            else if (source[i] == '{') depth++;
            else if (source[i] == '}' && --depth == 0)
            {
                _at = i + 1;
                return source[start..i];
            }
        }
        return null;
    }

    /// <summary>What stands in brackets, as it is written; null where none do.</summary>
    public string? TakeOption()
    {
        SkipSpace();
        if (Next != '[') return null;
        var end = source.IndexOf(']', _at);
        if (end < 0) return null;
        var option = source[(_at + 1)..end];
        _at = end + 1;
        return option;
    }

    // A comma between digits parts thousands or the members of a list.
    private bool IsThousand()
    {
        var digits = 0;
        for (var i = _at + 1; i < source.Length && char.IsAsciiDigit(source[i]); i++) digits++;
        return digits == 3 && _at > 0 && char.IsAsciiDigit(source[_at - 1]);
    }
}
