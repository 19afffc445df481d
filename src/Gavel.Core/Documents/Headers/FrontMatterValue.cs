namespace Gavel.Core.Documents.Headers;

/// <summary>Reads values of front matter as people write them, sound YAML or not.</summary>
internal static class FrontMatterValue
{
    /// <summary>What a value says: without quotes; the items of a list with a comma between.</summary>
    public static string Read(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= 2 && value[0] == '[' && value[^1] == ']' ? Listed(value[1..^1]) : Scalar(value);
    }

    // The items of a list in brackets (YAML 1.2, section 7.4.1): a comma within quotes parts nothing.
    private static string Listed(ReadOnlySpan<char> list)
    {
        var items = new List<string>();
        var (start, first, quote) = (0, '\0', '\0');
        for (var i = 0; i < list.Length; i++)
        {
            var c = list[i];
            if (quote != '\0')
            {
                if (c == '\\' && quote == '"') i++;
                else if (c == quote) quote = '\0';
            }
            else if (c == ',')
            {
                Add(list[start..i]);
                (start, first) = (i + 1, '\0');
            }
            else if (!char.IsWhiteSpace(c))
            {
                if (c is '"' or '\'' && (first == '\0' || (first == c && list[i - 1] == c))) quote = c;
                if (first == '\0') first = c;
            }
        }
        Add(list[start..]);
        return string.Join(", ", items);

        void Add(ReadOnlySpan<char> item)
        {
            item = item.Trim();
            while (item is ['[', .., ']']) item = item[1..^1].Trim();
            if (Scalar(item) is { Length: > 0 } words) items.Add(words);
        }
    }

    private static string Scalar(ReadOnlySpan<char> value)
    {
        if (value.Length < 2 || value[0] != value[^1] || value[0] is not ('"' or '\'')) return PlainText.Fold(value);
        var inner = value[1..^1].ToString();
        return PlainText.Fold(value[0] == '\'' ? inner.Replace("''", "'", StringComparison.Ordinal) : inner.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace('\0', '\\'));
    }
}
