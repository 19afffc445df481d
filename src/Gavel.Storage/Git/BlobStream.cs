using System.Globalization;
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
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = Task.Run(() => Feed(process, names));
        using var output = new BufferedStream(process.StandardOutput.BaseStream, 1 << 18);
        var isAtEnd = false;
        try
        {
            while (Header(output) is { } header)
            {
                var parts = header.Split(' ');
                if (parts.Length != 3 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                {
                    yield return null; // "<object> SP missing"
                    continue;
                }
                if (length > Files.WorkTree.MaxLength || !string.Equals(parts[1], "blob", StringComparison.Ordinal))
                {
                    Skip(output, length + 1);
                    yield return null;
                    continue;
                }
                var bytes = GC.AllocateUninitializedArray<byte>((int)length);
                output.ReadExactly(bytes);
                output.ReadByte();
                yield return bytes;
            }
            isAtEnd = true;
        }
        finally
        {
            if (!isAtEnd && !process.HasExited) process.Kill();
            process.WaitForExit();
            feeding.GetAwaiter().GetResult();
        }
        if (process.ExitCode != 0) throw git.Failure(["cat-file"], errors.GetAwaiter().GetResult().Trim(), process.ExitCode);
    }

    internal static string? Header(BufferedStream output)
    {
        var line = new StringBuilder(64);
        int b;
        while ((b = output.ReadByte()) != '\n')
        {
            if (b < 0) return null;
            line.Append((char)b);
        }
        return line.ToString();
    }

    internal static void Skip(BufferedStream output, long count)
    {
        var buffer = new byte[1 << 16];
        while (count > 0)
        {
            var read = output.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0) throw new EndOfStreamException("git cat-file ended");
            count -= read;
        }
    }

    private static void Feed(System.Diagnostics.Process process, byte[] names)
    {
        try
        {
            process.StandardInput.BaseStream.Write(names);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Git ended before it read everything; its exit code says why.
        }
    }
}
