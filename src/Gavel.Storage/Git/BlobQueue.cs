namespace Gavel.Storage.Git;

/// <summary>Blobs that one git reads in the order in which they will be asked for.</summary>
/// <param name="shas">Each once.</param>
internal sealed class BlobQueue(GitProgram git, List<string> shas) : IDisposable
{
    private readonly HashSet<string> _left = new(shas, StringComparer.Ordinal);
    private readonly IEnumerator<byte[]?>? _blobs = shas.Count > 0 ? BlobStream.Read(git, shas).GetEnumerator() : null;

    /// <summary>Whether it is still to come.</summary>
    public bool Has(string sha) => _left.Contains(sha);

    /// <returns>Null for what is not to come, and for what the repository lacks.</returns>
    public byte[]? Take(string sha) => _left.Remove(sha) && _blobs!.MoveNext() ? _blobs.Current : null;

    /// <summary>Reads to the end, so that git ends by itself.</summary>
    public void Finish()
    {
        while (_blobs?.MoveNext() == true)
        {
            // What nobody took.
        }
    }

    public void Dispose() => _blobs?.Dispose();
}
