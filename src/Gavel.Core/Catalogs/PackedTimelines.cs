using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Gavel.Core.Timelines;

namespace Gavel.Core.Catalogs;

/// <summary>A proposal's timeline with what must still hold of the proposal for it to be used again.</summary>
/// <param name="Template">Path and revision that the proposal is held to.</param>
internal sealed record KeptTimeline(string Id, string Path, string Template, ImmutableArray<TimelineEvent> Events);

/// <summary>
/// Timelines in one block of bytes, each unpacked when it is asked for. Four numbers (strings, proposals, events, unused), the ends of the strings, a row
/// for each proposal by id, a row for each event; then the strings in UTF-8. The first string is the commit that the history ended at.
/// </summary>
internal sealed class PackedTimelines
{
    private const int HeadLength = 16;
    private const int ProposalLength = 5 * 4;
    private const int EventLength = 14 * 4;

    private readonly byte[] _bytes;
    private readonly int _proposals;
    private readonly int _events;
    private readonly int _text;
    private readonly string?[] _strings;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    private PackedTimelines(byte[] bytes)
    {
        _bytes = bytes;
        _proposals = HeadLength + 4 * Int(0);
        _events = _proposals + ProposalLength * Int(4);
        _text = _events + EventLength * Int(8);
        _strings = new string?[Int(0)];
        for (var i = 0; i < Int(4); i++) _rows[StringAt(Int(_proposals + i * ProposalLength))!] = _proposals + i * ProposalLength;
    }

    public string Head => StringAt(0)!;

    public IEnumerable<string> Ids => _rows.Keys;

    /// <returns>Null for bytes that are no such block.</returns>
    public static PackedTimelines? Open(byte[] bytes)
    {
        if (bytes.Length < HeadLength) return null;
        var sizes = HeadLength + 4L * Count(0) + ProposalLength * (long)Count(4) + EventLength * (long)Count(8);
        return Count(0) < 1 || sizes > bytes.Length ? null : new PackedTimelines(bytes);

        int Count(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }

    public static byte[] Pack(string head, IReadOnlyList<KeptTimeline> timelines)
    {
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        var ends = new List<int>();
        using var text = new MemoryStream();
        using var proposals = new MemoryStream();
        using var events = new MemoryStream();
        IndexOf(head);
        var first = 0;
        foreach (var timeline in timelines)
        {
            foreach (var number in (ReadOnlySpan<int>)[IndexOf(timeline.Id), IndexOf(timeline.Path), IndexOf(timeline.Template), first, timeline.Events.Length]) Write(proposals, number);
            first += timeline.Events.Length;
            foreach (var told in timeline.Events) WriteEvent(told);
        }
        using var whole = new MemoryStream();
        foreach (var number in (int[])[ends.Count, timelines.Count, first, 0, .. ends]) Write(whole, number);
        proposals.WriteTo(whole);
        events.WriteTo(whole);
        text.WriteTo(whole);
        return whole.ToArray();

        void WriteEvent(TimelineEvent told)
        {
            Write(events, (int)told.Kind);
            Write(events, (int)(told.Recorded.Ticks & 0xFFFFFFFF));
            Write(events, (int)(told.Recorded.Ticks >> 32));
            Write(events, (int)told.Recorded.Offset.TotalMinutes);
            Write(events, told.Effective?.DayNumber ?? -1);
            foreach (var value in (ReadOnlySpan<string?>)[told.By, told.Commit, told.Path, told.Name, told.From, told.To]) Write(events, IndexOf(value));
            Write(events, told.Bulk ?? -1);
            Write(events, IndexOf(told.Subject));
            Write(events, 0);
        }

        int IndexOf(string? value)
        {
            if (value is null) return -1;
            if (strings.TryGetValue(value, out var index)) return index;
            text.Write(Encoding.UTF8.GetBytes(value));
            ends.Add((int)text.Length);
            return strings[value] = ends.Count - 1;
        }

        static void Write(MemoryStream stream, int number)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(four, number);
            stream.Write(four);
        }
    }

    /// <returns>Null for an unknown id.</returns>
    public KeptTimeline? Find(string id)
    {
        if (!_rows.TryGetValue(id, out var row)) return null;
        var (first, count) = (Int(row + 12), Int(row + 16));
        var events = ImmutableArray.CreateBuilder<TimelineEvent>(count);
        for (var i = first; i < first + count; i++) events.Add(EventAt(_events + i * EventLength));
        return new KeptTimeline(id, StringAt(Int(row + 4))!, StringAt(Int(row + 8))!, events.MoveToImmutable());
    }

    /// <summary>Without its events.</summary>
    public (string Path, string Template)? About(string id) => _rows.TryGetValue(id, out var row) ? (StringAt(Int(row + 4))!, StringAt(Int(row + 8))!) : null;

    private TimelineEvent EventAt(int at)
    {
        var recorded = new DateTimeOffset((uint)Int(at + 4) | ((long)Int(at + 8) << 32), TimeSpan.FromMinutes(Int(at + 12)));
        DateOnly? effective = Int(at + 16) is >= 0 and var day ? DateOnly.FromDayNumber(day) : null;
        return new TimelineEvent(
            (TimelineEventKind)Int(at), recorded, effective, StringAt(Int(at + 20)), StringAt(Int(at + 24)), StringAt(Int(at + 28))!, StringAt(Int(at + 32)), StringAt(Int(at + 36)), StringAt(Int(at + 40)),
            Int(at + 44) is >= 0 and var bulk ? bulk : null)
        {
            Subject = StringAt(Int(at + 48)),
        };
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    // Two threads may both unpack one; they get equal strings.
    private string? StringAt(int index)
    {
        if (index < 0) return null;
        if (_strings[index] is { } known) return known;
        var start = index == 0 ? 0 : Int(HeadLength + 4 * (index - 1));
        return _strings[index] = Encoding.UTF8.GetString(_bytes, _text + start, Int(HeadLength + 4 * index) - start);
    }
}
