using System.Runtime.CompilerServices;

namespace Gavel.Core.Catalogs;

/// <summary>What was worked out of single entries and the names of the tree's files: kept for each entry as long as that very entry is in use. Catalogs of the same names share it. Safe for use by several threads.</summary>
internal sealed class EntryNotes
{
    private readonly ConditionalWeakTable<CatalogEntry, List<object>> _notes = [];

    /// <param name="make">Depends on the entry and the names of the files alone.</param>
    public T Of<T>(CatalogEntry entry, Func<CatalogEntry, T> make) where T : class
    {
        var notes = _notes.GetOrCreateValue(entry);
        lock (notes)
        {
            foreach (var note in notes)
            {
                if (note is T known) return known;
            }
            var made = make(entry);
            notes.Add(made);
            return made;
        }
    }
}
