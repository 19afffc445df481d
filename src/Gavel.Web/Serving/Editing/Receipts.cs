using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Gavel.Web.Serving.Editing;

/// <summary>What was done, told by the page that follows.</summary>
/// <param name="About">The id that it was done to.</param>
/// <param name="Text">One sentence, or more.</param>
/// <param name="Branch">The branch that the commit was made on; null for the one that is checked out.</param>
/// <param name="Notes">What else there is to know, one sentence each.</param>
internal sealed record Receipt(string About, string Text, string? Branch, string Commit, ImmutableArray<string> Notes);

/// <summary>
/// What was done lately. A form that was sent is answered by the address of a page that tells it (RFC 9110, section 15.4.4), so that loading that page again sends nothing
/// again. Safe for use by several threads.
/// </summary>
internal sealed class Receipts
{
    /// <summary>The input of an address that names a receipt.</summary>
    public const string Input = "done";

    private const int Most = 256;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, Receipt> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <returns>Its name: nobody guesses it, so that no link tells somebody of what was never done.</returns>
    public string Keep(Receipt receipt)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        lock (_turn)
        {
            _kept[name] = receipt;
            _order.Enqueue(name);
            if (_order.Count > Most) _kept.Remove(_order.Dequeue());
        }
        return name;
    }

    /// <summary>Null for one that is not known: too many came after it, or the server was started again.</summary>
    public Receipt? Find(string? name)
    {
        lock (_turn) return name is null ? null : _kept.GetValueOrDefault(name);
    }
}
