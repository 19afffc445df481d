using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Gavel.Storage.Git;

/// <summary>Gives many texts in the order in which they are wanted: those that were read beside the log, and the rest from a git that is told all names at once.</summary>
internal sealed class ManyTexts(GitProgram git, BlobReader blobs, BlobAhead? ahead, Func<string, bool> isPresent)
{
    public IEnumerable<SourceText?> Read(IReadOnlyList<TextVersion> wanted)
    {
        var left = new Dictionary<string, int>(wanted.Count, StringComparer.Ordinal); // how often each is still to be given
        var missing = new List<string>();
        foreach (var (id, _) in wanted)
        {
            var times = left.GetValueOrDefault(id.Sha);
            left[id.Sha] = times + 1;
            if (times == 0 && ahead?.WasAsked(id.Sha) != true && isPresent(id.Sha)) missing.Add(id.Sha);
        }
        var again = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        using var others = new BlobQueue(git, missing);
        BlobQueue? late = null;
        try
        {
            for (var i = 0; i < wanted.Count; i++)
            {
                var (id, path) = wanted[i];
                if (!again.TryGetValue(id.Sha, out var bytes))
                {
                    if (others.Has(id.Sha))
                    {
                        bytes = others.Take(id.Sha);
                    }
                    else if (ahead?.WasAsked(id.Sha) == true && (bytes = ahead.Take(id.Sha)) is null)
                    {
                        late ??= new BlobQueue(git, LeftOut(ahead, wanted, i, again));
                        bytes = late.Has(id.Sha) ? late.Take(id.Sha) : isPresent(id.Sha) ? blobs.Read(id.Sha) : null;
                    }
                }
                if (--left[id.Sha] > 0) again[id.Sha] = bytes;
                else again.Remove(id.Sha);
                yield return bytes is null ? null : SourceText.Decode(path, bytes, id);
            }
            others.Finish();
            late?.Finish();
        }
        finally
        {
            late?.Dispose();
        }
    }

    // What did not fit into the memory of what is read ahead, or was given away.
    private List<string> LeftOut(BlobAhead beside, IReadOnlyList<TextVersion> wanted, int first, Dictionary<string, byte[]?> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<string>();
        for (var i = first; i < wanted.Count; i++)
        {
            var sha = wanted[i].Id.Sha;
            if (seen.Add(sha) && !known.ContainsKey(sha) && beside.WasAsked(sha) && !beside.WillGive(sha) && isPresent(sha)) found.Add(sha);
        }
        return found;
    }
}
