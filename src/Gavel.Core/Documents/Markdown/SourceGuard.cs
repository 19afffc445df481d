using System.Buffers;
using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Markdig.Syntax;

namespace Gavel.Core.Documents.Markdown;

/// <summary>
/// The text as the block parser may see it: of the same length, without front matter and conflict markers, and without shapes that
/// the block parser refuses or reads in more than linear time. What is changed here is read as plain text, and a fault says so.
/// </summary>
internal sealed class SourceGuard
{
    /// <summary>Quotes and list items in one line at most.</summary>
    private const int MaxMarkers = 32;

    /// <summary>Columns before a list marker at most.</summary>
    private const int MaxIndent = 96;

    /// <summary>Lines of <c>=</c> between two empty lines that may continue a quote at most: the block parser looks back over the whole quote at each.</summary>
    private const int MaxLazyUnderlines = 100;

    private readonly SourceText _source;
    private readonly ImmutableArray<Diagnostic>.Builder _faults;
    private readonly List<TextSpan> _conflictLines = [];
    private char[]? _copy; // rented
    private bool _isReported;
    private string _text;

    public SourceGuard(SourceText source, TextSpan? frontMatter, ImmutableArray<Diagnostic>.Builder faults)
    {
        _source = source;
        _faults = faults;
        _text = source.Chars;
        if (source.Encoding == TextEncoding.Windows1252)
            faults.Add(Fault(source, default, "encoding", Severity.Warning, "the file is not UTF-8; it is read as Windows-1252"));
        if (frontMatter is { } hidden) Blank(hidden);
        HideNul();
        ScanLines(frontMatter?.End ?? 0);
        Settle();
    }

    public string Text => _text;

    public static Diagnostic Fault(SourceText text, TextSpan span, string rule, Severity severity, string message) =>
        new(rule, severity, Place.In(text, span), message, new Reason.Standard(rule switch
        {
            "merge-conflict" => "git conflict marker",
            "encoding" => "UTF-8",
            _ => "Markdown",
        }))
        { Subject = message };

    /// <summary>Blanks the conflict markers that stand outside of fenced code, and reports each.</summary>
    /// <returns>True when the text changed and must be read again.</returns>
    public bool HideConflicts(List<TopBlock> blocks)
    {
        if (_conflictLines.Count == 0) return false;
        var fences = FencesOf(blocks);
        var next = 0;
        var isInside = false;
        var lastEnd = _conflictLines.FindLastIndex(l => _source.Chars[l.Start] == '>');
        for (var i = 0; i < _conflictLines.Count; i++)
        {
            var line = _conflictLines[i];
            while (next < fences.Count && fences[next].End <= line.Start) next++;
            if (next < fences.Count && fences[next].Contains(line.Start)) continue;
            var mark = _source.Chars[line.Start];
            if (mark is '=' or '|' && !isInside) continue;
            if (mark is '<') isInside = i < lastEnd;
            if (mark is '>') isInside = false;
            Blank(line);
            _faults.Add(Fault(_source, line, "merge-conflict", Severity.Error, $"conflict marker '{_source.Substring(new TextSpan(line.Start, 7))}' is left over"));
        }
        return Settle();
    }

    private static List<TextSpan> FencesOf(List<TopBlock> blocks)
    {
        var found = new List<TextSpan>();
        foreach (var top in blocks)
        {
            if (top.Node is FencedCodeBlock fence) Add(fence, top.Offset);
            else if (top.Node is ContainerBlock container)
            {
                foreach (var inner in container.Descendants<FencedCodeBlock>()) Add(inner, top.Offset);
            }
        }
        return found;

        void Add(FencedCodeBlock fence, int offset)
        {
            var end = fence.Lines.Count > 0 ? fence.Lines.Lines[fence.Lines.Count - 1].Slice.End + 1 : fence.Span.Start;
            found.Add(TextSpan.Between(fence.Span.Start + offset, Math.Max(fence.Span.Start, end) + offset));
        }
    }

    private void HideNul()
    {
        var first = _source.Chars.IndexOf('\0', StringComparison.Ordinal);
        if (first < 0) return;
        _faults.Add(Fault(_source, new TextSpan(first, 1), "syntax", Severity.Error, "the file holds NUL characters; it is binary or damaged"));
        Copy().Replace('\0', '\uFFFD');
    }

    private void ScanLines(int from)
    {
        var lines = new LineCursor(_source.Chars.AsSpan(from));
        var (isInContainer, underlines) = (false, 0);
        while (lines.MoveNext())
        {
            if (lines.Span.IsEmpty)
            {
                (isInContainer, underlines) = (false, 0);
                continue;
            }
            var span = new TextSpan(lines.Span.Start + from, lines.Span.Length);
            var first = _source.Chars[span.Start];
            if (first is '<' or '=' or '>' or '|' && IsConflictMarker(_source.Slice(span))) _conflictLines.Add(span);
            if (first is ' ' or '\t' or '>' or '-' or '+' or '*' or (>= '0' and <= '9'))
            {
                isInContainer = true;
                GuardDepth(span);
            }
            else if (first == '=' && isInContainer && ++underlines > MaxLazyUnderlines && _source.Slice(span).TrimEnd(" \t=").IsEmpty)
            {
                ReadAsText(span, "too many lines of '=' in one quote or list; they are read as plain text");
            }
        }
        if (!_conflictLines.Exists(l => _source.Chars[l.Start] is '<' or '>')) _conflictLines.Clear();
    }

    /// <param name="message">Null where the reading is not worth a word.</param>
    private void ReadAsText(TextSpan span, string? message)
    {
        if (!_isReported && message is not null) _faults.Add(Fault(_source, span, "syntax", Severity.Warning, message));
        _isReported |= message is not null;
        Copy().Slice(span.Start, span.Length).Fill('x');
    }

    private static bool IsConflictMarker(ReadOnlySpan<char> line)
    {
        var mark = line[0];
        if (line.Length < 7 || line[..7].IndexOfAnyExcept(mark) >= 0) return false;
        return line.Length == 7 ? mark is not '|' : line[7] == ' ' && mark != '=' && !line[8..].IsWhiteSpace();
    }

    private void GuardDepth(TextSpan line)
    {
        var chars = _source.Slice(line);
        var (markers, columns) = (0, 0);
        for (var at = 0; at < chars.Length; at++)
        {
            switch (chars[at])
            {
                case ' ': columns++; continue;
                case '\t': columns += 4; continue;
                case '>': markers++; break;
                case '-' or '+' or '*':
                    if (at + 1 < chars.Length && chars[at + 1] is not (' ' or '\t')) return;
                    markers++;
                    break;
                case >= '0' and <= '9':
                    while (at < chars.Length && char.IsAsciiDigit(chars[at])) at++;
                    if (at >= chars.Length || chars[at] is not ('.' or ')')) return;
                    markers++;
                    break;
                default: return;
            }
            if (markers <= MaxMarkers && columns <= MaxIndent) continue;
            // A few marks far apart are a drawing or a listing, mostly within code.
            ReadAsText(TextSpan.Between(line.Start + at, line.End), markers > 3 ? "quotes or lists are nested too deeply; the line is read as plain text" : null);
            return;
        }
    }

    private void Blank(TextSpan span)
    {
        foreach (ref var c in Copy().Slice(span.Start, span.Length))
        {
            if (c is not ('\n' or '\r')) c = ' ';
        }
    }

    private Span<char> Copy()
    {
        if (_copy is null)
        {
            _copy = ArrayPool<char>.Shared.Rent(_text.Length);
            _text.CopyTo(_copy);
        }
        return _copy.AsSpan(0, _text.Length);
    }

    private bool Settle()
    {
        if (_copy is null) return false;
        _text = Copy().ToString();
        ArrayPool<char>.Shared.Return(_copy);
        _copy = null;
        return true;
    }
}
