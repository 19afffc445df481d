using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gavel.Core.Documents.Html;

namespace Gavel.Web.Rendering;

/// <summary>
/// Lets through what <see cref="AllowedHtml"/> allows, over a parser of HTML: the text is read as a browser reads it, and what is left is written anew. Elements in the
/// namespace of HTML alone; all that is not allowed goes, with its content where that is no text for readers. Cleaning twice changes nothing more.
/// </summary>
internal static class Sanitizer
{
    /// <summary>Characters. More is shown as the text that it is.</summary>
    private const int MaxLength = 16 << 20;

    private const int MaxRounds = 8;

    /// <summary>Tags that may be open at once before the parser sees a text; its time grows with the square of the depth.</summary>
    private const int MaxOpen = 512;

    /// <summary>Elements that a parser may make again: it opens what marks up characters anew in every block that follows (HTML, section 13.2.4.3).</summary>
    private const long MaxAgain = 500_000;

    private static readonly HashSet<string> OpenedAgain = new(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase);

    public static string Clean(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false });
        using var document = parser.ParseDocument("<!doctype html><body></body>");
        for (var round = 0; round < MaxRounds && html.Length <= MaxLength && IsCheap(html); round++)
        {
            var writer = new SafeWriter();
            var isComplete = Write(parser.ParseFragment(html, document.Body!), writer);
            html = writer.ToString();
            // Where an element went and its content stayed, a parser may read what is left otherwise than it stands.
            if (isComplete) return html;
        }
        return new SafeWriter().Text(html).ToString();
    }

    /// <summary>A limit on work and not on time: the same text gives the same page on every machine.</summary>
    /// <returns>False where too many elements may be open at once, were no end tag to close anything but the one before, or too many be made again.</returns>
    private static bool IsCheap(string html)
    {
        var depth = 0;
        var marks = 0; // open elements that are opened again
        var again = 0L;
        var markNames = OpenedAgain.GetAlternateLookup<ReadOnlySpan<char>>();
        var mayHideEnds = html.Contains("<!", StringComparison.Ordinal) || html.Contains("<?", StringComparison.Ordinal);
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var isEnd = html[at + 1] == '/';
            var name = html.AsSpan(isEnd ? at + 2 : at + 1);
            var length = 0;
            while (length < name.Length && length < 32 && (char.IsAsciiLetterOrDigit(name[length]) || name[length] == '-')) length++;
            if (length == 0) continue;
            name = name[..length];
            names.TryGetValue(name, out var count);
            mayHideEnds |= !isEnd && AllowedHtml.IsDroppedWithContent(name.ToString().ToLowerInvariant());
            if (isEnd && (count == 0 || mayHideEnds)) continue;
            if (!isEnd && AllowedHtml.IsVoid(name.ToString())) continue;
            var step = isEnd ? -1 : 1;
            names[name] = count + step;
            depth += step;
            if (markNames.Contains(name)) marks += step;
            again += marks;
            if (depth > MaxOpen || again > MaxAgain) return false;
        }
        return true;
    }

    /// <returns>False when an element was left out whose content stayed.</returns>
    private static bool Write(INodeList nodes, SafeWriter writer)
    {
        var isComplete = true;
        var open = new Stack<(INode? Node, string? End)>();
        Push(open, nodes);
        while (open.TryPop(out var next))
        {
            if (next.End is { } end) writer.End(end);
            else if (next.Node is IText text) writer.Text(text.Data);
            else if (next.Node is IElement element && Begin(writer, element) is { } name)
            {
                isComplete &= name.Length > 0;
                if (name.Length > 0 && !AllowedHtml.IsVoid(name)) open.Push((null, name));
                Push(open, element.ChildNodes);
            }
        }
        return isComplete;
    }

    /// <returns>The name of the element to end later; empty when only its content goes on; null when nothing of it does.</returns>
    private static string? Begin(SafeWriter writer, IElement element)
    {
        var name = element.LocalName;
        if (!string.Equals(element.NamespaceUri, NamespaceNames.HtmlUri, StringComparison.Ordinal) || AllowedHtml.IsDroppedWithContent(name)) return null;
        if (!AllowedHtml.IsElement(name) || writer.Depth >= AllowedHtml.MaxDepth || (name == "a" && writer.IsInLink)) return "";
        writer.Begin(name, element.Attributes.Where(static a => a.NamespaceUri is null or "").Select(static a => (a.LocalName, a.Value)));
        return name;
    }

    private static void Push(Stack<(INode? Node, string? End)> open, INodeList nodes)
    {
        for (var i = nodes.Length - 1; i >= 0; i--) open.Push((nodes[i], null));
    }
}
