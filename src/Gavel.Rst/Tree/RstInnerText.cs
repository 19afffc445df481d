using System.Text;

namespace Gavel.Rst.Tree;

/// <summary>Gathers the text under an element, with docutils' separators between children.</summary>
internal static class RstInnerText
{
    public static string Of(RstElement element)
    {
        if (element.Count == 1 && element[0] is RstText only) return only.Text;
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(RstElement element, StringBuilder text)
    {
        if (element.Kind == RstKind.Image)
        {
            text.Append(element["alt"]);
            return;
        }

        if (element.Kind == RstKind.SystemMessage && element is RstSystemMessage message)
        {
            text.Append(message["source"]).Append(':').Append(message["line"]).Append(": (").Append(message["type"]).Append('/')
                .Append((int)message.Severity).Append(") ");
        }

        var separator = Separator(element);
        for (var i = 0; i < element.Count; i++)
        {
            if (i > 0) text.Append(separator);
            if (element[i] is RstElement child) Append(child, text);
            else text.Append(((RstText)element[i]).Memory.Span);
        }
    }

    private static string Separator(RstElement element) => element.Kind switch
    {
        RstKind.OptionGroup => ", ",
        RstKind.Option => "",
        RstKind.DefinitionListItem or RstKind.LineBlock => "\n",
        _ => RstKinds.HoldsText(element.Kind) ? "" : "\n\n",
    };
}
