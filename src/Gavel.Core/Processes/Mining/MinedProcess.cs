using System.Collections.Immutable;
using System.Text;

namespace Gavel.Core.Processes.Mining;

/// <param name="Count">How many proposals are in it.</param>
/// <param name="Aliases">Other spellings that proposals or the index use; proposed, never in force.</param>
internal sealed record MinedStatus(string Name, StatusKind Kind, int Count, ImmutableArray<string> Aliases);

/// <param name="Key">Of the heading.</param>
/// <param name="With">How many of the proposals looked at have the section.</param>
internal sealed record SectionCount(string Key, int With);

/// <summary>All that was mined about one process: plain data, so that it can be kept.</summary>
internal sealed record MinedProcess
{
    private const int Format = 3;

    public string Name { get; init; } = "";

    public string Folder { get; init; } = "";

    public ImmutableArray<string> Templates { get; init; } = [];

    public string TemplatePattern { get; init; } = "";

    public ImmutableArray<string> Files { get; init; } = [];

    public string Header { get; init; } = "";

    public ImmutableArray<string> Exclude { get; init; } = [];

    public Numbering Numbering { get; init; }

    public int NumberWidth { get; init; }

    public StatusPlace StatusPlace { get; init; }

    public string StatusField { get; init; } = "";

    public ImmutableArray<MinedStatus> Statuses { get; init; } = [];

    public string Index { get; init; } = "";

    public ImmutableArray<string> IndexColumns { get; init; } = [];

    public string Anchors { get; init; } = "github";

    public int Proposals { get; init; }

    /// <summary>The text of a template made of what most proposals share; empty where there is a template.</summary>
    public string SharedTemplate { get; init; } = "";

    public string SharedTemplatePath { get; init; } = "";

    /// <summary>How many of <see cref="Scanned"/> proposals have a heading of a section's words, by the section's key.</summary>
    public ImmutableArray<SectionCount> SectionUse { get; init; } = [];

    public int Scanned { get; init; }

    /// <summary>Texts of the template that most finished proposals keep.</summary>
    public ImmutableArray<string> Furniture { get; init; } = [];

    /// <summary>The keys of fields whose value in the template hardly any proposal has: it shows what may stand there.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];

    /// <summary>The form of the proposals' titles with placeholders, where the template shows another; empty where it does not.</summary>
    public string TitleForm { get; init; } = "";

    public ImmutableArray<MinedItem> Items { get; init; } = [];

    public static byte[] Write(ImmutableArray<MinedProcess> processes)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            writer.Write(processes.Length);
            foreach (var process in processes) process.WriteTo(writer);
        }
        return stream.ToArray();
    }

    /// <returns>Null for bytes of another format, or damaged ones.</returns>
    public static ImmutableArray<MinedProcess>? Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (reader.ReadInt32() != Format) return null;
            var processes = ImmutableArray.CreateBuilder<MinedProcess>();
            for (var left = reader.ReadInt32(); left > 0; left--) processes.Add(ReadFrom(reader));
            return processes.ToImmutable();
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private void WriteTo(BinaryWriter writer)
    {
        foreach (var text in (string[])[Name, Folder, TemplatePattern, Header, StatusField, Index, Anchors, SharedTemplate, SharedTemplatePath, TitleForm]) writer.Write(text);
        foreach (var list in (ImmutableArray<string>[])[Templates, Files, Exclude, IndexColumns, Furniture, Examples]) WriteList(writer, list);
        foreach (var number in (ReadOnlySpan<int>)[(int)Numbering, NumberWidth, (int)StatusPlace, Proposals, Scanned, Statuses.Length, Items.Length, SectionUse.Length]) writer.Write(number);
        foreach (var status in Statuses)
        {
            writer.Write(status.Name);
            writer.Write((int)status.Kind);
            writer.Write(status.Count);
            WriteList(writer, status.Aliases);
        }
        foreach (var item in Items)
        {
            writer.Write(item.Key);
            WriteList(writer, item.Parts);
            writer.Write(item.From);
        }
        foreach (var section in SectionUse)
        {
            writer.Write(section.Key);
            writer.Write(section.With);
        }
    }

    private static MinedProcess ReadFrom(BinaryReader reader)
    {
        var process = new MinedProcess
        {
            Name = reader.ReadString(),
            Folder = reader.ReadString(),
            TemplatePattern = reader.ReadString(),
            Header = reader.ReadString(),
            StatusField = reader.ReadString(),
            Index = reader.ReadString(),
            Anchors = reader.ReadString(),
            SharedTemplate = reader.ReadString(),
            SharedTemplatePath = reader.ReadString(),
            TitleForm = reader.ReadString(),
            Templates = ReadList(reader),
            Files = ReadList(reader),
            Exclude = ReadList(reader),
            IndexColumns = ReadList(reader),
            Furniture = ReadList(reader),
            Examples = ReadList(reader),
            Numbering = (Numbering)reader.ReadInt32(),
            NumberWidth = reader.ReadInt32(),
            StatusPlace = (StatusPlace)reader.ReadInt32(),
            Proposals = reader.ReadInt32(),
            Scanned = reader.ReadInt32(),
        };
        var (statuses, items, sections) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return process with
        {
            Statuses = ReadMany(statuses, () => new MinedStatus(reader.ReadString(), (StatusKind)reader.ReadInt32(), reader.ReadInt32(), ReadList(reader))),
            Items = ReadMany(items, () => new MinedItem(reader.ReadString(), ReadList(reader), reader.ReadString())),
            SectionUse = ReadMany(sections, () => new SectionCount(reader.ReadString(), reader.ReadInt32())),
        };
    }

    private static ImmutableArray<T> ReadMany<T>(int count, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (; count > 0; count--) items.Add(read());
        return items.ToImmutable();
    }

    private static void WriteList(BinaryWriter writer, ImmutableArray<string> list)
    {
        writer.Write(list.Length);
        foreach (var text in list) writer.Write(text);
    }

    private static ImmutableArray<string> ReadList(BinaryReader reader)
    {
        var list = ImmutableArray.CreateBuilder<string>();
        for (var left = reader.ReadInt32(); left > 0; left--) list.Add(reader.ReadString());
        return list.ToImmutable();
    }
}
