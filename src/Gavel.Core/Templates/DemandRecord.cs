using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;

namespace Gavel.Core.Templates;

/// <summary>One demand in bytes: a number for its kind, what its kind has, what every demand has.</summary>
internal static class DemandRecord
{
    public static void Write(RecordWriter writer, Demand demand)
    {
        switch (demand)
        {
            case Demand.Title title:
                writer.Write((byte)1);
                writer.WriteMany(title.Pattern.Tokens, t =>
                {
                    writer.Write((byte)t.Part);
                    writer.Write(t.Text);
                });
                break;
            case Demand.Field field:
                writer.Write((byte)2);
                Write(writer, field);
                break;
            case Demand.Section section:
                writer.Write((byte)3);
                Write(writer, section);
                break;
            case Demand.Limit limit:
                writer.Write((byte)4);
                writer.WriteText(limit.SectionKey);
                writer.Write((byte)limit.Unit);
                writer.Write(limit.Max);
                writer.WriteText(limit.Of);
                break;
            case Demand.Prompt prompt:
                writer.Write((byte)5);
                writer.WriteText(prompt.SectionKey);
                writer.Write(prompt.Text);
                writer.Write((byte)prompt.Kind);
                break;
            case Demand.Media media:
                writer.Write((byte)6);
                writer.WriteText(media.SectionKey);
                writer.Write((byte)media.Kind);
                writer.Write(media.Text);
                writer.WriteText(media.AddressPrefix);
                break;
            case Demand.Plan plan:
                writer.Write((byte)7);
                writer.Write(plan.SectionKey);
                break;
            case Demand.TaskSize size:
                writer.Write((byte)8);
                writer.WriteText(size.SectionKey);
                writer.Write(size.MaxDays);
                break;
            case Demand.Licence licence:
                writer.Write((byte)9);
                writer.Write(licence.Text);
                break;
            case Demand.Contents:
                writer.Write((byte)10);
                break;
            default: throw new InvalidOperationException($"{demand.GetType().Name} has no form in bytes.");
        }
        writer.Write(demand.Key);
        writer.Write(demand.Source);
        writer.Write((byte)demand.Confidence);
        writer.Write((byte)demand.Requirement);
        writer.WriteText(demand.When.FromStatus);
        writer.WriteText(demand.When.UntilStatus);
        writer.WriteText(demand.When.Text);
    }

    public static Demand Read(RecordReader reader)
    {
        // The key and the source come behind what the kind has.
        Demand demand = reader.ReadByte() switch
        {
            1 => new Demand.Title(new TitlePattern(reader.ReadMany(() => new TitleToken((TitlePart)reader.ReadByte(), reader.ReadString())))) { Key = "", Source = None },
            2 => ReadField(reader),
            3 => ReadSection(reader),
            4 => new Demand.Limit(reader.ReadText(), (LimitUnit)reader.ReadByte(), reader.ReadInt32()) { Of = reader.ReadText(), Key = "", Source = None },
            5 => new Demand.Prompt(reader.ReadText(), reader.ReadString(), (PromptKind)reader.ReadByte()) { Key = "", Source = None },
            6 => new Demand.Media(reader.ReadText(), (MediaKind)reader.ReadByte(), reader.ReadString()) { AddressPrefix = reader.ReadText(), Key = "", Source = None },
            7 => new Demand.Plan(reader.ReadString()) { Key = "", Source = None },
            8 => new Demand.TaskSize(reader.ReadText(), reader.ReadInt32()) { Key = "", Source = None },
            9 => new Demand.Licence(reader.ReadString()) { Key = "", Source = None },
            10 => new Demand.Contents { Key = "", Source = None },
            _ => throw new FormatException("damaged"),
        };
        return demand with
        {
            Key = reader.ReadString(),
            Source = reader.ReadReason(),
            Confidence = (Confidence)reader.ReadByte(),
            Requirement = (Requirement)reader.ReadByte(),
            When = ConditionOf(reader.ReadText(), reader.ReadText(), reader.ReadText()),
        };
    }

    private static Reason None { get; } = new Reason.Standard("");

    private static Condition ConditionOf(string? from, string? until, string? text) => from is null && until is null && text is null ? Condition.Always : new Condition(from, until, text);

    private static void Write(RecordWriter writer, Demand.Field field)
    {
        writer.Write(field.Name);
        writer.Write((byte)field.Kind);
        writer.WriteMany(field.Values, writer.Write);
        writer.WriteText(field.Placeholder);
        writer.WriteText(field.Initial);
        writer.WriteText(field.Constant);
        writer.WriteText(field.Pattern);
        writer.Write(field.MayBeEmpty);
        writer.Write(field.IsList);
        writer.Write((byte)field.Style);
        writer.Write(field.Parent);
        writer.Write(field.Order);
    }

    private static Demand.Field ReadField(RecordReader reader) =>
        new(reader.ReadString(), (FieldKind)reader.ReadByte())
        {
            Values = reader.ReadMany(reader.ReadString),
            Placeholder = reader.ReadText(),
            Initial = reader.ReadText(),
            Constant = reader.ReadText(),
            Pattern = reader.ReadText(),
            MayBeEmpty = reader.ReadBoolean(),
            IsList = reader.ReadBoolean(),
            Style = (HeaderStyle)reader.ReadByte(),
            Parent = reader.ReadString(),
            Order = reader.ReadInt32(),
            Key = "",
            Source = None,
        };

    private static void Write(RecordWriter writer, Demand.Section section)
    {
        writer.Write(section.Text);
        writer.Write(section.Level);
        writer.WriteText(section.Parent);
        writer.Write(section.Order);
        writer.Write(section.IsOffered);
        writer.Write(section.IsRepeatable);
        writer.WriteText(section.Suffix);
        writer.Write(section.HasNoInstruction);
        writer.Write(section.MayBeEmpty);
        writer.WriteText(section.FieldKey);
        writer.WriteMany(section.Aliases, writer.Write);
        writer.Write(section.IsSlot);
        writer.Write(section.Use is not null);
        if (section.Use is not var (with, of)) return;
        writer.Write(with);
        writer.Write(of);
    }

    private static Demand.Section ReadSection(RecordReader reader) =>
        new(reader.ReadString(), reader.ReadInt32())
        {
            Parent = reader.ReadText(),
            Order = reader.ReadInt32(),
            IsOffered = reader.ReadBoolean(),
            IsRepeatable = reader.ReadBoolean(),
            Suffix = reader.ReadText(),
            HasNoInstruction = reader.ReadBoolean(),
            MayBeEmpty = reader.ReadBoolean(),
            FieldKey = reader.ReadText(),
            Aliases = reader.ReadMany(reader.ReadString),
            IsSlot = reader.ReadBoolean(),
            Use = reader.ReadBoolean() ? (reader.ReadInt32(), reader.ReadInt32()) : null,
            Key = "",
            Source = None,
        };
}
