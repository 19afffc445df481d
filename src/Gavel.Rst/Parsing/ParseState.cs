using Gavel.Rst.Roles;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>What one parse keeps: the document, the title styles met so far, the roles that the text defines, how deep it is nested.</summary>
internal sealed class ParseState
{
    /// <summary>How deep blocks may nest; docutils itself stops at Python's recursion limit.</summary>
    public const int MaxDepth = 150;

    private readonly List<RstNode> _messages = [];
    private InlineParser? _inline;
    private bool _inlineBusy;
    private bool _rootLineOpen;

    public ParseState(RstDocument document)
    {
        Document = document;
        Bodies = new BodyParser(this);
    }

    public RstDocument Document { get; }

    public RstOptions Options => Document.Options;

    public RstNameTable Names => Document.Names;

    public BodyParser Bodies { get; }

    /// <summary>The adornments of titles in the order of their levels.</summary>
    public List<TitleStyle> TitleStyles { get; } = [];

    /// <summary>Roles that <c>role</c> directives made, by lower case name.</summary>
    public Dictionary<string, RstRole> LocalRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>The role of interpreted text that names none; null for the standard one.</summary>
    public RstRole? DefaultRole { get; set; }

    public int Depth { get; set; }

    /// <summary>
    /// Where docutils' outermost reader stands: at the last line of the first block that the construct at hand took in. Messages about names
    /// cite it, however deep the name stands.
    /// </summary>
    public int RootLine { get; private set; }

    /// <summary>How many children of the document are known to be titles, rubrics and meta elements that stand before all else.</summary>
    public int TitlesEnd { get; set; }

    /// <summary>How many resources were included within each other.</summary>
    public int IncludeDepth { get; set; }

    public void BeginRootConstruct(int line)
    {
        RootLine = line;
        _rootLineOpen = true;
    }

    public void ReachedRootLine(int line)
    {
        if (_rootLineOpen) RootLine = line;
        _rootLineOpen = false;
    }

    /// <summary>
    /// Reads inline markup into an element. Messages cite <paramref name="line"/>, those about names <paramref name="nameLine"/> or else the root line. The messages returned are in a list that the next call uses again: take them at once.
    /// </summary>
    public List<RstNode> ParseInline(in TextRun run, RstElement into, int line, RstElement holder, int nameLine = 0)
    {
        if (_inlineBusy)
        {
            var own = new List<RstNode>();
            new InlineParser(this).Parse(run, into, new InlineTarget(line, nameLine > 0 ? nameLine : RootLine, holder, own));
            return own;
        }

        _messages.Clear();
        _inlineBusy = true;
        (_inline ??= new InlineParser(this)).Parse(run, into, new InlineTarget(line, nameLine > 0 ? nameLine : RootLine, holder, _messages));
        _inlineBusy = false;
        return _messages;
    }
}

/// <summary>The characters over (or none) and under a title.</summary>
internal readonly record struct TitleStyle(char Over, char Under)
{
    public override string ToString() => Over == '\0' ? Under.ToString() : $"{Over}/{Under}";
}

/// <summary>Where the messages of inline markup go.</summary>
/// <param name="Line">The line that messages cite.</param>
/// <param name="NameLine">The line that messages about names cite: the one that the block parser had reached.</param>
/// <param name="Holder">The element in which a message about a duplicate target may stand.</param>
/// <param name="Messages">Takes the messages.</param>
internal readonly record struct InlineTarget(int Line, int NameLine, RstElement Holder, List<RstNode> Messages)
{
    public RstSystemMessage Warn(ParseState state, string text, RstSpan span) => Report(state, RstSeverity.Warning, text, span);

    public RstSystemMessage Report(ParseState state, RstSeverity severity, string text, RstSpan span)
    {
        var message = state.Document.Report(severity, text, Line, span);
        Messages.Add(message);
        return message;
    }
}
