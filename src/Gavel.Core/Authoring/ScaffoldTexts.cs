using Gavel.Core.Documents;
using Gavel.Core.Templates;
using Gavel.Core.Text;

namespace Gavel.Core.Authoring;

/// <summary>Places of a template that are filled where they are not plain text: a link whose address has gaps as well.</summary>
internal static class ScaffoldTexts
{
    private const int LeastRun = 3; // letters that stand for digits

    /// <summary>The value as a link, where the template's own is one: the number in its address, the file's own name where that is what it leads to.</summary>
    /// <returns>Null where the template has no link there.</returns>
    public static string? Linked(Document document, HeaderField field, string value, KnownValues values)
    {
        var old = document.TextOf(field).Slice(field.ValueSpan).Trim();
        var middle = old.IndexOf("](");
        if (old is not ['[', .., ')'] || middle < 0 || old[1..].IndexOf('[') >= 0 || old[(middle + 2)..^1].IndexOf(')') >= 0) return null;
        var address = old[(middle + 2)..^1].ToString();
        var run = RunIn(address);
        if (run.Length == 0) return $"[{value}]({address})";
        var isFile = !address.Contains('/', StringComparison.Ordinal) && address.Contains('.', StringComparison.Ordinal);
        if (isFile) return values.FileName.Length > 0 ? $"[{value}]({values.FileName})" : null;
        return $"[{value}]({address[..run.Start]}{values.NumberText}{address[run.End..]})";
    }

    /// <summary>How many digits a placeholder such as <c>ABC-NNNN</c> asks for; 1 where it does not say.</summary>
    public static int WidthIn(string? placeholder)
    {
        if (placeholder is null) return 1;
        if (FieldKinds.IsWordWithNumber(placeholder)) return placeholder.Length - placeholder.TrimEnd('0').Length; // "ZIP0000"
        var run = RunIn(placeholder);
        return run.Length > 0 && placeholder[run.Start] is 'N' or 'X' && run.Start > 0 && placeholder[run.Start - 1] == '-' ? run.Length : 1;
    }

    // NNNN, XXXX, 0000 that stand alone.
    private static TextSpan RunIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('N' or 'X' or '0')) continue;
            var end = i;
            while (end < text.Length && text[end] == text[i]) end++;
            var isAlone = (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isAlone && end - i >= LeastRun) return TextSpan.Between(i, end);
            i = end - 1;
        }
        return default;
    }
}
