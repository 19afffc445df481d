using System.Text;

namespace Gavel.Web.Rendering.Formulas;

/// <summary>A formula in the language of TeX, as far as texts use it: scripts, fractions, roots, fences, accents, alphabets, words and tables.</summary>
internal sealed class TexFormula(string source)
{
    private const int Longest = 8_000; // characters
    private const int Deepest = 24;

    private readonly TexReader _reader = new(source);
    private int _depth;
    private bool _isUnknown;

    /// <returns>What stands within the element <c>math</c>; null for a formula that holds something unknown.</returns>
    public string? Write()
    {
        if (source.Length > Longest || string.IsNullOrWhiteSpace(source)) return null;
        var rows = Rows(static r => r.IsAtEnd, allowsColumns: false);
        return _isUnknown || !_reader.IsAtEnd ? null : rows.Count == 1 ? MathMarkup.Row(rows[0][0]) : MathMarkup.Table(rows, "");
    }

    /// <summary>Lines of cells up to an end, which stays.</summary>
    private List<List<string>> Rows(Func<TexReader, bool> isEnd, bool allowsColumns)
    {
        var rows = new List<List<string>> { new() };
        while (true)
        {
            rows[^1].Add(Row(isEnd));
            if (_isUnknown || isEnd(_reader)) break;
            if (_reader.Next == '&' && allowsColumns) _reader.Take('&');
            else if (_reader.PeekCommand() is "\\" or "cr" or "newline")
            {
                _reader.TakeCommand();
                _reader.TakeOption();
                rows.Add([]);
            }
            else
            {
                _isUnknown = true;
                break;
            }
        }
        if (rows.Count > 1 && rows[^1] is [""]) rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    /// <summary>All up to an end, a column or a new line, which stay.</summary>
    private string Row(Func<TexReader, bool> isEnd)
    {
        var text = new StringBuilder();
        if (++_depth > Deepest) _isUnknown = true;
        while (!_isUnknown)
        {
            _reader.SkipSpace();
            if (_reader.IsAtEnd || isEnd(_reader) || _reader.Next is '&' or '}' || _reader.PeekCommand() is "\\" or "cr" or "newline" or "right" or "end") break;
            text.Append(Scripted());
        }
        _depth--;
        return text.ToString();
    }

    private string Scripted()
    {
        var isBare = _reader.Next is '_' or '^' or '\'';
        var (nucleus, hasBounds) = isBare ? ("<mrow></mrow>", false) : Atom();
        string? below = null, above = null, primes = null;
        while (!_isUnknown)
        {
            _reader.SkipSpace();
            if (_reader.PeekCommand() is "limits" or "nolimits") hasBounds = _reader.TakeCommand() == "limits";
            else if (_reader.Next == '_' && below is null && _reader.Take('_')) below = Argument();
            else if (_reader.Next == '^' && above is null && _reader.Take('^')) above = Argument();
            else if (_reader.Next == '\'') primes += Primes();
            else break;
        }
        if (primes is not null) above = above is null ? primes : MathMarkup.Row(primes + above);
        return (below, above) switch
        {
            (null, null) => nucleus,
            (null, { } a) => MathMarkup.Wrap(hasBounds ? "mover" : "msup", nucleus, a),
            ({ } b, null) => MathMarkup.Wrap(hasBounds ? "munder" : "msub", nucleus, b),
            ({ } b, { } a) => MathMarkup.Wrap(hasBounds ? "munderover" : "msubsup", nucleus, b, a),
        };
    }

    private string Primes()
    {
        var count = 0;
        while (_reader.Take('\'')) count++;
        return MathMarkup.Operator(new string('\u2032', count));
    }

    /// <summary>What a command takes or a script is: a group, or one sign.</summary>
    private string Argument()
    {
        _reader.SkipSpace();
        if (_reader.IsAtEnd || _reader.Next is '}' or '&' or '_' or '^') return Unknown();
        if (char.IsAsciiDigit(_reader.Next)) return MathMarkup.Number(_reader.TakeCharacter());
        if (++_depth > Deepest) return Unknown();
        var (text, _) = Atom();
        _depth--;
        return text;
    }

    private (string Text, bool HasBounds) Atom()
    {
        var next = _reader.Next;
        if (next == '{') return (Group(), false);
        if (next == '\\') return Command(_reader.TakeCommand());
        if (char.IsAsciiDigit(next)) return (MathMarkup.Number(_reader.TakeNumber()), false);
        return (TexSigns.OfCharacter(_reader.TakeCharacter()) ?? Unknown(), false);
    }

    private string Group()
    {
        _reader.Take('{');
        var row = Row(static r => r.Next == '}');
        return _reader.Take('}') ? MathMarkup.Row(row) : Unknown();
    }

    private (string Text, bool HasBounds) Command(string name)
    {
        if (TexSymbols.LargeOperator(name) is { } large)
        {
            var isWord = char.IsAsciiLetter(large[0]);
            return (MathMarkup.Operator(large, isWord ? " movablelimits=\"true\" lspace=\"0.1em\" rspace=\"0.17em\"" : " movablelimits=\"true\""), true);
        }
        if (TexSymbols.Integral(name) is { } integral) return (MathMarkup.Operator(integral), false);
        if (name is "overbrace" or "underbrace") return (Accent(name, TexSymbols.Accent(name)!), true);
        if (name is "operatorname")
        {
            var takesBounds = _reader.Take('*');
            return (MathMarkup.Operator(Words(), " lspace=\"0.1em\" rspace=\"0.17em\""), takesBounds);
        }
        return (TexSigns.OfCommand(name) ?? (TexSymbols.Accent(name) is { } mark ? Accent(name, mark) : Construct(name)) ?? Unknown(), false);
    }

    private string Accent(string name, string mark)
    {
        var isBelow = name.StartsWith("under", StringComparison.Ordinal);
        var isWide = name.StartsWith("wide", StringComparison.Ordinal) || name.StartsWith("over", StringComparison.Ordinal) || isBelow;
        var content = Argument() + MathMarkup.Operator(mark, isWide ? "" : " stretchy=\"false\"");
        return isBelow ? $"<munder accentunder=\"true\">{content}</munder>" : $"<mover accent=\"true\">{content}</mover>";
    }

    private string? Construct(string name)
    {
        switch (name)
        {
            case "frac" or "cfrac" or "tfrac" or "dfrac": return Fraction(name);
            case "binom" or "dbinom" or "tbinom": return MathMarkup.Row(MathMarkup.Operator("(") + "<mfrac linethickness=\"0\">" + Argument() + Argument() + "</mfrac>" + MathMarkup.Operator(")"));
            case "sqrt": return Root();
            case "left": return Fence();
            case "middle": return MathMarkup.Operator(Delimiter(), " stretchy=\"true\"");
            case "overset" or "stackrel": return Over("mover");
            case "underset": return Over("munder");
            case "begin": return Environment();
            case "not": return Not();
            case "mod": return MathMarkup.Space("0.6") + MathMarkup.Operator("mod", " lspace=\"0\" rspace=\"0.3em\"");
            case "pmod": return MathMarkup.Space("0.5") + MathMarkup.Row("<mo stretchy=\"false\">(</mo><mo lspace=\"0\" rspace=\"0.3em\">mod</mo>" + Argument() + "<mo stretchy=\"false\">)</mo>");
            case "tag": return _reader.TakeRaw() is { } tag ? MathMarkup.Space("2") + MathMarkup.Text($"({tag})") : Unknown();
            case "label": return _reader.TakeRaw() is null ? Unknown() : "";
            case "text" or "textrm" or "textnormal" or "mbox" or "textsf" or "hbox": return Worded("");
            case "textit" or "textsl": return Worded("i");
            case "textbf": return Worded("b");
            case "texttt": return Worded("tt");
        }
        if (TexSigns.SizeOf(name) is { } size) return MathMarkup.Operator(Delimiter(), size);
        return name is "boldsymbol" or "bm" || name.StartsWith("math", StringComparison.Ordinal) ? Styled(name) : null;
    }

    private string Fraction(string name)
    {
        var fraction = MathMarkup.Wrap("mfrac", Argument(), Argument());
        return name[0] switch { 't' => $"<mstyle displaystyle=\"false\">{fraction}</mstyle>", 'd' => $"<mstyle displaystyle=\"true\">{fraction}</mstyle>", _ => fraction };
    }

    private string Root()
    {
        if (_reader.TakeOption() is not { } degree) return MathMarkup.Wrap("msqrt", Argument());
        var inner = new TexFormula(degree) { _depth = _depth + 1 }.Write() ?? Unknown();
        return MathMarkup.Wrap("mroot", Argument(), inner);
    }

    private string Fence()
    {
        var open = Delimiter();
        var row = Row(static r => r.PeekCommand() == "right");
        if (_reader.PeekCommand() != "right") return Unknown();
        _reader.TakeCommand();
        var close = Delimiter();
        return MathMarkup.Row((open.Length > 0 ? MathMarkup.Operator(open, " fence=\"true\" form=\"prefix\" stretchy=\"true\"") : "") + row + (close.Length > 0 ? MathMarkup.Operator(close, " fence=\"true\" form=\"postfix\" stretchy=\"true\"") : ""));
    }

    /// <returns>Empty for the delimiter that is none.</returns>
    private string Delimiter()
    {
        _reader.SkipSpace();
        if (_reader.IsAtEnd) return Unknown();
        return (_reader.Next == '\\' ? TexSigns.DelimiterOfCommand(_reader.TakeCommand()) : TexSigns.DelimiterOf(_reader.TakeCharacter())) ?? Unknown();
    }

    private string Over(string element)
    {
        var script = Argument();
        return MathMarkup.Wrap(element, Argument(), script);
    }

    private string Not()
    {
        var negated = Argument();
        var end = negated.IndexOf("</mo>", StringComparison.Ordinal);
        return end < 0 ? Unknown() : negated.Insert(end, "\u0338");
    }

    private string Environment()
    {
        if (_reader.TakeRaw() is not { } name || TexSymbols.Table(name) is not { } fences) return Unknown();
        if (name is "array" or "alignedat" && _reader.TakeRaw() is null) return Unknown();
        if (++_depth > Deepest) return Unknown();
        var rows = Rows(static r => r.PeekCommand() == "end", allowsColumns: true);
        _depth--;
        if (_isUnknown) return "";
        _reader.TakeCommand();
        if (_reader.TakeRaw() != name) return Unknown();
        var style = name.Contains("cases", StringComparison.Ordinal) ? "cases" : name.Contains("align", StringComparison.Ordinal) || name is "split" || name.StartsWith("eqn", StringComparison.Ordinal) ? "aligned" : "";
        var table = MathMarkup.Table(rows, style);
        return MathMarkup.Row((fences[0] != '.' ? MathMarkup.Operator(fences[..1], " fence=\"true\" form=\"prefix\"") : "") + table + (fences[1] != '.' ? MathMarkup.Operator(fences[1..], " fence=\"true\" form=\"postfix\"") : ""));
    }

    private string Worded(string style) => MathMarkup.Text(Words(), style);

    private string Words() => _reader.TakeRaw() is { } raw && TexWords.Of(raw) is { } words ? words : Unknown();

    /// <summary>Letters of another alphabet or weight; a group that holds more than letters, digits and signs is not known.</summary>
    private string Styled(string name)
    {
        var style = name switch { "mathbf" or "boldsymbol" or "bm" or "mathbfit" => "b", "mathit" => "i", "mathtt" => "tt", "mathrm" or "mathsf" or "mathnormal" or "mathbb" or "mathcal" or "mathscr" or "mathfrak" => "", _ => null };
        if (style is null) return Unknown();
        _reader.SkipSpace();
        if (_reader.Next != '{' || _reader.TakeRaw() is not { } raw) return _reader.IsAtEnd || _reader.Next is '}' or '\\' ? Unknown() : TexWords.Letters(name, style, _reader.TakeCharacter());
        if (!raw.AsSpan().ContainsAny("\\^{}$&_")) return TexWords.Letters(name, style, raw);
        if (new TexFormula(raw) { _depth = _depth + 1 }.Write() is not { } inner) return Unknown();
        return style.Length == 0 ? inner : $"<mstyle class=\"{style}\">{inner}</mstyle>";
    }

    private string Unknown()
    {
        _isUnknown = true;
        return "";
    }
}
