using System.Text;

namespace Gavel.Storage.Git;

/// <summary>Reads many blobs through a <c>git cat-file --batch</c> of its own that is told all names at once: no answer waits for the next question.</summary>
internal static class BlobStream
{
    /// <returns>In the order of the names; null for what the repository lacks, what is no blob, and what is larger than Gavel reads.</returns>
    public static IEnumerable<byte[]?> Read(GitProgram git, IEnumerable<string> shas)
    {
        var names = Encoding.ASCII.GetBytes(string.Join('\n', shas) + "\n");
        using var process = git.Start(["cat-file", "--batch", "--buffer"]);
        process.Feed(names);
        var output = new BatchOutput(process.Output);
        var isAtEnd = false;
        try
        {
            while (output.MoveNext())
            {
                if (output is { Length: >= 0 and <= Files.WorkTree.MaxLength, IsBlob: true })
                {
                    yield return output.Read();
                    continue;
                }
                if (output.Length >= 0) output.Skip();
                yield return null;
            }
            isAtEnd = true;
        }
        finally
        {
            if (!isAtEnd) process.Kill();
            process.WaitForExit();
        }
        if (process.ExitCode != 0) throw git.Failure(["cat-file"], process.Errors.GetAwaiter().GetResult().Trim(), process.ExitCode);
    }
}
