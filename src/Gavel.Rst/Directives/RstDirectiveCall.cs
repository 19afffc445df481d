using System.Collections.Immutable;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>One use of a directive in a text.</summary>
public sealed class RstDirectiveCall
{
    internal RstDirectiveCall(ParseState state, Frame frame, string name, in Block block)
    {
        State = state;
        Frame = frame;
        Name = name;
        Whole = block;
        Line = block.NumberOf(block.From);
        Span = block.Span();
    }

    /// <summary>The name as it was written.</summary>
    public string Name { get; }

    public RstDocument Document => State.Document;

    /// <summary>The line of the directive, from 1.</summary>
    public int Line { get; }

    public RstSpan Span { get; }

    public ImmutableArray<string> Arguments { get; internal set; } = [];

    public RstOptionSet Options { get; internal set; } = new();

    public bool HasContent => !Content.IsEmpty;

    /// <summary>The content's lines with LF between.</summary>
    public string ContentText => Content.Text();

    /// <summary>Where the content stands; empty at the end of the directive where there is none.</summary>
    public RstSpan ContentSpan => Content.IsEmpty ? new RstSpan(Span.End, 0) : Content.Span();

    /// <summary>All of the directive as it was written.</summary>
    public string BlockText => Whole.Text();

    /// <summary>Whether section titles could stand where the directive stands: it is in no list, quote or other directive.</summary>
    public bool IsAtSectionLevel => Frame.MatchTitles;

    /// <summary>The element into which the results go.</summary>
    public RstElement Parent => Frame.Parent;

    internal ParseState State { get; }

    internal Frame Frame { get; }

    internal Block Whole { get; }

    internal Block Content { get; set; }

    internal TextRun ArgumentRun { get; set; }

    /// <summary>The name of the substitution that the directive defines; null outside of a substitution definition.</summary>
    internal string? Substitution { get; set; }

    public void Add(RstNode node) => Frame.Parent.Add(node);

    /// <summary>Makes an element that spans the directive, with the classes and the name that its options give.</summary>
    public RstElement Make(RstKind kind)
    {
        var element = new RstElement(kind, Span) { Line = Line };
        ApplyCommon(element);
        return element;
    }

    /// <summary>Gives an element the classes and the name of the options <c>class</c> and <c>name</c>.</summary>
    public void ApplyCommon(RstElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        foreach (var word in Options.Words("class")) element.Labels.Classes.Add(word);
        ApplyName(element);
    }

    public void ApplyName(RstElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (Options.Text("name") is not { } name) return;
        element.Labels.Names.Add(ReferenceNames.Normalize(name));
        Document.Names.NoteExplicit(element, element, State.RootLine);
    }

    /// <summary>Reads the content as body elements.</summary>
    public void ParseContent(RstElement into) => State.Bodies.Parse(Content, into);

    /// <summary>Reads the argument as inline markup and returns the messages.</summary>
    public ImmutableArray<RstNode> ParseArgument(RstElement into) => [.. State.ParseInline(ArgumentRun, into, Line, into)];

    /// <summary>Reads a text from an option as inline markup and returns the messages.</summary>
    public ImmutableArray<RstNode> ParseInline(string text, RstElement into) =>
        [.. State.ParseInline(TextRun.OfForeign(text, Whole), into, Line, into)];

    /// <summary>Adds a message with the text of the directive.</summary>
    public void Fail(RstSeverity severity, string message) =>
        Add(Document.Report(severity, message, Line, Span, Warnings.Excerpt(BlockText)));

    public void Fail(string message) => Fail(RstSeverity.Error, message);

    /// <summary>Adds a message without the text of the directive.</summary>
    public void Report(RstSeverity severity, string message, params ReadOnlySpan<RstElement> details) =>
        Add(Document.Report(severity, message, Line, Span, details));

    /// <summary>False, with a message, if there is no content.</summary>
    public bool ExpectContent()
    {
        if (HasContent) return true;
        Fail($"Content block expected for the \"{Name}\" directive; none found.");
        return false;
    }
}
