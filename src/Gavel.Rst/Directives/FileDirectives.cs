using System.Collections.Frozen;
using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>Text for one output format, which is passed through.</summary>
internal sealed class RawDirective() : RstDirective("raw")
{
    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override bool HasContent => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(
        ("file", RstOptionReaders.Path), ("url", RstOptionReaders.Uri), ("encoding", RstOptionReaders.Encoding), ("class", RstOptionReaders.Classes));

    public override void Run(RstDirectiveCall call)
    {
        var path = call.Options.Text("file") ?? call.Options.Text("url");
        var options = call.Document.Options;
        if (!options.RawEnabled || (path is not null && options.Resolver is null))
        {
            call.Fail(RstSeverity.Warning, $"\"{call.Name}\" directive disabled.");
            return;
        }

        if (path is not null && call.HasContent)
        {
            call.Fail($"\"{call.Name}\" directive may not both specify an external file and have content.");
            return;
        }

        var text = call.ContentText;
        if (path is not null ? !Resources.Find(call, path, call.Options.Has("url"), out text) : !call.ExpectContent()) return;
        var raw = call.Make(RstKind.Raw);
        raw["format"] = string.Join(' ', call.Arguments[0].ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        raw["xml:space"] = "preserve";
        raw.Add(new RstText(text) { Span = call.ContentSpan });
        call.Add(raw);
    }
}

/// <summary>Another file in the place of the directive.</summary>
internal sealed class IncludeDirective(bool isQuiet = false) : RstDirective("include")
{
    private const int MaxDepth = 8;

    public override int RequiredArguments => 1;

    public override bool FinalArgumentHasSpaces => true;

    public override FrozenDictionary<string, RstOptionReader> Options { get; } = OptionTable(
        ("literal", RstOptionReaders.Flag), ("code", RstOptionReaders.Unchanged), ("encoding", RstOptionReaders.Encoding),
        ("parser", RstOptionReaders.Unchanged), ("tab-width", RstOptionReaders.Integer), ("start-line", RstOptionReaders.Integer),
        ("end-line", RstOptionReaders.Integer), ("start-after", RstOptionReaders.UnchangedRequired),
        ("end-before", RstOptionReaders.UnchangedRequired), ("number-lines", RstOptionReaders.Unchanged), ("class", RstOptionReaders.Classes),
        ("name", RstOptionReaders.Unchanged));

    public override void Run(RstDirectiveCall call)
    {
        var options = call.Document.Options;
        if (options.Resolver is null || call.State.IncludeDepth >= MaxDepth)
        {
            if (!isQuiet) call.Fail(RstSeverity.Warning, $"\"{call.Name}\" directive disabled.");
            return;
        }

        var path = call.Arguments[0].Replace("\n", "", StringComparison.Ordinal);
        if (!Resources.Find(call, path, isUrl: false, out var text) || !Cut(call, ref text)) return;
        if (call.Options.Has("literal") || call.Options.Has("code"))
        {
            var literal = call.Make(RstKind.LiteralBlock);
            literal["xml:space"] = "preserve";
            if (call.Options.Text("code") is { } language) literal.Labels.Classes.InsertRange(0, language.Length > 0 ? ["code", language] : ["code"]);
            literal.Add(new RstText(text.TrimEnd('\n')) { Span = call.Span });
            call.Add(literal);
            return;
        }

        call.State.IncludeDepth++;
        var block = new Block(LineTable.OfForeign(text, call.Options.Number("tab-width", options.TabWidth), call.Span.Start, call.Line));
        call.State.Bodies.ParseInto(block, call.Frame);
        call.State.IncludeDepth--;
    }

    private static bool Cut(RstDirectiveCall call, ref string text)
    {
        if (call.Options.Has("start-line") || call.Options.Has("end-line"))
        {
            var lines = text.Split('\n');
            var start = Index(call.Options.Number("start-line", 0), lines.Length);
            var end = Index(call.Options.Number("end-line", lines.Length), lines.Length);
            text = start < end ? string.Join('\n', lines[start..end]) : "";
        }

        if (call.Options.Text("start-after") is { } after)
        {
            var at = text.IndexOf(after, StringComparison.Ordinal);
            if (at < 0) return Missing(call, "start-after");
            text = text[(at + after.Length)..];
        }

        if (call.Options.Text("end-before") is { } before)
        {
            var at = text.IndexOf(before, StringComparison.Ordinal);
            if (at < 0) return Missing(call, "end-before");
            text = text[..at];
        }

        return true;
    }

    private static int Index(int line, int count) => Math.Clamp(line < 0 ? count + line : line, 0, count);

    private static bool Missing(RstDirectiveCall call, string option)
    {
        call.Fail(RstSeverity.Severe, $"Problem with \"{option}\" option of \"{call.Name}\" directive:\nText not found.");
        return false;
    }
}
