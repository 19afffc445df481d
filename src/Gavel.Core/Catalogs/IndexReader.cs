using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Processes;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Reads the tables, lists and toctrees that a page keeps of a process's proposals. Rows know their path and number, not yet the proposal.</summary>
public sealed class IndexReader
{
    private readonly Document _page;
    private readonly Process _process;
    private readonly IndexTargets _targets;
    private readonly IndexLabels _labels;
    private readonly List<IndexRow> _rows = [];
    private readonly List<IndexRow> _others = []; // that lead to no path of a proposal: rows where the page has others
    private IndexHead? _empty;

    private IndexReader(Document page, Process process, IndexTargets targets)
    {
        _page = page;
        _process = process;
        _targets = targets;
        _labels = new IndexLabels(process);
    }

    /// <param name="now">For a page of the past, the path that a proposal has now which had a path then; null where none had it.</param>
    public static IndexTable Read(Document page, Process process, ITree tree, Func<string, string?>? now = null)
    {
        var reader = new IndexReader(page, process, new IndexTargets(page.Text.Path, process, tree, now));
        (int, Place)? next = null;
        foreach (var section in page.Root.SelfAndDescendants())
        {
            var group = section.Heading is { } heading && !ReferenceEquals(heading, page.Title) ? heading.Text : "";
            var open = new Stack<Block>();
            for (var i = section.Blocks.Length - 1; i >= 0; i--) open.Push(section.Blocks[i]);
            while (open.TryPop(out var block))
            {
                switch (block)
                {
                    case Block.Table table: reader.Add(table, group); break;
                    case Block.List list: reader.Add(list, group, open); break;
                    case Block.Directive directive: reader.Add(directive, group, open); break;
                    case Block.Quote quote:
                        for (var i = quote.Blocks.Length - 1; i >= 0; i--) open.Push(quote.Blocks[i]);
                        break;
                    case Block.Paragraph paragraph: next ??= NextNumber.Find(page.Text, paragraph, process.Name); break;
                }
            }
        }
        if (reader._rows.Count > 0) reader._rows.AddRange(reader._others);
        return new IndexTable(page.Text.Path, process.Name, [.. reader._rows.OrderBy(r => r.At.Span)], next) { Empty = reader._rows.Count == 0 ? reader._empty : null };
    }

    private void Add(Block.Table table, string group)
    {
        var head = table.Rows.FirstOrDefault(r => r.IsHeader);
        var columns = head is null ? [] : head.Cells.Select(c => (Name: PlainText.Of(c.Inlines), Kind: ColumnOf(PlainText.Of(c.Inlines)))).ToArray();
        // A column that is called like the process holds numbers where titles have a column of their own.
        if (Array.Exists(columns, c => c.Kind == IndexColumn.Title))
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (string.Equals(columns[i].Name, _process.Name, StringComparison.OrdinalIgnoreCase)) columns[i].Kind = IndexColumn.Number;
            }
        }
        if (table.Rows.All(r => r.IsHeader)) _empty ??= HeadOf(table, columns);
        var rows = new List<IndexRow>();
        var told = 0;
        foreach (var row in table.Rows)
        {
            if (row.IsHeader || row.Cells.All(c => c.Inlines.IsEmpty)) continue;
            if (RowOf(row, columns, group) is not { } read) continue;
            rows.Add(read);
            if (read.Number is not null || _targets.IsOurs(read.Target)) told++;
        }
        // Another table of the page, such as one of statuses, tells of no proposal.
        if (told > 0 && told * 2 >= rows.Count && TableSubject.IsProposals([.. columns.Select(c => c.Kind)], rows)) _rows.AddRange(rows);
    }

    /// <returns>Null where the columns are not those of an index.</returns>
    private IndexHead? HeadOf(Block.Table table, (string Name, IndexColumn Kind)[] columns)
    {
        ImmutableArray<string> kinds =
        [
            .. columns.Select(c => string.Equals(c.Name, _process.Name, StringComparison.OrdinalIgnoreCase) ? "number" : c.Kind == IndexColumn.Other ? "" : c.Kind.ToString().ToLowerInvariant()),
        ];
        return kinds.Contains("title") && kinds.Count(k => k.Length > 0) > 1 ? new IndexHead(_page.At(table.Span), kinds) : null;
    }

    private IndexRow? RowOf(TableRow row, (string Name, IndexColumn Kind)[] columns, string group)
    {
        var cells = ImmutableArray.CreateBuilder<IndexCell>(row.Cells.Length);
        IndexCell? title = null;
        IndexCell? status = null;
        IndexCell? numbered = null;
        Inline.Link? link = null;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var (name, kind) = i < columns.Length ? columns[i] : ("", IndexColumn.Other);
            var cell = new IndexCell(name, PlainText.Of(row.Cells[i].Inlines), PlaceOf(row.Cells[i]));
            cells.Add(cell);
            var found = _targets.LinkIn(row.Cells[i].Inlines);
            if (found is not null && kind is not IndexColumn.Status) link ??= found;
            if (kind == IndexColumn.Number) numbered ??= cell;
            if (kind == IndexColumn.Title) title ??= cell;
            if (kind == IndexColumn.Status) status ??= cell;
        }
        var label = numbered?.Value ?? (link is null ? title?.Value ?? cells.FirstOrDefault()?.Value ?? "" : PlainText.Of(link.Children));
        var target = link is null ? null : _targets.Resolve(link.Target);
        if (_targets.IsTemplate(target)) return null;
        title ??= numbered is null && _labels.NumberOf(label, bare: false) is not null && !_labels.IsNumberAlone(label) ? cells.FirstOrDefault(c => string.Equals(c.Value, label, StringComparison.Ordinal)) : null;
        var number = _labels.NumberOf(numbered?.Value, bare: true) ?? _labels.NumberOf(title?.Value, bare: false) ?? _labels.NumberOf(label, bare: false) ?? _targets.MatchOf(target)?.Value;
        if (number is null && target is null && columns.Length == 0) return null;
        title ??= link is not null && numbered is null && !_labels.IsNumberAlone(label) ? new IndexCell("", PlainText.Of(link.Children), _page.At(TextSpanOf(link.Children, link.Span))) : null;
        return new IndexRow(null, label, target, _labels.TitleWithin(title?.Value, number), status, cells.ToImmutable(), _page.At(row.Span)) { Number = number, TitleCell = title, Group = group };
    }

    private void Add(Block.List list, string group, Stack<Block> open)
    {
        for (var i = list.Items.Length - 1; i >= 0; i--)
        {
            for (var j = list.Items[i].Blocks.Length - 1; j >= 0; j--)
            {
                if (list.Items[i].Blocks[j] is not Block.Paragraph) open.Push(list.Items[i].Blocks[j]);
            }
        }
        if (ContentsList.Is(list)) return;
        foreach (var item in list.Items)
        {
            if (item.Blocks is not [Block.Paragraph paragraph, ..]) continue;
            if (_targets.LinkIn(paragraph.Inlines) is not { } link)
            {
                if (Elsewhere(paragraph, group) is { } other) _others.Add(other);
                continue;
            }
            var target = _targets.Resolve(link.Target);
            var text = PlainText.Of(link.Children);
            var isOurs = _targets.IsOurs(target);
            if (!isOurs && !_targets.MayBeOurs(target)) continue;
            // A link deep in a sentence is a mention and no row.
            if (WordCount.Of(_page.Text.Slice(TextSpan.Between(paragraph.Span.Start, Math.Max(link.Span.Start, paragraph.Span.Start)))) > 4) continue;
            var cell = new IndexCell("", text, _page.At(TextSpanOf(link.Children, link.Span)));
            var status = StatusBehind(TextSpan.Between(Math.Min(link.Span.End, paragraph.Span.End), paragraph.Span.End));
            var title = cell;
            if (_labels.IsNumberAlone(text)) (title, status) = status is null ? TitleBehind(paragraph, link) : (null, status);
            var number = _labels.NumberOf(text, bare: false) ?? _targets.MatchOf(target)?.Value ?? (text.StartsWith('#') && !_targets.IsThere(target) ? _labels.NumberOf(text, bare: true) : null);
            (isOurs ? _rows : _others).Add(new IndexRow(null, text, target, title is null ? null : _labels.TitleWithin(title.Value, number), status, [cell], _page.At(paragraph.Span))
            {
                Number = number,
                TitleCell = title,
                Group = group,
            });
        }
    }

    // "[16 - Title](address of its discussion)"
    private IndexRow? Elsewhere(Block.Paragraph paragraph, string group)
    {
        if (paragraph.Inlines is not [Inline.Link { IsImage: false } link, ..] || PlainText.Of(link.Children) is not { } text || IndexLabels.CountOf(text) is not { } number) return null;
        var cell = new IndexCell("", text, _page.At(TextSpanOf(link.Children, link.Span)));
        return new IndexRow(null, text, null, _labels.TitleWithin(text, number), null, [cell], _page.At(paragraph.Span)) { Number = number, TitleCell = cell, Group = group };
    }

    // "[RFC-1](…) - Merged", "[ADR 3: T](…) (accepted)".
    private IndexCell? StatusBehind(TextSpan rest)
    {
        var text = _page.Text.Slice(rest);
        var trimmed = text.Trim(" \t-\u2013\u2014:|()[],.*_`\r\n");
        if (trimmed.IsEmpty || trimmed.Length > 60 || _process.Statuses.Find(trimmed.ToString()) is null) return null;
        var start = rest.Start + text.IndexOf(trimmed, StringComparison.Ordinal);
        return new IndexCell("", trimmed.ToString(), _page.At(new TextSpan(start, trimmed.Length)));
    }

    // "[RFC-1](…): Title", "[RFC-1](…) - Title (accepted)".
    private (IndexCell? Title, IndexCell? Status) TitleBehind(Block.Paragraph paragraph, Inline.Link link)
    {
        var rest = TextSpan.Between(Math.Min(link.Span.End, paragraph.Span.End), paragraph.Span.End);
        var open = _page.Text.Slice(rest).LastIndexOf('(');
        var status = open > 0 ? StatusBehind(TextSpan.Between(rest.Start + open, rest.End)) : null;
        if (status is not null) rest = new TextSpan(rest.Start, open);
        var text = _page.Text.Slice(rest);
        var start = text.Length - text.TrimStart(" \t-\u2013\u2014:|.,").Length;
        var title = text[start..].TrimEnd(" \t.\r\n");
        return (title.IsEmpty || title.ContainsAny('\n', '[') ? null : new IndexCell("", title.ToString(), _page.At(new TextSpan(rest.Start + start, title.Length))), status);
    }

    private void Add(Block.Directive directive, string group, Stack<Block> open)
    {
        if (!ToctreeEntries.Is(directive))
        {
            for (var i = directive.Blocks.Length - 1; i >= 0; i--) open.Push(directive.Blocks[i]);
            return;
        }
        var isGlob = directive.Options.Any(o => o.Name == "glob");
        foreach (var entry in ToctreeEntries.Of(_page.Text, directive)) AddEntry(entry, group, isGlob);
    }

    // A path without extension, or a glob.
    private void AddEntry(ToctreeEntry entry, string group, bool isGlob)
    {
        var target = _page.Text.Substring(entry.Target).Trim();
        if (isGlob && target.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            foreach (var path in _targets.Matching(target)) Row(path, null);
            return;
        }
        if (target.Contains("://", StringComparison.Ordinal) || target == "self") return;
        Row(_targets.ResolveDocument(target), entry.Title);

        void Row(string? path, string? name) =>
            _rows.Add(new IndexRow(null, _page.Text.Substring(entry.At), path, name, null, [], _page.At(entry.At)) { Number = _targets.MatchOf(path)?.Value, Group = group });
    }

    private Place PlaceOf(TableCell cell) => _page.At(cell.Inlines.IsEmpty ? cell.Span : TextSpanOf(cell.Inlines, cell.Span));

    private static TextSpan TextSpanOf(ImmutableArray<Inline> inlines, TextSpan otherwise) => inlines.IsEmpty ? otherwise : inlines[0].Span.Union(inlines[^1].Span);

    private static IndexColumn ColumnOf(string header)
    {
        var name = HeadingKey.Fold(header);
        if (name.Length == 0 && IndexWords.NumberSigns.Contains(header.Trim(), StringComparer.Ordinal)) return IndexColumn.Number;
        foreach (var (column, names) in IndexWords.Columns)
        {
            if (Array.IndexOf(names, name) >= 0) return column;
        }
        // "RFC Status", "Proposal title"
        foreach (var (column, names) in IndexWords.Columns)
        {
            if (Array.Exists(names, n => n.Length > 2 && name.EndsWith(" " + n, StringComparison.Ordinal))) return column;
        }
        return IndexColumn.Other;
    }
}
