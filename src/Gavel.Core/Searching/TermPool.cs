namespace Gavel.Core.Searching;

/// <summary>Words, each once, numbered from 0 as they come.</summary>
internal sealed class TermPool
{
    private const int Smallest = 2048; // a power of two

    private string[] _terms = new string[Smallest / 2];
    private Slot[] _slots = new Slot[Smallest]; // at most half of them are taken

    public int Count { get; private set; }

    public string this[int number] => _terms[number];

    public int NumberOf(ReadOnlySpan<char> term)
    {
        // Seeded anew by each process: nobody can write a text whose words collide.
        var hash = string.GetHashCode(term, StringComparison.Ordinal);
        var mask = _slots.Length - 1;
        var at = hash & mask;
        for (; _slots[at].Order != 0; at = (at + 1) & mask)
        {
            if (_slots[at].Hash == hash && term.SequenceEqual(_slots[at].Term)) return _slots[at].Order - 1;
        }
        if (Count == _terms.Length)
        {
            Grow();
            at = FreeFor(hash);
        }
        _terms[Count] = term.ToString();
        _slots[at] = new Slot(_terms[Count], hash, ++Count);
        return Count - 1;
    }

    public void Clear() => (_terms, _slots, Count) = (new string[Smallest / 2], new Slot[Smallest], 0);

    private void Grow()
    {
        Array.Resize(ref _terms, _terms.Length * 2);
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.Order != 0) _slots[FreeFor(slot.Hash)] = slot;
        }
    }

    private int FreeFor(int hash)
    {
        var mask = _slots.Length - 1;
        var at = hash & mask;
        while (_slots[at].Order != 0) at = (at + 1) & mask;
        return at;
    }

    /// <param name="Term">Here too: one place of memory less to wait for.</param>
    /// <param name="Order">The number and one; 0 where nothing is.</param>
    private readonly record struct Slot(string Term, int Hash, int Order);
}
