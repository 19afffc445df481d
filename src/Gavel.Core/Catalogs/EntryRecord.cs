using System.Globalization;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Gavel.Core.Catalogs;

/// <summary>Entries as bytes. Dates, the process and the file are no part: they come from elsewhere.</summary>
internal static class EntryRecord
{
    public static void Write(RecordWriter writer, CatalogEntry entry)
    {
        writer.Write(entry.Id);
        writer.WriteText(entry.Directory);
        writer.WriteText(entry.Number?.ToString(CultureInfo.InvariantCulture));
        writer.Write(entry.Title);
        writer.Write(entry.TitleAt);
        writer.WriteText(entry.StatusText);
        writer.WriteText(entry.Status);
        writer.Write((sbyte)(entry.Kind is { } kind ? (int)kind : -1));
        writer.WriteOptional(entry.StatusAt);
        writer.WriteMany(entry.Authors, writer.Write);
        writer.WriteMany(entry.Fields, f =>
        {
            writer.Write(f.Name);
            writer.WriteText(f.Value);
            writer.WriteOptional(f.At);
        });
        writer.WriteMany(entry.References, r =>
        {
            writer.Write((byte)r.Kind);
            writer.Write((byte)r.Source);
            writer.Write(r.To);
            writer.Write(r.At);
        });
        writer.WriteMany(entry.Anchors, writer.Write);
        writer.WriteMany(entry.Links, l =>
        {
            writer.Write(l.Target);
            writer.Write(l.At);
            writer.Write(l.IsImage);
            writer.Write(l.IsTargetSpan);
        });
        writer.WriteMany(entry.Allowed, m => Write(writer, m));
        writer.Write(entry.TemplatePath);
        writer.Write(entry.TemplateRevision);
        writer.Write(entry.FitsPattern);
    }

    public static CatalogEntry Read(RecordReader reader, Process process, TreeFile file)
    {
        var id = reader.ReadString();
        var directory = reader.ReadText();
        var number = reader.ReadText();
        return new CatalogEntry
        {
            Id = id,
            Process = process,
            File = file,
            Directory = directory,
            Number = number is null ? null : int.Parse(number, CultureInfo.InvariantCulture),
            Title = reader.ReadString(),
            TitleAt = reader.ReadPlace(),
            StatusText = reader.ReadText(),
            Status = reader.ReadText(),
            Kind = reader.ReadSByte() is var kind and >= 0 ? (StatusKind)kind : null,
            StatusAt = reader.ReadOptionalPlace(),
            Authors = reader.ReadMany(reader.ReadString),
            Fields = reader.ReadMany(() => new Fact(reader.ReadString(), reader.ReadText(), reader.ReadOptionalPlace())),
            References = reader.ReadMany(() =>
            {
                var what = (ReferenceKind)reader.ReadByte();
                var source = (ReferenceSource)reader.ReadByte();
                return new Reference(what, reader.ReadString(), reader.ReadPlace()) { Source = source };
            }),
            Anchors = reader.ReadMany(reader.ReadString),
            Links = reader.ReadMany(() => new EntryLink(reader.ReadString(), reader.ReadPlace(), reader.ReadBoolean(), reader.ReadBoolean())),
            Allowed = reader.ReadMany(() => ReadMark(reader)),
            TemplatePath = reader.ReadString(),
            TemplateRevision = reader.ReadString(),
            FitsPattern = reader.ReadBoolean(),
        };
    }

    public static void Write(RecordWriter writer, AllowMark mark)
    {
        writer.Write(mark.Rule);
        writer.Write(mark.Reason);
        writer.Write(mark.At);
        writer.Write(mark.Lines?.First ?? 0);
        writer.Write(mark.Lines?.Last ?? 0);
    }

    public static AllowMark ReadMark(RecordReader reader)
    {
        var rule = reader.ReadString();
        var reason = reader.ReadString();
        var at = reader.ReadPlace();
        var first = reader.ReadInt32();
        var last = reader.ReadInt32();
        return new AllowMark(rule, reason, at, first == 0 ? null : (first, last));
    }
}
