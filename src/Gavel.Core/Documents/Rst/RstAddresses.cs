using System.Globalization;
using Gavel.Core.Documents.Html;
using Gavel.Rst;
using Gavel.Rst.Tree;

namespace Gavel.Core.Documents.Rst;

/// <summary>Where a reference of a resolved tree leads on a page.</summary>
internal static class RstAddresses
{
    /// <returns>Null when it leads nowhere that the page knows.</returns>
    public static string? Of(RstElement reference, RstDocument parsed, HtmlRequest request)
    {
        if (reference["reftarget"] is { } target) return OfRole(reference, target, parsed, request);
        if (reference["refuri"] is not { } uri) return null;
        return Numbered(reference, uri, request) ?? request.Link(uri);
    }

    /// <summary>A role that names a document by its number, such as <c>:pep:`8`</c>: the page's own document, where it has it.</summary>
    private static string? Numbered(RstElement reference, string uri, HtmlRequest request)
    {
        if (reference.Classes.Count == 0) return null;
        var role = reference.Classes[0];
        var at = uri.LastIndexOf('/') + 1;
        if (!uri.AsSpan(at).StartsWith(role, StringComparison.OrdinalIgnoreCase)) return null;
        at += role.Length;
        if (at < uri.Length && uri[at] == '-') at++;
        var end = at;
        while (end < uri.Length && char.IsAsciiDigit(uri[end])) end++;
        if (end == at || !int.TryParse(uri.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var hash = uri.IndexOf('#', end);
        return request.Numbered(role, number) is { } address ? address + (hash < 0 ? "" : uri[hash..]) : null;
    }

    private static string? OfRole(RstElement role, string target, RstDocument parsed, HtmlRequest request)
    {
        if (role.Classes.Contains("doc")) return request.Link(target);
        if (!(role.Classes.Contains("ref") || role.Classes.Contains("any") || role.Classes.Contains("numref"))) return null;
        return parsed.Names.ByName.TryGetValue(PlainText.Fold(target).ToLowerInvariant(), out var found) && found is { Ids: [var id, ..] } ? "#" + id : null;
    }
}
