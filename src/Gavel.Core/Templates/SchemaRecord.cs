using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Text;

namespace Gavel.Core.Templates;

/// <summary>A learned schema in bytes, for a cache. The template itself is not in them: whoever asks for it gets it parsed again.</summary>
internal static class SchemaRecord
{
    // Changes with the shape of the bytes.
    public const string Format = "1";

    public static byte[] Write(Schema schema)
    {
        using var stream = new MemoryStream();
        using var writer = new RecordWriter(stream) { Path = schema.Path };
        writer.WriteText(schema.Heading);
        writer.Write((byte)schema.HeaderStyle);
        writer.Write(schema.SaysInstructionsGo);
        writer.Write(schema.Syntax);
        writer.WriteMany(schema.Demands, d => DemandRecord.Write(writer, d));
        writer.WriteMany(schema.Leftovers, l => Write(writer, l));
        writer.WriteMany(schema.Checklist, c =>
        {
            writer.Write(c.Text);
            writer.Write(c.Source);
        });
        writer.Write(schema.Naming is not null);
        if (schema.Naming is { } naming)
        {
            writer.Write(naming.Pattern);
            writer.Write(naming.Source);
            writer.Write(naming.IsDirectory);
            writer.Write(naming.NumberIsIssue);
            writer.Write(naming.Width ?? -1);
        }
        writer.WriteMany(schema.Defects, writer.Write);
        writer.Flush();
        return stream.ToArray();
    }

    /// <param name="open">Parses the template as learning does.</param>
    /// <returns>Null for bytes that are no such schema.</returns>
    public static Schema? Read(byte[] bytes, string path, ContentId revision, Func<Document> open)
    {
        try
        {
            using var reader = new RecordReader(new MemoryStream(bytes, writable: false)) { Path = path };
            var heading = reader.ReadText();
            var style = (HeaderStyle)reader.ReadByte();
            var saysInstructionsGo = reader.ReadBoolean();
            var syntax = reader.ReadString();
            var demands = reader.ReadMany(() => DemandRecord.Read(reader));
            var leftovers = reader.ReadMany(() => ReadLeftover(reader));
            var checklist = reader.ReadMany(() => new ChecklistStep(reader.ReadString(), reader.ReadReason()));
            var naming = reader.ReadBoolean() ? ReadNaming(reader) : null;
            var defects = reader.ReadMany(reader.ReadDiagnostic);
            return new Schema(path, revision, demands, leftovers, checklist, naming, defects)
            {
                Syntax = syntax,
                HeaderStyle = style,
                SaysInstructionsGo = saysInstructionsGo,
                Opener = open,
                Heading = heading,
            };
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return null; // cut short or written by something else: as if nothing were remembered
        }
    }

    private static void Write(RecordWriter writer, Leftover leftover)
    {
        writer.Write((byte)leftover.Kind);
        writer.Write(leftover.Text);
        writer.Write((byte)leftover.Style);
        writer.WriteText(leftover.Section);
        writer.Write(leftover.Source);
        writer.Write(leftover.MayStay);
        writer.WriteText(leftover.MayStayIn);
        writer.Write((byte)leftover.Confidence);
    }

    private static Leftover ReadLeftover(RecordReader reader) =>
        new((LeftoverKind)reader.ReadByte(), reader.ReadString(), (InstructionStyle)reader.ReadByte(), reader.ReadText(), reader.ReadReason())
        {
            MayStay = reader.ReadBoolean(),
            MayStayIn = reader.ReadText(),
            Confidence = (Confidence)reader.ReadByte(),
        };

    private static NamingDemand ReadNaming(RecordReader reader) =>
        new(reader.ReadString(), reader.ReadReason())
        {
            IsDirectory = reader.ReadBoolean(),
            NumberIsIssue = reader.ReadBoolean(),
            Width = reader.ReadInt32() is var width and >= 0 ? width : null,
        };
}
