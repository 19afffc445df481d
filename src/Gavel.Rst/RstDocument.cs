using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>A parsed text: its tree, what was said about it, and the tables that the transforms work with.</summary>
public sealed class RstDocument
{
    private readonly List<RstSystemMessage> _messages = [];
    private int[]? _lineStarts;

    internal RstDocument(string text, RstOptions options)
    {
        Text = text;
        Options = options;
        Root = new RstElement(RstKind.Document, new RstSpan(0, text.Length)) { ["source"] = options.SourceName };
        Names = new RstNameTable(this);
    }

    /// <summary>The original text; all spans are offsets into it.</summary>
    public string Text { get; }

    public RstOptions Options { get; }

    public RstElement Root { get; }

    /// <summary>Every message, in the order in which they were found, also those below the report level.</summary>
    public IReadOnlyList<RstSystemMessage> Messages => _messages;

    /// <summary>Names, ids and substitutions.</summary>
    public RstNameTable Names { get; }

    /// <summary>Messages that stand in no block and that a transform appends to the document.</summary>
    public List<RstSystemMessage> LooseMessages { get; } = [];

    public ReadOnlySpan<char> Slice(RstSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>Line and column, both from 1, of an offset in the text. Columns are UTF-16 code units.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var starts = _lineStarts ??= FindLines(Text);
        var index = Array.BinarySearch(starts, offset);
        if (index < 0) index = ~index - 1;
        return (index + 1, offset - starts[index] + 1);
    }

    /// <summary>Makes a message, keeps it, and returns it for the tree. A transform takes those below the report level out of the tree.</summary>
    public RstSystemMessage Report(RstSeverity severity, string text, int line, RstSpan span, params ReadOnlySpan<RstElement> details)
    {
        var message = new RstSystemMessage(severity, text, line, span);
        foreach (var detail in details) message.Add(detail);
        message["level"] = ((int)severity).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (line > 0) message["line"] = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        message["source"] = Options.SourceName;
        message["type"] = severity.ToString().ToUpperInvariant();
        _messages.Add(message);
        return message;
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return [.. starts];
    }
}
