using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Directives;

/// <summary>Finds a directive, cuts its block into arguments, options and content, and runs it.</summary>
internal static class DirectiveRunner
{
    /// <summary>Reads the directive at the frame's line. True if a blank line or the end follows.</summary>
    /// <param name="state">The parse.</param>
    /// <param name="frame">Stands at the directive's line.</param>
    /// <param name="name">The name as written.</param>
    /// <param name="length">The length of everything up to the arguments.</param>
    /// <param name="substitution">The name of the substitution that it defines, or null.</param>
    public static bool Run(ParseState state, Frame frame, string name, int length, string? substitution)
    {
        var directive = Find(state, frame, name);
        var start = frame.Line;
        if (directive is null) return Unknown(state, frame, name);

        var indented = frame.Indented(start, firstIndent: length);
        var whole = frame.Block.Part(start, indented.End);
        var call = new RstDirectiveCall(state, frame, name, whole) { Substitution = substitution };
        var block = indented.Content;
        if (!block.IsEmpty && block.IsBlank(block.From)) block = block.From + 1 < block.To ? block.Part(block.From + 1, block.To) : block with { From = block.To };
        frame.Line = indented.End;
        var fault = DirectiveBlock.Fill(call, directive, block.WithoutBlankEnd());
        if (fault is null) directive.Run(call);
        else call.Fail($"Error in \"{name}\" directive:\n{fault}.");
        return indented.BlankFinish || frame.IsBlankOrEnd(frame.Line);
    }

    private static RstDirective? Find(ParseState state, Frame frame, string name)
    {
        var lower = name.ToLowerInvariant();
        var registry = state.Options.Registry;
        var language = state.Options.LanguageCode;
        if (RstLanguages.Directive(language, lower) is { } canonical && registry.FindDirective(canonical) is { } localised) return localised;
        var english = registry.FindDirective(lower);
        if (english is not null && language == "en") return english;
        var second = english is not null
            ? $"Using English fallback for directive \"{name}\"."
            : $"Trying \"{name}\" as canonical directive name.";
        frame.Parent.Add(state.Document.Report(
            RstSeverity.Info,
            $"No directive entry for \"{name}\" in module \"docutils.parsers.rst.languages.{language}\".\n{second}",
            frame.Number,
            frame.Block.SpanOf(frame.Line)));
        return english;
    }

    private static bool Unknown(ParseState state, Frame frame, string name)
    {
        var number = frame.Number;
        var indented = frame.Indented(frame.Line, firstIndent: 0, strip: false);
        var block = frame.Block.Part(frame.Line, indented.End);
        frame.Parent.Add(state.Document.Report(
            RstSeverity.Error, $"Unknown directive type \"{name}\".", number, block.Span(), Warnings.Excerpt(block.Text())));
        frame.Line = indented.End;
        return indented.BlankFinish;
    }
}
