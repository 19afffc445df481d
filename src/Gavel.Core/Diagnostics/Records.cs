using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Text;

namespace Gavel.Core.Diagnostics;

/// <summary>Writes values compactly, for a cache. <see cref="RecordReader"/> reads them in the same order.</summary>
internal sealed class RecordWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    /// <summary>The path of most places; it is not written again for each.</summary>
    public string Path { get; init; } = "";

    public void WriteText(string? text)
    {
        Write(text is not null);
        if (text is not null) Write(text);
    }

    public void WriteMany<T>(ImmutableArray<T> items, Action<T> write)
    {
        Write7BitEncodedInt(items.Length);
        foreach (var item in items) write(item);
    }

    public void WriteOptional(Place? place)
    {
        Write(place is not null);
        if (place is not null) Write(place);
    }

    public void Write(Place place)
    {
        Write(string.Equals(place.Path, Path, StringComparison.Ordinal) ? "" : place.Path);
        Write(place.Span);
        Write7BitEncodedInt(place.Start.Line);
        Write7BitEncodedInt(place.Start.Column);
        Write7BitEncodedInt(place.End.Line);
        Write7BitEncodedInt(place.End.Column);
    }

    public void Write(TextSpan span)
    {
        Write7BitEncodedInt(span.Start);
        Write7BitEncodedInt(span.Length);
    }

    public void Write(Diagnostic diagnostic)
    {
        Write(diagnostic.Rule);
        Write((byte)diagnostic.Severity);
        Write((byte)diagnostic.Ceiling);
        Write(diagnostic.At);
        Write(diagnostic.Message);
        Write(diagnostic.Reason);
        WriteText(diagnostic.Proposal);
        WriteText(diagnostic.Help);
        Write(diagnostic.Demand);
        Write(diagnostic.Subject);
        WriteMany(diagnostic.Also, Write);
        WriteMany(diagnostic.Related, r =>
        {
            Write(r.At);
            Write(r.Message);
        });
        Write(diagnostic.Fix is not null);
        if (diagnostic.Fix is { } fix) Write(fix);
    }

    public void Write(Reason reason)
    {
        switch (reason)
        {
            case Reason.TemplateLine line:
                Write((byte)1);
                Write(line.At);
                WriteText(line.Revision?.Sha);
                Write(line.Text);
                break;
            case Reason.Configuration configuration:
                Write((byte)2);
                Write(configuration.At);
                Write(configuration.Text);
                break;
            case Reason.Standard standard:
                Write((byte)3);
                Write(standard.Name);
                break;
        }
    }

    private void Write(Fix fix)
    {
        Write(fix.Description);
        Write(fix.IsSafe);
        Write(fix.Turn is not null);
        if (fix.Turn is { } turn) Write(turn);
        WriteMany(fix.Changes.Edits, e =>
        {
            Write(e.Path);
            Write(e.Base.Sha);
            Write(e.Span);
            Write(e.NewText);
        });
        WriteMany(fix.Changes.Moves, m =>
        {
            Write(m.From);
            Write(m.To);
        });
        WriteMany(fix.Changes.Files, f =>
        {
            Write(f.Path);
            Write(f.Content);
        });
    }
}

/// <summary>Reads what <see cref="RecordWriter"/> wrote.</summary>
internal sealed class RecordReader(Stream stream) : BinaryReader(stream, Encoding.UTF8)
{
    private const int MaxItems = 10_000_000; // a damaged length must not ask for all memory

    public string Path { get; init; } = "";

    public string? ReadText() => ReadBoolean() ? ReadString() : null;

    public ImmutableArray<T> ReadMany<T>(Func<T> read)
    {
        var count = Read7BitEncodedInt();
        if (count == 0) return [];
        if (count is < 0 or > MaxItems) throw new FormatException("damaged");
        var items = ImmutableArray.CreateBuilder<T>(Math.Min(count, 1024));
        for (var i = 0; i < count; i++) items.Add(read());
        return items.DrainToImmutable();
    }

    public Place? ReadOptionalPlace() => ReadBoolean() ? ReadPlace() : null;

    public Place ReadPlace()
    {
        var path = ReadString();
        return new Place(
            path.Length == 0 ? Path : path, ReadSpan(),
            new LinePosition(Read7BitEncodedInt(), Read7BitEncodedInt()), new LinePosition(Read7BitEncodedInt(), Read7BitEncodedInt()));
    }

    public TextSpan ReadSpan() => new(Read7BitEncodedInt(), Read7BitEncodedInt());

    public Diagnostic ReadDiagnostic()
    {
        var rule = ReadString();
        var severity = (Severity)ReadByte();
        var ceiling = (Severity)ReadByte();
        return new Diagnostic(rule, severity, ReadPlace(), ReadString(), ReadReason())
        {
            Ceiling = ceiling,
            Proposal = ReadText(),
            Help = ReadText(),
            Demand = ReadString(),
            Subject = ReadString(),
            Also = ReadMany(ReadPlace),
            Related = ReadMany(() => new Related(ReadPlace(), ReadString())),
            Fix = ReadBoolean() ? ReadFix() : null,
        };
    }

    public Reason ReadReason()
    {
        switch (ReadByte())
        {
            case 1:
                var at = ReadPlace();
                var revision = ReadText();
                return new Reason.TemplateLine(at, revision is null ? null : new ContentId(revision), ReadString());
            case 2: return new Reason.Configuration(ReadPlace(), ReadString());
            case 3: return new Reason.Standard(ReadString());
            default: throw new FormatException("damaged");
        }
    }

    private Fix ReadFix()
    {
        var (description, isSafe) = (ReadString(), ReadBoolean());
        int? turn = ReadBoolean() ? ReadInt32() : null;
        var changes = new ChangeSet(
            ReadMany(() => new FileEdit(ReadString(), new ContentId(ReadString()), ReadSpan(), ReadString())),
            ReadMany(() => new FileMove(ReadString(), ReadString())),
            ReadMany(() => new NewFile(ReadString(), ReadString())));
        return new Fix(description, isSafe, changes) { Turn = turn };
    }
}
