using System.Runtime.InteropServices;
using Gavel.Core.Searching;

namespace Gavel.Storage.Sqlite;

/// <summary>The numbers of words while documents are put in and taken out; the counts are written at the end. Used by one thread after the other.</summary>
internal sealed class TermNumbers
{
    private readonly Connection _connection;
    private readonly List<Change> _changes = []; // of the words that were met
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal); // where among the changes
    private readonly Dictionary<int, int> _byNumber = []; // the same for words that the store had before
    private Dictionary<string, int>? _known; // every word that the store had before
    private int[] _byPooled = []; // the same for words of a tally, and one; 0 for one that was not met yet
    private int _epoch = -1;
    private int _last;
    private int _taken; // of the changes

    public TermNumbers(Connection connection)
    {
        _connection = connection;
        _last = (int)connection.Number("SELECT max(number) FROM term");
        if (_last == 0) _known = [];
    }

    /// <summary>The store had no words before.</summary>
    public bool IsNew => _known is { Count: 0 };

    private struct Change
    {
        public int Number;
        public string? Fresh; // null for a word that the store had before
        public int Documents;
        public int Titles;
    }

    /// <summary>Reads all words of the store: the database is not asked again before <see cref="Save"/>.</summary>
    public void Load()
    {
        if (_known is not null) return;
        _known = new Dictionary<string, int>(StringComparer.Ordinal);
        var select = _connection.Prepare("SELECT text, number FROM term");
        while (select.Step()) _known.Add(select.Text(0), (int)select.Long(1));
        select.Reset();
    }

    /// <summary>Each word of a document gained that document.</summary>
    /// <param name="into">Gets the words as <see cref="Vector.Pack"/> makes them.</param>
    public void Add(TermTally tally, List<long> into)
    {
        if (_epoch != tally.Epoch) Array.Clear(_byPooled);
        _epoch = tally.Epoch;
        if (_byPooled.Length < tally.Numbers) Array.Resize(ref _byPooled, tally.Numbers * 2);
        into.Clear();
        foreach (var term in tally.Terms)
        {
            ref var at = ref _byPooled[term.Number];
            if (at == 0) at = PlaceOf(tally.TermOf(term.Number)) + 1;
            ref var change = ref CollectionsMarshal.AsSpan(_changes)[at - 1];
            var inTitle = term.Is(TermUse.TitleTerm);
            change.Documents++;
            if (inTitle) change.Titles++;
            into.Add(Vector.Pack(change.Number, term.Level, inTitle));
        }
    }

    /// <summary>The number of a word of the document that was added last.</summary>
    /// <param name="number">In its tally.</param>
    public int NumberOf(int number) => _changes[_byPooled[number] - 1].Number;

    /// <summary>The words that came since this was asked last, in the order of their numbers.</summary>
    public string[] TakeNew()
    {
        var words = new string[_changes.Count - _taken];
        for (var i = 0; i < words.Length; i++) words[i] = _changes[_taken + i].Fresh!;
        _taken = _changes.Count;
        return words;
    }

    /// <summary>A word lost a document.</summary>
    public void Remove(int number, bool inTitle)
    {
        var at = PlaceOf(number);
        ref var change = ref CollectionsMarshal.AsSpan(_changes)[at];
        change.Documents--;
        if (inTitle) change.Titles--;
    }

    /// <returns>True where the words of titles are others, or stand in more or fewer titles.</returns>
    public bool Save()
    {
        var insert = _connection.Prepare("INSERT INTO term (number, text, docs, titles) VALUES (?1, ?2, ?3, ?4)");
        // In the order of the words: the index grows at its end.
        foreach (var change in _changes.Where(c => c.Fresh is not null).OrderBy(c => c.Fresh, StringComparer.Ordinal))
            insert.Bind(1, change.Number).Bind(2, change.Fresh).Bind(3, change.Documents).Bind(4, change.Titles).Run();
        var update = _connection.Prepare("UPDATE term SET docs = docs + ?2, titles = titles + ?3 WHERE number = ?1");
        foreach (var change in _changes)
        {
            if (change.Fresh is null && (change.Documents != 0 || change.Titles != 0)) update.Bind(1, change.Number).Bind(2, change.Documents).Bind(3, change.Titles).Run();
        }
        return _changes.Exists(c => c.Titles != 0);
    }

    private int PlaceOf(string term)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byText, term, out var isThere);
        if (isThere) return place;
        if (Find(term) is > 0 and var number) return place = PlaceOf(number);
        _changes.Add(new Change { Number = ++_last, Fresh = term });
        return place = _changes.Count - 1;
    }

    private int PlaceOf(int number)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byNumber, number, out var isThere);
        if (isThere) return place;
        _changes.Add(new Change { Number = number });
        return place = _changes.Count - 1;
    }

    private int Find(string term)
    {
        if (_known is not null) return _known.GetValueOrDefault(term);
        var select = _connection.Prepare("SELECT number FROM term WHERE text = ?1").Bind(1, term);
        var number = select.Step() ? (int)select.Long(0) : 0;
        select.Reset();
        return number;
    }
}
