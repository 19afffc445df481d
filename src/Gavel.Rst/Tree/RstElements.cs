namespace Gavel.Rst.Tree;

/// <summary>A section. Its first child is its title.</summary>
public sealed class RstSection(RstSpan span) : RstElement(RstKind.Section, span)
{
    /// <summary>The nesting depth, from 1.</summary>
    public int Level { get; init; }

    /// <summary>The character under (and over) the title.</summary>
    public char Adornment { get; init; }

    public bool HasOverline { get; init; }

    /// <summary>The line of the title's text, from 1.</summary>
    public int TitleLine { get; init; }

    /// <summary>The title's text with its adornment lines.</summary>
    public RstSpan HeadingSpan { get; init; }

    public RstElement? Title => Find(RstKind.Title);
}

/// <summary>An inline element that a transform may have to turn back into its text: references, inline targets, problematic text.</summary>
public sealed class RstInline : RstElement
{
    private readonly ReadOnlyMemory<char> _raw;

    public RstInline(RstKind kind, RstSpan span)
        : base(kind, span)
    {
    }

    internal RstInline(RstKind kind, RstSpan span, ReadOnlyMemory<char> raw)
        : base(kind, span) => _raw = raw;

    /// <summary>The markup as it was written, without the indentation of its lines.</summary>
    public string Raw
    {
        get => _raw.ToString();
        init => _raw = value.AsMemory();
    }
}

/// <summary>A message of the parser or of a transform. Those at or above the report level also stand in the tree.</summary>
public sealed class RstSystemMessage : RstElement
{
    public RstSystemMessage(RstSeverity severity, string text, int line, RstSpan span)
        : base(RstKind.SystemMessage, span)
    {
        Severity = severity;
        Text = text;
        MessageLine = line;
        Add(new RstElement(RstKind.Paragraph, text));
    }

    public RstSeverity Severity { get; }

    public string Text { get; }

    /// <summary>The line as docutils reports it, from 1; 0 where it reports none. The span is the exact place.</summary>
    public int MessageLine { get; }
}

/// <summary>The levels of docutils' messages; the numbers are docutils' own.</summary>
public enum RstSeverity
{
    Debug = 0,
    Info = 1,
    Warning = 2,
    Error = 3,
    Severe = 4,
}

/// <summary>A place where a transform will put something: a table of contents, section numbers, target notes, a class.</summary>
public sealed class RstPending(string transform, RstSpan span) : RstElement(RstKind.Pending, span)
{
    /// <summary>The transform by docutils' name: <c>docutils.transforms.parts.Contents</c>.</summary>
    public string Transform { get; } = transform;

    /// <summary>The options of the directive, by name. A value is a string, an int, a bool, a list of strings, an element or null.</summary>
    public SortedDictionary<string, object?> Details { get; } = new(StringComparer.Ordinal);
}
