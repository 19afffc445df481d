using System.Text;

namespace Gavel.Core.Catalogs;

/// <summary>Ids as people write them: in any case, with any separator, with or without leading zeros, or as a bare number.</summary>
public static class IdSpelling
{
    /// <summary>The one proposal that an id, however it is spelled, or a number names; null for none and for several.</summary>
    public static CatalogEntry? FindOne(Catalog catalog, string id)
    {
        if (catalog.Find(id) is { } entry) return entry;
        return Find(catalog, id) is [var found] ? found : null;
    }

    /// <summary>The proposals that a spelling may mean, by the closest way of reading it that means any.</summary>
    public static IReadOnlyList<CatalogEntry> Find(Catalog catalog, string written)
    {
        var found = catalog.Entries.Where(e => string.Equals(e.Id, written, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count > 0) return found;
        var wanted = Letters(written);
        if (wanted.Length > 0) found = [.. catalog.Entries.Where(e => string.Equals(Letters(e.Id), wanted, StringComparison.Ordinal))];
        if (found.Count == 0 && Bare(wanted) is { Length: > 0 } bare) found = [.. catalog.Entries.Where(e => e.Number is not null && string.Equals(Letters(e.Id), bare, StringComparison.Ordinal))];
        if (found.Count == 0 && int.TryParse(written.AsSpan().TrimStart('#'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            found = [.. catalog.Entries.Where(e => e.Number == number)];
        return found;
    }

    // Between a name and its number anything may stand.
    private static string Bare(string letters) => letters.Replace("/", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    /// <summary>Lower case, without separators and leading zeros of the numbers: <c>rfc-054</c> and <c>RFC 54</c> are the same.</summary>
    public static string Letters(string id)
    {
        var text = new StringBuilder(id.Length);
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == '0' && (i == 0 || !char.IsAsciiDigit(id[i - 1])) && i + 1 < id.Length && char.IsAsciiDigit(id[i + 1]))
            {
                while (i + 1 < id.Length && id[i] == '0' && char.IsAsciiDigit(id[i + 1])) i++;
            }
            if (char.IsLetterOrDigit(id[i])) text.Append(char.ToLowerInvariant(id[i]));
            else if (id[i] is '/' or '.') text.Append(id[i]);
        }
        return text.ToString();
    }
}
