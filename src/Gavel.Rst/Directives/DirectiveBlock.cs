using System.Collections.Frozen;
using System.Collections.Immutable;
using Gavel.Rst.Parsing;

namespace Gavel.Rst.Directives;

/// <summary>Cuts the block of a directive into arguments, options and content.</summary>
internal static class DirectiveBlock
{
    /// <summary>Sets arguments, options and content of a call; returns what is wrong, or null.</summary>
    public static string? Fill(RstDirectiveCall call, RstDirective directive, in Block block)
    {
        var takesArguments = directive.RequiredArguments + directive.OptionalArguments > 0;
        var content = block;
        var arguments = block with { To = block.From };
        if (!block.IsEmpty && (takesArguments || directive.Options is not null))
        {
            var blank = block.From;
            while (blank < block.To && !block.IsBlank(blank)) blank++;
            arguments = block with { To = blank };
            content = Rest(block, blank + 1);
            if (directive.Options is { } options)
            {
                var first = FirstOption(arguments);
                if (first < arguments.To)
                {
                    var fault = ReadOptions(first == block.From ? arguments : arguments.Part(first, arguments.To), options, call, directive.TakesAnyOption);
                    if (fault is not null) return fault;
                    arguments = arguments with { To = first };
                    if (!takesArguments && !arguments.IsEmpty) content = Joined(arguments, Rest(block, blank));
                }
                else if (!takesArguments)
                {
                    content = block;
                }
            }
        }

        if (!takesArguments) arguments = arguments with { To = arguments.From };
        if (call.Substitution is { } name && directive.Options is not null && !call.Options.Has("alt")) call.Options["alt"] = name;
        call.Content = content.WithoutBlankTop();
        if (takesArguments && ReadArguments(call, directive, arguments) is { } wrong) return wrong;
        return call.HasContent && !directive.HasContent ? "no content permitted" : null;
    }

    /// <summary>Reads a block of fields as options; returns what is wrong, or null.</summary>
    public static string? ReadOptions(in Block block, FrozenDictionary<string, RstOptionReader> readers, RstDirectiveCall call, bool takesAny = false)
    {
        var frame = new Frame(block, call.Parent, false);
        var found = new List<(string Name, string? Value)>();
        while (!frame.AtEnd)
        {
            var line = frame.Block.Line(frame.Line);
            var length = line.IsEmpty ? 0 : Markers.Field(line);
            if (length == 0) return "invalid option block";
            var name = Escapes.Remove(line[1..line[..length].LastIndexOf(':')]);
            var indented = frame.Indented(frame.Line, firstIndent: length);
            var body = indented.Content.WithoutBlankTop().WithoutBlankEnd();
            if (name.AsSpan().Trim().ContainsAny(' ', '\t')) return "invalid option data: extension option field name may not contain multiple words";
            found.Add((name.ToLowerInvariant(), body.IsEmpty ? null : body.Text()));
            frame.Line = indented.End;
        }

        foreach (var (name, value) in found)
        {
            if (!readers.TryGetValue(name, out var reader) && !takesAny) return $"unknown option: \"{name}\"";
            if (call.Options.Has(name)) return $"invalid option data: duplicate option \"{name}\"";
            var result = reader is null ? RstOptionValue.Of(value) : reader(value);
            if (result.Fault is not null) return $"invalid option value: (option: \"{name}\"; value: {PythonText.Quote(value)})\n{result.Fault}";
            call.Options[name] = result.Value;
        }

        return null;
    }

    private static Block Rest(in Block block, int from) => from >= block.To ? block with { From = block.To } : block.Part(from, block.To);

    private static int FirstOption(in Block block)
    {
        for (var i = block.From; i < block.To; i++)
        {
            if (Markers.Field(block.Line(i)) > 0) return i;
        }

        return block.To;
    }

    private static string? ReadArguments(RstDirectiveCall call, RstDirective directive, in Block block)
    {
        call.ArgumentRun = Trimmed(TextRun.Of(block));
        var text = call.ArgumentRun.Span.ToString();
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var most = directive.RequiredArguments + directive.OptionalArguments;
        if (words.Length < directive.RequiredArguments) return $"{directive.RequiredArguments} argument(s) required, {words.Length} supplied";
        if (words.Length > most)
        {
            if (!directive.FinalArgumentHasSpaces) return $"maximum {most} argument(s) allowed, {words.Length} supplied";
            words = most == 1 ? [text] : Leading(text, most);
        }

        call.Arguments = [.. words];
        return null;
    }

    /// <summary>The first words, and the rest as the last.</summary>
    private static string[] Leading(string text, int count)
    {
        var result = new string[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var end = i + 1 == count ? text.Length : at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            result[i] = text[at..end];
            at = end;
        }

        return result;
    }

    private static TextRun Trimmed(in TextRun run)
    {
        var from = run.From;
        while (from < run.To && char.IsWhiteSpace(run.Text[from])) from++;
        return run.Part(from, run.To);
    }

    /// <summary>Two blocks that do not touch as one, for content before and after options.</summary>
    private static Block Joined(in Block first, in Block second)
    {
        var pieces = new List<(string Text, int[] Map, int Number)>();
        Take(first, pieces);
        Take(second, pieces);
        return new Block(LineTable.OfPieces(pieces));

        static void Take(in Block block, List<(string Text, int[] Map, int Number)> pieces)
        {
            for (var i = block.From; i < block.To; i++)
            {
                var start = block.StartOf(i);
                var map = new int[block.EndOf(i) - start];
                for (var k = 0; k < map.Length; k++) map[k] = block.Lines.ToOriginal(start + k);
                pieces.Add((block.Line(i).ToString(), map, block.NumberOf(i)));
            }
        }
    }
}
