using Gavel.Core.Diagnostics;

namespace Gavel.Core.Catalogs;

/// <summary>Index pages as bytes. Rows are not resolved against the catalog.</summary>
internal static class IndexRecord
{
    public static void Write(RecordWriter writer, IndexPage page)
    {
        writer.Write(page.Table.Path);
        writer.Write(page.Table.Process);
        writer.WriteMany(page.Table.Rows, r => Write(writer, r));
        writer.Write(page.Table.NextNumber is not null);
        if (page.Table.NextNumber is var (next, at))
        {
            writer.Write(next);
            writer.Write(at);
        }
        writer.Write(page.Table.Empty is not null);
        if (page.Table.Empty is { } head)
        {
            writer.Write(head.At);
            writer.WriteMany(head.Columns, writer.Write);
        }
        writer.WriteMany(page.Allowed, m => EntryRecord.Write(writer, m));
        writer.WriteMany(page.Faults, writer.Write);
    }

    public static IndexPage Read(RecordReader reader)
    {
        var path = reader.ReadString();
        var process = reader.ReadString();
        var rows = reader.ReadMany(() => ReadRow(reader));
        (int, Place)? next = reader.ReadBoolean() ? (reader.ReadInt32(), reader.ReadPlace()) : null;
        var empty = reader.ReadBoolean() ? new IndexHead(reader.ReadPlace(), reader.ReadMany(reader.ReadString)) : null;
        var allowed = reader.ReadMany(() => EntryRecord.ReadMark(reader));
        return new IndexPage(new IndexTable(path, process, rows, next) { Empty = empty }, allowed, reader.ReadMany(reader.ReadDiagnostic));
    }

    private static void Write(RecordWriter writer, IndexRow row)
    {
        writer.Write(row.Label);
        writer.WriteText(row.Target);
        writer.WriteText(row.Title);
        Write(writer, row.Status);
        Write(writer, row.TitleCell);
        writer.WriteMany(row.Cells, c => Write(writer, c));
        writer.Write(row.At);
        writer.Write(row.Number ?? -1);
        writer.Write(row.Group);
    }

    private static IndexRow ReadRow(RecordReader reader)
    {
        var (label, target, title) = (reader.ReadString(), reader.ReadText(), reader.ReadText());
        var status = ReadCell(reader);
        var titleCell = ReadCell(reader);
        var cells = reader.ReadMany(() => ReadCell(reader)!);
        return new IndexRow(null, label, target, title, status, cells, reader.ReadPlace())
        {
            TitleCell = titleCell,
            Number = reader.ReadInt32() is var number and >= 0 ? number : null,
            Group = reader.ReadString(),
        };
    }

    private static void Write(RecordWriter writer, IndexCell? cell)
    {
        writer.Write(cell is not null);
        if (cell is null) return;
        writer.Write(cell.Column);
        writer.Write(cell.Value);
        writer.Write(cell.At);
    }

    private static IndexCell? ReadCell(RecordReader reader) => reader.ReadBoolean() ? new IndexCell(reader.ReadString(), reader.ReadString(), reader.ReadPlace()) : null;
}
