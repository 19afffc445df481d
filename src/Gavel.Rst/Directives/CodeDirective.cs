using System.Collections.Frozen;
using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>A block of code. There is no highlighter: the code stays whole, its language becomes a class.</summary>
internal sealed class CodeDirective(string name, bool isSphinx) : RstDirective(name)
{
    public override int OptionalArguments => 1;

    public override bool HasContent => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = isSphinx
        ? OptionTable(
            ("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged), ("number-lines", RstOptionReaders.Unchanged),
            ("force", RstOptionReaders.Flag), ("linenos", RstOptionReaders.Flag), ("dedent", RstOptionReaders.Unchanged),
            ("lineno-start", RstOptionReaders.Integer), ("emphasize-lines", RstOptionReaders.UnchangedRequired),
            ("caption", RstOptionReaders.UnchangedRequired))
        : OptionTable(
            ("class", RstOptionReaders.Classes), ("name", RstOptionReaders.Unchanged), ("number-lines", RstOptionReaders.Unchanged),
            ("force", RstOptionReaders.Flag));

    public override void Run(RstDirectiveCall call)
    {
        if (!call.ExpectContent()) return;
        var start = 0;
        if (call.Options.Text("number-lines") is { } text)
        {
            var value = RstOptionReaders.Integer(text.Length == 0 ? "1" : text);
            if (value.Fault is not null)
            {
                call.Fail(":number-lines: with non-integer start value");
                return;
            }

            start = (int)value.Value!;
        }

        var literal = new RstElement(RstKind.LiteralBlock, call.Span) { ["xml:space"] = "preserve", Line = call.Line };
        literal.Labels.Classes.Add("code");
        if (!call.Arguments.IsEmpty) literal.Labels.Classes.Add(call.Arguments[0]);
        call.ApplyCommon(literal);
        if (call.Options.Has("number-lines")) Numbered(call, literal, start);
        else literal.Add(new RstText(call.ContentText) { Span = call.ContentSpan });
        call.Add(literal);
    }

    private static void Numbered(RstDirectiveCall call, RstElement literal, int start)
    {
        var lines = call.ContentText.Split('\n');
        var width = (start + lines.Length).ToString(CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < lines.Length; i++)
        {
            var number = new RstElement(RstKind.Inline, call.Span);
            number.Labels.Classes.Add("ln");
            number.Add(new RstText((start + i).ToString(CultureInfo.InvariantCulture).PadLeft(width) + " ") { Span = call.Span });
            literal.Add(number);
            literal.Add(new RstText(i + 1 < lines.Length ? lines[i] + "\n" : lines[i]) { Span = call.ContentSpan });
        }
    }
}
