using System.Text;
using Gavel.Rst.Tree;

namespace Gavel.Dev;

/// <summary>Writes a tree as docutils' pseudo-XML: one line an element, children indented by four columns, no end tags.</summary>
internal static class RstPseudoXmlWriter
{
    public static string Write(RstElement root)
    {
        var result = new StringBuilder();
        Write(root, 0, result);
        return result.ToString();
    }

    private static void Write(RstElement element, int level, StringBuilder result)
    {
        result.Append(' ', level * 4).Append('<').Append(element.TagName);
        foreach (var (name, value) in Attributes(element)) result.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        result.Append(">\n");
        foreach (var child in element.Children)
        {
            if (child is RstElement inner) Write(inner, level + 1, result);
            else Lines(((RstText)child).Text, level + 1, result);
        }

        if (element is RstPending pending) Pending(pending, level + 1, result);
    }

    private static SortedDictionary<string, string> Attributes(RstElement element)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in element.Attributes) all[name] = value;
        if (element.HasLabels)
        {
            Put("ids", element.Labels.Ids);
            Put("names", element.Labels.Names);
            Put("dupnames", element.Labels.DupNames);
            Put("classes", element.Labels.Classes);
            Put("backrefs", element.Labels.Backrefs);
        }

        return all;

        void Put(string name, List<string> values)
        {
            if (values.Count > 0) all[name] = string.Join(' ', values.Select(static v => v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(" ", "\\ ", StringComparison.Ordinal)));
        }
    }

    private static void Lines(string text, int level, StringBuilder result)
    {
        if (text.Length == 0) return;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\v' or '\f' or '\x1c' or '\x1d' or '\x1e' or '\x85' or '\u2028' or '\u2029')) continue;
            if (i == text.Length && start == i) return;
            result.Append(' ', level * 4).Append(text, start, i - start).Append('\n');
            if (i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n') i++;
            start = i + 1;
        }
    }

    private static void Pending(RstPending pending, int level, StringBuilder result)
    {
        var indent = new string(' ', level * 4);
        result.Append(indent).Append(".. internal attributes:\n");
        result.Append(indent).Append("     .transform: ").Append(pending.Transform).Append('\n');
        result.Append(indent).Append("     .details:\n");
        foreach (var (name, value) in pending.Details)
        {
            result.Append(indent).Append("       ").Append(name).Append(':');
            if (value is RstElement element)
            {
                result.Append('\n');
                Write(element, level + 2, result);
                continue;
            }

            result.Append(' ').Append(Python(value)).Append('\n');
        }
    }

    private static string Python(object? value) => value switch
    {
        null => "None",
        string text => Quote(text),
        bool flag => flag ? "True" : "False",
        IEnumerable<string> words => "[" + string.Join(", ", words.Select(Quote)) + "]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A string as Python writes it.</summary>
    public static string Quote(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
