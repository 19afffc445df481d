using System.Globalization;
using Gavel.Core.Catalogs;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Checking.Rules.Indexes;

/// <summary>A row for a proposal that the index lacks, shaped like the row before it: what that row says of its own proposal is said of the new one, other cells stay empty.</summary>
internal static class IndexRowText
{
    /// <returns>The row, and its turn among those for one place (null where it takes none beside it); null when no row is a pattern: none is about a proposal, or it does not show its path.</returns>
    public static (FileEdit Row, int? Turn)? Insertion(Catalog catalog, IndexTable index, CatalogEntry entry)
    {
        if (index.Empty is { } head) return First(catalog, head, entry) is { } only ? (only, entry.Number ?? int.MaxValue) : null;
        // A row whose file is gone still shows where a number stands and how rows look.
        var rows = index.Rows.Where(r => r.Target is not null && (r.Id is not null || r.Number is not null)).ToList();
        if (rows.Count == 0 || catalog.Tree.Find(index.Path) is not { } file) return null;
        var text = catalog.Tree.Read(file);
        var (donor, isBefore, falls) = Donor(RowGroups.Of(rows, entry), entry);
        var first = text.Lines.StartOf(donor.At.Start.Line);
        var last = text.Lines.SpanOf(text.Lines.LineOf(Math.Max(donor.At.Span.End - 1, donor.At.Span.Start))).End;
        var lines = TextSpan.Between(first, last);
        if (DrawnTables.IsGridAt(text, donor.At.Start.Line) is { } isGrid) return Drawn(text, lines, PiecesOf(text, donor, entry, lines, TreePath.FolderOf(index.Path), isStraight: false), isGrid, isBefore) is { } drawn ? (drawn, null) : null;
        if (Written(text, donor, entry, lines, TreePath.FolderOf(index.Path)) is not { } row) return null;
        var edit = isBefore
            ? new FileEdit(index.Path, text.Id, new TextSpan(first, 0), row + text.NewLine)
            : new FileEdit(index.Path, text.Id, new TextSpan(last, 0), text.NewLine + row);
        return (edit, entry.Number is { } number ? falls ? -number : number : int.MaxValue);
    }

    /// <summary>The first row of a table: the number or else the title links to the proposal.</summary>
    private static FileEdit? First(Catalog catalog, IndexHead head, CatalogEntry entry)
    {
        if (catalog.Tree.Find(head.At.Path) is not { } file) return null;
        var text = catalog.Tree.Read(file);
        var path = TreePath.Encoded(TreePath.Relative(TreePath.FolderOf(head.At.Path), entry.Path));
        var title = IndexCells.Escaped(entry.Title);
        var linked = head.Columns.Contains("number") ? "number" : "title";
        var cells = head.Columns.Select(kind => kind switch
        {
            "number" => $"[{entry.Id}]({path})",
            "title" => linked == "title" ? $"[{title}]({path})" : title,
            "status" => entry.Status ?? entry.StatusText ?? "",
            "link" => linked == "number" ? path : $"[{entry.Id}]({path})",
            _ => "",
        });
        return new FileEdit(head.At.Path, text.Id, new TextSpan(head.At.Span.End, 0), $"{text.NewLine}| {string.Join(" | ", cells)} |");
    }

    /// <summary>The row that the new one follows in the order of the numbers, up or down; the last one where there are none.</summary>
    private static (IndexRow Donor, bool IsBefore, bool Falls) Donor(List<IndexRow> rows, CatalogEntry entry)
    {
        var numbered = rows.Where(r => r.Number is not null).ToList();
        if (entry.Number is not { } number || numbered.Count == 0) return (rows[^1], false, false);
        var falls = numbered.Count > 1 && numbered[0].Number > numbered[^1].Number;
        var before = numbered.LastOrDefault(r => falls ? r.Number > number : r.Number < number);
        return before is null ? (numbered[0], true, falls) : (before, false, falls);
    }

    private static string? Written(SourceText text, IndexRow donor, CatalogEntry entry, TextSpan lines, string folder)
    {
        var row = text.Substring(lines);
        if (donor.Cells.IsEmpty)
        {
            // A toctree: the line is the path, with or without its ending.
            var old = TreePath.Relative(folder, donor.Target!);
            var path = TreePath.Relative(folder, entry.Path);
            if (row.Contains(old, StringComparison.Ordinal)) return row.Replace(old, path, StringComparison.Ordinal);
            return row.Contains(Stem(old), StringComparison.Ordinal) ? row.Replace(Stem(old), Stem(path), StringComparison.Ordinal) : null;
        }
        var pieces = PiecesOf(text, donor, entry, lines, folder, isStraight: true);
        if (donor.Status is { } status && donor.Cells.Length == 1 && !donor.At.Span.Contains(status.At.Span)) return null;
        var result = row;
        foreach (var (span, now) in pieces.OrderByDescending(p => p.Span))
            result = result[..(span.Start - lines.Start)] + now + result[(span.End - lines.Start)..];
        return result.Contains(TreePath.NameOf(entry.Path), StringComparison.Ordinal) || entry.Directory is { } d && result.Contains(TreePath.NameOf(d), StringComparison.Ordinal) || donor.Cells.Length > 1 && pieces.Count > 1 ? result : null;
    }

    /// <summary>What stands in the cells of the new row instead of what the donor's say, at the donor's places.</summary>
    /// <param name="isStraight">Bars stay in their columns.</param>
    private static List<(TextSpan Span, string New)> PiecesOf(SourceText text, IndexRow donor, CatalogEntry entry, TextSpan lines, string folder, bool isStraight)
    {
        var pieces = new List<(TextSpan Span, string New)>();
        foreach (var cell in donor.Cells.Where(c => !c.At.Span.IsEmpty && lines.Contains(c.At.Span)))
        {
            var whole = donor.Cells.Length == 1 ? donor.At.Span : cell.At.Span;
            var old = text.Substring(whole);
            var now = cell == donor.Status ? entry.Status ?? entry.StatusText ?? ""
                : Replaced(old, donor, entry, folder) is { } said ? said.TrimEnd()
                : cell == donor.TitleCell ? IndexCells.Escaped(entry.Title)
                : cell.Value is "-" or "\u2013" or "\u2014" ? old
                : RowGroups.ValueOf(cell.Column, entry);
            // An item of a list is one cell, with its status in it.
            if (donor.Cells.Length == 1 && donor.Status is { Value: { Length: > 0 } status } && now.LastIndexOf(status, StringComparison.Ordinal) is > 0 and var at) now = string.Concat(now.AsSpan(0, at), entry.Status ?? entry.StatusText ?? "", now.AsSpan(at + status.Length));
            if (isStraight && donor.Cells.Length > 1) (whole, now) = Aligned(text, whole, now);
            pieces.Add((whole, now));
        }
        return pieces;
    }

    /// <summary>A row of a table that is drawn: a copy of the donor's, in which the cells are written then.</summary>
    private static FileEdit? Drawn(SourceText text, TextSpan lines, List<(TextSpan Span, string New)> pieces, bool isGrid, bool isBefore)
    {
        var row = text.Substring(lines);
        var next = text.Lines.LineOf(lines.End) + 1;
        if (row.AsSpan().ContainsAny('\n', '\r') || next > text.Lines.Count) return null;
        var below = text.Lines.SpanOf(next);
        if (isGrid) row = isBefore ? $"{row}{text.NewLine}{text.Substring(below)}" : $"{text.Substring(below)}{text.NewLine}{row}";
        var (at, inserted) = isBefore ? (lines.Start, row + text.NewLine) : (lines.End, text.NewLine + row);
        var copy = isBefore ? at : at + inserted.Length - lines.Length;
        if (text.With(text.Chars.Insert(at, inserted)) is not { } longer) return null;
        if (DrawnTables.Apply(longer, pieces.Select(p => new FileEdit(text.Path, longer.Id, new TextSpan(copy + p.Span.Start - lines.Start, p.Span.Length), p.New))) is not { } now) return null;
        var same = text.Chars.AsSpan().CommonPrefixLength(now);
        var tail = 0;
        while (tail < Math.Min(text.Chars.Length, now.Length) - same && text.Chars[^(tail + 1)] == now[^(tail + 1)]) tail++;
        return new FileEdit(text.Path, text.Id, TextSpan.Between(same, text.Chars.Length - tail), now[same..^tail]);
    }

    /// <returns>Null when the text says nothing of the donor's proposal.</returns>
    private static string? Replaced(string text, IndexRow donor, CatalogEntry entry, string folder)
    {
        var targets = new List<(string Old, string Now)>();
        // The row may lead to the folder of its proposal or to the document in it.
        if (entry.Directory is { } own)
        {
            var ending = TreePath.NameOf(entry.Path)[TreePath.StemOf(entry.Path).Length..];
            var isFolder = ending.Length == 0 || !donor.Target!.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
            // A document that is named like its folder.
            if (!isFolder && !string.Equals(TreePath.NameOf(donor.Target!), TreePath.NameOf(entry.Path), StringComparison.OrdinalIgnoreCase)) targets.Add((TreePath.Relative(folder, donor.Target!), TreePath.Relative(folder, entry.Path)));
            targets.Add((TreePath.Relative(folder, isFolder ? donor.Target! : TreePath.FolderOf(donor.Target!)), TreePath.Relative(folder, own)));
        }
        else
        {
            targets.Add((TreePath.Relative(folder, donor.Target!), TreePath.Relative(folder, entry.Path)));
        }
        foreach (var (old, now) in targets)
        {
            foreach (var written in (ReadOnlySpan<string>)[old, TreePath.Encoded(old)])
            {
                var at = written.Length == 0 ? -1 : text.IndexOf(written, StringComparison.Ordinal);
                if (at >= 0) return (Said(text[..at], donor, entry) ?? text[..at]) + TreePath.Encoded(now) + (Said(text[(at + written.Length)..], donor, entry) ?? text[(at + written.Length)..]);
            }
        }
        return Said(text, donor, entry);
    }

    private static string? Said(string text, IndexRow donor, CatalogEntry entry)
    {
        var title = IndexCells.ShownIn(text, donor.Title ?? "");
        var at = title.Length == 0 ? -1 : text.IndexOf(title, StringComparison.Ordinal);
        if (at >= 0) return (Numbered(text[..at], donor, entry) ?? text[..at]) + IndexCells.Escaped(entry.Title) + text[(at + title.Length)..];
        return Numbered(text, donor, entry);
    }

    private static string? Numbered(string text, IndexRow donor, CatalogEntry entry)
    {
        if (donor.Number is not { } old || entry.Number is not { } now) return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (int.TryParse(text.AsSpan(i, end - i), out var found) && found == old)
                return text[..i] + now.ToString(CultureInfo.InvariantCulture).PadLeft(text[i] == '0' ? end - i : 1, '0') + text[end..];
            i = end;
        }
        return null;
    }

    /// <summary>The cell with the spaces before the next bar, such that the bar stays in its column where the table is drawn with straight columns.</summary>
    private static (TextSpan Span, string Text) Aligned(SourceText text, TextSpan cell, string now)
    {
        var end = cell.End;
        while (end < text.Chars.Length && text.Chars[end] is ' ' or '\t') end++;
        if (end >= text.Chars.Length || text.Chars[end] != '|') return (cell, now);
        var width = end - cell.Start;
        return (TextSpan.Between(cell.Start, end), now.Length < width && IsStraight(text, end) ? now.PadRight(width) : now.TrimEnd() + " ");
    }

    /// <summary>The line above has a bar in the same column.</summary>
    private static bool IsStraight(SourceText text, int bar)
    {
        var (line, column) = text.Lines.PositionOf(bar);
        if (line < 2) return false;
        var above = text.Lines.SpanOf(line - 1);
        return above.Length >= column && text.Chars[above.Start + column - 1] == '|';
    }

    private static string Stem(string path) => path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') ? path[..dot] : path;
}
