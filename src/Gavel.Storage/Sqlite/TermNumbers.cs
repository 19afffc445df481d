namespace Gavel.Storage.Sqlite;

/// <summary>The numbers of words while documents are put in and taken out; the counts are written at the end.</summary>
internal sealed class TermNumbers
{
    private readonly Connection _connection;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Documents, int Titles)> _changes = [];
    private readonly List<(int Number, string Text)> _fresh = [];
    private readonly bool _isNew;
    private int _last;

    public TermNumbers(Connection connection)
    {
        _connection = connection;
        _last = (int)connection.Number("SELECT max(number) FROM term");
        _isNew = _last == 0;
    }

    /// <summary>A word gained a document.</summary>
    public int Add(string term, bool inTitle)
    {
        if (!_numbers.TryGetValue(term, out var number))
        {
            number = _isNew ? 0 : Find(term);
            if (number == 0)
            {
                number = ++_last;
                _fresh.Add((number, term));
            }
            _numbers.Add(term, number);
        }
        Change(number, 1, inTitle);
        return number;
    }

    /// <summary>A word lost a document.</summary>
    public void Remove(int number, bool inTitle) => Change(number, -1, inTitle);

    public void Save()
    {
        var insert = _connection.Prepare("INSERT INTO term (number, text, docs, titles) VALUES (?1, ?2, ?3, ?4)");
        // In the order of the words: the index grows at its end.
        _fresh.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        foreach (var (number, text) in _fresh)
        {
            var (documents, titles) = _changes[number];
            insert.Bind(1, number).Bind(2, text).Bind(3, documents).Bind(4, titles).Run();
            _changes.Remove(number);
        }
        var update = _connection.Prepare("UPDATE term SET docs = docs + ?2, titles = titles + ?3 WHERE number = ?1");
        foreach (var (number, (documents, titles)) in _changes)
        {
            if (documents != 0 || titles != 0) update.Bind(1, number).Bind(2, documents).Bind(3, titles).Run();
        }
    }

    private int Find(string term)
    {
        var select = _connection.Prepare("SELECT number FROM term WHERE text = ?1").Bind(1, term);
        var number = select.Step() ? (int)select.Long(0) : 0;
        select.Reset();
        return number;
    }

    private void Change(int number, int by, bool inTitle)
    {
        ref var change = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_changes, number, out _);
        change.Documents += by;
        if (inTitle) change.Titles += by;
    }
}
