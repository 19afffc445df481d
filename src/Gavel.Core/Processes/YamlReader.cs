using System.Collections.Immutable;
using Gavel.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gavel.Core.Processes;

/// <summary>Why a text is no YAML that can be used.</summary>
internal sealed record YamlFault(TextSpan Span, string Message);

/// <summary>Reads YAML into nodes with places. Depth and size are bounded, so that no text makes it hang or overflow.</summary>
internal sealed class YamlReader
{
    private const int LongestText = 1 << 20; // characters
    private const int DeepestNesting = 60;
    private const int MostNodes = 100_000; // aliases unfolded

    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private readonly SourceText _text;
    private int _nodes;

    private YamlReader(SourceText text)
    {
        _text = text;
        _parser = new Parser(new StringReader(text.Chars));
    }

    /// <returns>A node or a fault; both null for a text without a value.</returns>
    public static (YamlNode? Node, YamlFault? Fault) Read(SourceText text)
    {
        if (text.Chars.Length > LongestText) return (null, new YamlFault(default, $"the file is longer than {LongestText} characters"));
        var reader = new YamlReader(text);
        try
        {
            return (reader.Document(), null);
        }
        catch (YamlException error)
        {
            var at = LastLineOf(text, SpanOf(text, error.Start, error.End));
            return (null, new YamlFault(reader._parser.Current is { } last && last.End.Index > at.End ? Behind(text, (int)last.End.Index) : at, MessageOf(error)));
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // What the scanner lets through on broken text: the fault stands behind the last value that it understood.
            return (null, new YamlFault(reader._parser.Current is { } last ? LastLineOf(text, SpanOf(text, last.Start, last.End)) : default, "the file is not sound YAML from here on"));
        }
    }

    private YamlNode? Document()
    {
        while (_parser.MoveNext())
        {
            if (_parser.Current is not (StreamStart or DocumentStart or Comment)) break;
        }
        if (_parser.Current is null or StreamEnd) return null;
        var node = _parser.Current is DocumentEnd ? null : Value(1);
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart start && Next() is not Scalar { Value: "", Style: ScalarStyle.Plain })
                throw new SemanticErrorException(start.Start, start.End, "a second document begins here, and nothing of it would be read");
        }
        return node;
    }

    // The parser stands on the first event of the value; afterwards on its last.
    private YamlNode Value(int depth)
    {
        var current = _parser.Current!;
        Count(current, depth);
        var node = current switch
        {
            AnchorAlias alias => Copy(alias, depth, _anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new SemanticErrorException(alias.Start, alias.End, $"the alias '*{alias.Value.Value}' names nothing above it")),
            Scalar scalar => new YamlNode.Scalar(SpanOf(_text, scalar.Start, scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(current, depth),
            MappingStart => Map(current, depth),
            _ => throw new SemanticErrorException(current.Start, current.End, "a value was expected"),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored) _anchors[anchored.Anchor.Value] = node;
        return node;
    }

    private YamlNode.Sequence List(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is not SequenceEnd) items.Add(Value(depth + 1));
        return new YamlNode.Sequence(SpanOf(_text, start.Start, _parser.Current!.End), items.ToImmutable());
    }

    private YamlNode.Mapping Map(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (Next() is not MappingEnd)
        {
            var key = Value(depth + 1);
            Next();
            var value = Value(depth + 1);
            if (key is not YamlNode.Scalar name) throw new SemanticErrorException(start.Start, start.End, "a key must be one word or text");
            entries.Add(new YamlEntry(name, value));
        }
        return new YamlNode.Mapping(SpanOf(_text, start.Start, _parser.Current!.End), entries.ToImmutable());
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!_parser.MoveNext()) throw new SemanticErrorException("the file ends within a value");
        }
        while (_parser.Current is Comment);
        return _parser.Current!;
    }

    // What holds for a value at one place need not hold for its alias at another.
    private YamlNode Copy(ParsingEvent alias, int depth, YamlNode node)
    {
        Count(alias, depth);
        return node switch
        {
            YamlNode.Sequence list => list with { Items = [.. list.Items.Select(i => Copy(alias, depth + 1, i))] },
            YamlNode.Mapping map => map with { Entries = [.. map.Entries.Select(e => new YamlEntry(e.Key, Copy(alias, depth + 1, e.Value)))] },
            var scalar => scalar with { },
        };
    }

    private void Count(ParsingEvent at, int depth)
    {
        if (depth > DeepestNesting) throw new SemanticErrorException(at.Start, at.End, $"values are nested deeper than {DeepestNesting}");
        if (++_nodes > MostNodes) throw new SemanticErrorException(at.Start, at.End, "the file has too many values; check its aliases");
    }

    private static TextSpan SpanOf(SourceText text, Mark start, Mark end)
    {
        var from = (int)Math.Clamp(start.Index, 0, text.Chars.Length);
        var to = (int)Math.Clamp(end.Index, from, text.Chars.Length);
        while (to > from && char.IsWhiteSpace(text.Chars[to - 1])) to--;
        return TextSpan.Between(from, to);
    }

    // Some faults are told without a place: they stand behind what was understood.
    private static TextSpan Behind(SourceText text, int at)
    {
        while (at < text.Chars.Length && char.IsWhiteSpace(text.Chars[at])) at++;
        return new TextSpan(Math.Min(at, text.Chars.Length), 0);
    }

    // The scanner speaks of all from where the value began; what is wrong is at its end.
    private static TextSpan LastLineOf(SourceText text, TextSpan span)
    {
        var start = text.Lines.StartOf(text.Lines.LineOf(span.End));
        return start > span.Start ? TextSpan.Between(start, span.End) : span;
    }

    // The library puts places before its message; a diagnostic has them already.
    private static string MessageOf(YamlException error)
    {
        var message = error.Message;
        var colon = message.IndexOf("): ", StringComparison.Ordinal);
        if (message.StartsWith('(') && colon >= 0) message = message[(colon + 3)..];
        message = message.TrimEnd('.', ' ');
        return message.Length == 0 ? "the file is not sound YAML" : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
