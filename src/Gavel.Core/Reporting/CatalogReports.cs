using System.Text.Json;
using Gavel.Core.Catalogs;
using Gavel.Core.Processes;

namespace Gavel.Core.Reporting;

/// <summary>The rows of <c>list</c>, for scripts and for people.</summary>
public static class ListReport
{
    public static string RenderJson(IReadOnlyList<CatalogEntry> entries) => JsonText.Object(writer =>
        writer.WriteObjects("proposals", entries, entry => WriteRow(writer, entry)));

    /// <param name="why">Why an entry is in the list; null where that needs no word.</param>
    public static string RenderText(IReadOnlyList<CatalogEntry> entries, TextStyle style, Func<CatalogEntry, string?>? why = null)
    {
        if (entries.Count == 0) return "";
        var hasDates = entries.Any(e => e.StatusSince is not null || e.Updated is not null);
        var hasAuthors = entries.Any(e => !e.Authors.IsEmpty);
        var columns = new List<TextColumn> { new("ID"), new("TITLE", CanShrink: true), new("STATUS", CanShrink: true) };
        if (hasDates) columns.Add(new TextColumn("UPDATED"));
        if (hasAuthors) columns.Add(new TextColumn("AUTHORS", CanShrink: true));
        if (why is not null) columns.Add(new TextColumn("WHY", CanShrink: true));
        var rows = entries.Select(entry =>
        {
            var row = new List<string> { entry.Id, entry.Title, entry.Status ?? entry.StatusText ?? "-" };
            if (hasDates) row.Add((entry.Updated ?? entry.StatusSince)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "-");
            if (hasAuthors) row.Add(entry.Authors.IsEmpty ? "-" : string.Join(", ", entry.Authors));
            if (why is not null) row.Add(why(entry) ?? "-");
            return row.ToArray();
        }).ToList();
        return TextTable.Render(columns, rows, style);
    }

    /// <summary>The keys of one proposal, in the order of the contract.</summary>
    internal static void WriteRow(Utf8JsonWriter writer, CatalogEntry entry)
    {
        writer.WriteText("id", entry.Id);
        writer.WriteNull("repository");
        writer.WriteText("process", entry.Process.Name);
        writer.WriteCount("number", entry.Number);
        writer.WriteText("title", entry.Title);
        writer.WriteText("status", entry.Status ?? entry.StatusText);
        writer.WriteText("kind", entry.Kind is { } kind ? NameOf(kind) : null);
        writer.WriteTexts("authors", entry.Authors);
        writer.WriteText("path", entry.Path);
        writer.WriteText("directory", entry.Directory);
        writer.WriteStartObject("fields");
        foreach (var field in entry.Fields) writer.WriteText(field.Name, field.Value);
        writer.WriteEndObject();
        writer.WriteDate("created", entry.Created);
        writer.WriteDate("updated", entry.Updated);
        writer.WriteDate("statusSince", entry.StatusSince);
    }

    public static string NameOf(StatusKind kind) => kind.ToString().ToLowerInvariant();
}
