using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>
/// Reads body elements. Each construct is tried in the order of docutils' states, reads its lines, appends its element to the frame's
/// parent and leaves the frame behind its last line.
/// </summary>
internal sealed class BodyParser
{
    private readonly ParseState _state;
    private readonly ListParser _lists;
    private readonly FieldParser _fields;
    private readonly OptionListParser _options;
    private readonly LineBlockParser _lineBlocks;
    private readonly QuoteParser _quotes;
    private readonly TextParser _texts;
    private readonly TableParser _tables;
    private readonly ExplicitParser _explicit;

    public BodyParser(ParseState state)
    {
        _state = state;
        _lists = new ListParser(state, this);
        _fields = new FieldParser(state, this);
        _options = new OptionListParser(state, this);
        _lineBlocks = new LineBlockParser(state);
        _quotes = new QuoteParser(state, this);
        Sections = new SectionParser(state);
        _texts = new TextParser(state, this);
        _tables = new TableParser(state, this);
        _explicit = new ExplicitParser(state, this);
    }

    public SectionParser Sections { get; }

    public QuoteParser Quotes => _quotes;

    public FieldParser Fields => _fields;

    /// <summary>Reads a block into an element.</summary>
    public void Parse(in Block block, RstElement parent, bool matchTitles = false)
    {
        if (block.IsEmpty) return;
        if (_state.Depth >= ParseState.MaxDepth)
        {
            TooDeep(block, parent);
            return;
        }

        _state.Depth++;
        var frame = new Frame(block, parent, matchTitles);
        while (!frame.AtEnd) ReadOne(frame);
        _state.Depth--;
    }

    /// <summary>Reads lines from elsewhere as if they stood where a frame stands.</summary>
    public void ParseInto(in Block block, Frame outer)
    {
        if (block.IsEmpty || _state.Depth >= ParseState.MaxDepth) return;
        _state.Depth++;
        var frame = new Frame(block, outer.Parent, outer.MatchTitles);
        while (!frame.AtEnd) ReadOne(frame);
        outer.Parent = frame.Parent;
        _state.Depth--;
    }

    public void ParseDocument(in Block block, RstElement root)
    {
        var frame = new Frame(block, root, matchTitles: true) { Watcher = _state };
        if (_state.Options.Rfc2822Header) _fields.Rfc2822(frame);
        while (!frame.AtEnd) ReadOne(frame);
    }

    private void ReadOne(Frame frame)
    {
        var line = frame.Block.Line(frame.Line);
        if (line.IsWhiteSpace())
        {
            frame.Line++;
            return;
        }

        frame.Watcher?.BeginRootConstruct(frame.Number);
        if (!ReadMarked(frame, line)) _texts.Read(frame);
    }

    private bool ReadMarked(Frame frame, ReadOnlySpan<char> line)
    {
        var c = line[0];
        if (char.IsAsciiLetterOrDigit(c) || c is '(' or '#') return _lists.Enumerated(frame, line) || (c is '(' or '#' && Adorned(frame, line));
        switch (c)
        {
            case ' ':
                _quotes.Read(frame);
                return true;
            case '-' or '+' or '*' or '\u2022' or '\u2023' or '\u2043':
                if (Markers.Bullet(line) > 0)
                {
                    _lists.Bullet(frame, line);
                    return true;
                }

                return _options.Read(frame, line) || _tables.Grid(frame, line) || Adorned(frame, line);
            case ':':
                return _fields.Read(frame, line) || Adorned(frame, line);
            case '/':
                return _options.Read(frame, line) || Adorned(frame, line);
            case '>':
                return _texts.Doctest(frame, line) || Adorned(frame, line);
            case '|':
                return _lineBlocks.Read(frame, line) || Adorned(frame, line);
            case '=':
                return _tables.Simple(frame, line) || Adorned(frame, line);
            case '.':
                return _explicit.Read(frame, line) || Adorned(frame, line);
            case '_':
                return _explicit.Anonymous(frame, line) || Adorned(frame, line);
            default:
                return Adorned(frame, line);
        }
    }

    private bool Adorned(Frame frame, ReadOnlySpan<char> line) => Markers.IsAdornment(line) && Sections.Overline(frame);

    private void TooDeep(in Block block, RstElement parent)
    {
        var span = block.Span();
        parent.Add(_state.Document.Report(RstSeverity.Severe, "Blocks are nested too deeply; the rest is kept as it is.", block.NumberOf(block.From), span));
        var literal = new RstElement(RstKind.LiteralBlock, span) { ["xml:space"] = "preserve", Line = block.NumberOf(block.From) };
        literal.Add(new RstText(block.Text()) { Span = span });
        parent.Add(literal);
    }
}
