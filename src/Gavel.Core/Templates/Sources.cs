using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>Makes reasons out of places of the template, and keys that are used once.</summary>
internal sealed class Sources(SourceText text)
{
    private const int LongestLine = 200;
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    public SourceText Text { get; } = text;

    /// <summary>Cites the line that a span begins on.</summary>
    public Reason At(TextSpan span)
    {
        var place = Place.In(Text, span);
        var line = Text.Slice(Text.Lines.SpanOf(place.Start.Line)).Trim();
        return new Reason.TemplateLine(place, Text.Id, Letters.Beginning(line, LongestLine).ToString());
    }

    public Reason Of(HeaderField field) => field.In is { } other ? new Sources(other).At(field.Span) : At(field.Span);

    /// <summary>The key, with a number behind it where it was given before.</summary>
    public string Unique(string key)
    {
        var count = _keys[key] = _keys.GetValueOrDefault(key) + 1;
        return count == 1 ? key : Unique($"{key}-{count}");
    }

    public static int LineOf(Reason reason) => reason switch
    {
        Reason.TemplateLine line => line.At.Start.Line,
        Reason.Configuration line => line.At.Start.Line,
        _ => 0,
    };
}
