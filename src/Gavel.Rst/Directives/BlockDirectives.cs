using System.Collections.Frozen;
using System.Collections.Immutable;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>What the directives of plain blocks share: the options <c>class</c> and <c>name</c>, and a content that must be there.</summary>
internal abstract class BlockDirective(string name) : RstDirective(name)
{
    public override bool HasContent => true;

    protected static readonly FrozenDictionary<string, RstOptionReader> PlainOptions =
        OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged));

    public override FrozenDictionary<string, RstOptionReader>? Options => PlainOptions;

    public sealed override void Run(RstDirectiveCall call)
    {
        if (call.ExpectContent()) Build(call);
    }

    protected abstract void Build(RstDirectiveCall call);
}

/// <summary>Paragraphs that are one in thought.</summary>
internal sealed class CompoundDirective() : BlockDirective("compound")
{
    protected override void Build(RstDirectiveCall call)
    {
        var compound = call.Make(RstKind.Compound);
        call.Add(compound);
        call.ParseContent(compound);
    }
}

/// <summary>A box with classes of its own.</summary>
internal sealed class ContainerDirective() : BlockDirective("container")
{
    public override int OptionalArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(("name", RstOptionReaders.Unchanged));

    protected override void Build(RstDirectiveCall call)
    {
        var classes = call.Arguments.IsEmpty ? RstOptionValue.Of(ImmutableArray<string>.Empty) : RstOptionReaders.Classes(call.Arguments[0]);
        if (classes.Fault is not null)
        {
            call.Fail($"Invalid class attribute value for \"{call.Name}\" directive: \"{call.Arguments[0]}\".");
            return;
        }

        var container = call.Make(RstKind.Container);
        foreach (var word in (ImmutableArray<string>)classes.Value!) container.Labels.Classes.Add(word);
        call.Add(container);
        call.ParseContent(container);
    }
}

/// <summary>Lines with inline markup, kept as lines.</summary>
internal sealed class LineBlockDirective() : BlockDirective("line-block")
{
    protected override void Build(RstDirectiveCall call)
    {
        var block = call.Make(RstKind.LineBlock);
        call.Add(block);
        var content = call.Content;
        var lines = new List<(RstElement Line, int Indent)>();
        for (var i = content.From; i < content.To; i++)
        {
            var line = new RstElement(RstKind.Line, content.SpanOf(i)) { Line = content.NumberOf(i) };
            var indent = content.IndentOf(i);
            var part = content.Part(i, i + 1, 0, Math.Max(indent, 0));
            foreach (var message in call.State.ParseInline(TextRun.Of(part), line, line.Line, block)) call.Add(message);
            lines.Add((line, indent));
        }

        LineBlockParser.Nest(block, lines);
    }
}

/// <summary>A literal block with inline markup.</summary>
internal sealed class ParsedLiteralDirective() : BlockDirective("parsed-literal")
{
    protected override void Build(RstDirectiveCall call)
    {
        var literal = call.Make(RstKind.LiteralBlock);
        literal["xml:space"] = "preserve";
        literal["alt"] = call.Options.Text("alt");
        call.Add(literal);
        foreach (var message in call.State.ParseInline(TextRun.Of(call.Content), literal, call.Line, literal)) call.Add(message);
    }
}

/// <summary>Formulas; an empty line begins the next.</summary>
internal sealed class MathDirective(bool isSphinx) : BlockDirective("math")
{
    public override FrozenDictionary<string, RstOptionReader>? Options { get; } = !isSphinx ? PlainOptions : OptionTable(
        ("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged), ("nowrap", RstOptionReaders.Flag),
        ("number", RstOptionReaders.Unchanged), ("label", RstOptionReaders.Unchanged));

    protected override void Build(RstDirectiveCall call)
    {
        var content = call.Content;
        var blanks = 0;
        for (var i = content.From; i < content.To; i++)
        {
            if (content.IsBlank(i))
            {
                blanks++;
                continue;
            }

            var end = i;
            while (end < content.To && !content.IsBlank(end)) end++;
            var part = content.Part(i, end);
            var math = call.Make(RstKind.MathBlock);
            math["xml:space"] = "preserve";
            math["alt"] = call.Options.Text("alt");
            // Two line ends part formulas; an odd one stays with the next, as in docutils.
            var lead = blanks > 0 && blanks % 2 == 0 ? "\n" : "";
            math.Add(new RstText(lead + part.Text()) { Span = part.Span() });
            call.Add(math);
            i = end;
            blanks = 1;
        }
    }
}

/// <summary>Quotes with a class: epigraph, highlights, pull-quote.</summary>
internal sealed class QuoteDirective(string name) : BlockDirective(name)
{
    public override FrozenDictionary<string, RstOptionReader>? Options => null;

    protected override void Build(RstDirectiveCall call) => call.State.Bodies.Quotes.Append(call.Content, call.Parent, Name);
}

/// <summary>A heading that is no section's.</summary>
internal sealed class RubricDirective() : RstDirective("rubric")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } =
        OptionTable(("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged));

    public override void Run(RstDirectiveCall call)
    {
        var rubric = new RstElement(RstKind.Rubric, call.Span) { Line = call.Line };
        var messages = call.ParseArgument(rubric);
        call.ApplyCommon(rubric);
        rubric["alt"] = call.Options.Text("alt");
        call.Add(rubric);
        foreach (var message in messages) call.Add(message);
    }
}
