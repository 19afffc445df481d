using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Roles;

/// <summary>One use of a role in a text.</summary>
public sealed class RstRoleCall
{
    private readonly RstElement _into;
    private readonly InlineTarget _target;
    private readonly ParseState _state;
    private readonly TextRun _run;
    private readonly InterpretedPlace _place;

    internal RstRoleCall(ParseState state, in TextRun run, in InterpretedPlace place, string? name, RstElement into, in InlineTarget target)
    {
        _state = state;
        _run = run;
        _place = place;
        _into = into;
        _target = target;
        RoleName = name ?? "";
    }

    public RstDocument Document => _state.Document;

    /// <summary>The name as it was written; empty for the default role.</summary>
    public string RoleName { get; }

    /// <summary>What stands between the backquotes, backslashes kept.</summary>
    public string RawContent => _run.Text[(_place.Open + 1).._place.Close];

    /// <summary>What stands between the backquotes, backslash escapes resolved.</summary>
    public string Text => Escapes.Remove(_run.Text.AsSpan(_place.Open + 1, _place.Close - _place.Open - 1));

    /// <summary>All of the markup.</summary>
    public string Raw => _run.Text[_place.Start.._place.End];

    public RstSpan Span => _run.SpanOf(_place.Start, _place.End);

    public RstSpan ContentSpan => _run.SpanOf(_place.Open + 1, _place.Close);

    /// <summary>What the <c>role</c> directive that made the role set; empty for a built-in role.</summary>
    public RstOptionSet Options { get; internal set; } = new();

    public void Add(RstNode node) => _into.Add(node);

    /// <summary>Adds an element with some text and the classes that the role's options name.</summary>
    public RstElement Add(RstKind kind, string text)
    {
        var element = new RstElement(kind, Span);
        if (text.Length > 0) element.Add(new RstText(text) { Span = ContentSpan });
        foreach (var name in Options.Words("class")) element.Labels.Classes.Add(name);
        _into.Add(element);
        return element;
    }

    /// <summary>Keeps the markup as problematic text with an error.</summary>
    public void Fail(string message)
    {
        var report = _target.Report(_state, RstSeverity.Error, message, Span);
        Add(Document.Names.Problematic(Raw.AsMemory(), Span, report));
    }
}
