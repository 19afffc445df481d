using System.Runtime.InteropServices;

namespace Gavel.Storage.Sqlite;

/// <summary>Lists of the proposals that have a token, as FTS5 keeps them, growing at their ends. Each is a chain of pieces that become larger.</summary>
internal sealed class Doclists
{
    private const int BlockBits = 18;
    private const int BlockSize = 1 << BlockBits;
    private const int Smallest = 16; // bytes of a piece
    private const int Largest = 4096;
    private const int Link = 4; // bytes before each piece that say where the next one is

    private readonly List<byte[]> _blocks = [];
    private readonly ByteBuffer _entry = new();
    private int _free = BlockSize; // in the last block
    private Chain[] _words = new Chain[1024];
    private Chain[] _others = new Chain[1024];

    // Places count through all blocks; 0 is none.
    private struct Chain
    {
        public int First;
        public int Last;
        public int At;
        public int End;
        public long Key;
    }

    /// <summary>Bytes in use.</summary>
    public long Size => (long)_blocks.Count << BlockBits;

    /// <param name="token">Below 0 for what is no word.</param>
    /// <param name="key">Of a proposal: more than all before.</param>
    /// <param name="places">Null for a list of keys alone.</param>
    public void Add(int token, long key, ReadOnlySpan<byte> places, bool hasPlaces)
    {
        ref var list = ref ListOf(token);
        _entry.Clear();
        _entry.AddNumber(key - list.Key);
        if (hasPlaces) _entry.AddNumber(places.Length * 2L);
        list.Key = key;
        Append(ref list, _entry.Span);
        Append(ref list, places);
    }

    /// <returns>False where no proposal has the token.</returns>
    public bool Read(int token, ByteBuffer into)
    {
        into.Clear();
        ref var list = ref ListOf(token);
        if (list.First == 0) return false;
        for (var (piece, size) = (list.First, Smallest); ; size = Math.Min(size * 2, Largest))
        {
            var isLast = piece == list.Last;
            into.Add(Block(piece).Slice(Link, (isLast ? list.At - piece : size) - Link));
            if (isLast) return true;
            piece = MemoryMarshal.Read<int>(Block(piece));
        }
    }

    public void Clear()
    {
        _blocks.Clear();
        _free = BlockSize;
        Array.Clear(_words);
        Array.Clear(_others);
    }

    private ref Chain ListOf(int token)
    {
        ref var lists = ref token < 0 ? ref _others : ref _words;
        var at = token < 0 ? ~token : token;
        if (at >= lists.Length) Array.Resize(ref lists, Math.Max(at + 1, lists.Length * 2));
        return ref lists[at];
    }

    private void Append(ref Chain list, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (list.At == list.End) Extend(ref list);
            var count = Math.Min(bytes.Length, list.End - list.At);
            bytes[..count].CopyTo(Block(list.At));
            list.At += count;
            bytes = bytes[count..];
        }
    }

    private void Extend(ref Chain list)
    {
        var size = list.First == 0 ? Smallest : Math.Min((list.End - list.Last) * 2, Largest);
        if (BlockSize - _free < size)
        {
            _free = _blocks.Count == 0 ? Smallest : 0; // no piece begins at 0
            _blocks.Add(new byte[BlockSize]);
        }
        var piece = ((_blocks.Count - 1) << BlockBits) + _free;
        _free += size;
        if (list.First == 0) list.First = piece;
        else MemoryMarshal.Write(Block(list.Last), piece);
        (list.Last, list.At, list.End) = (piece, piece + Link, piece + size);
    }

    private Span<byte> Block(int at) => _blocks[at >> BlockBits].AsSpan(at & (BlockSize - 1));
}
