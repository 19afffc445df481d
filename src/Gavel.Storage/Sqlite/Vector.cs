namespace Gavel.Storage.Sqlite;

/// <summary>The words of a document by number, with what each weighs there: numbers ascending, each as the difference to the one before in 7-bit groups, then a byte.</summary>
internal static class Vector
{
    private const int Step = 32;

    /// <summary>One word of a document as a number that sorts by the word.</summary>
    public static long Pack(int term, byte level, bool inTitle) => ((long)term << 8) | (long)(level << 1) | (inTitle ? 1L : 0);

    /// <param name="terms">See <see cref="Pack"/>. Is sorted.</param>
    public static byte[] Write(Span<long> terms)
    {
        terms.Sort();
        Span<byte> bytes = terms.Length <= 500 ? stackalloc byte[terms.Length * 6] : new byte[terms.Length * 6];
        var (at, last) = (0, 0);
        foreach (var packed in terms)
        {
            var term = (int)(packed >> 8);
            var rest = (uint)(term - last);
            for (; rest >= 0x80; rest >>= 7) bytes[at++] = (byte)(rest | 0x80);
            bytes[at++] = (byte)rest;
            bytes[at++] = (byte)packed;
            last = term;
        }
        return bytes[..at].ToArray();
    }

    /// <summary>Each word with its level and whether it is in the title.</summary>
    public static List<(int Term, byte Level, bool InTitle)> Read(ReadOnlySpan<byte> vector)
    {
        var terms = new List<(int Term, byte Level, bool InTitle)>();
        var (at, term) = (0, 0);
        while (at < vector.Length)
        {
            term += Next(vector, ref at);
            terms.Add((term, (byte)(vector[at] >> 1), (vector[at] & 1) != 0));
            at++;
        }
        return terms;
    }

    /// <summary>Places to leap to: of every so many words the number of the word before, and where in the vector it begins.</summary>
    public static long[] Steps(ReadOnlySpan<byte> vector)
    {
        var steps = new List<long>();
        var (at, term) = (0, 0);
        for (var count = 0; at < vector.Length; count++)
        {
            if (count % Step == 0) steps.Add(((long)term << 32) | (uint)at);
            term += Next(vector, ref at);
            at++;
        }
        return [.. steps];
    }

    /// <summary>What some words weigh.</summary>
    /// <param name="steps">See <see cref="Steps"/>.</param>
    /// <param name="wanted">Ascending, with the place of each among the levels.</param>
    /// <param name="levels">0 for a word that is not there.</param>
    /// <returns>A bit for each place whose word is in the title.</returns>
    public static ulong Look(ReadOnlySpan<byte> vector, long[] steps, ReadOnlySpan<(int Term, int Place)> wanted, Span<byte> levels)
    {
        levels.Clear();
        var title = 0UL;
        var (at, term) = (0, 0);
        foreach (var (number, place) in wanted)
        {
            var step = Array.BinarySearch(steps, (long)number << 32);
            if ((step < 0 ? ~step : step) - 1 is var last and >= 0 && (int)steps[last] > at) (at, term) = ((int)steps[last], (int)(steps[last] >> 32));
            while (term < number && at < vector.Length)
            {
                term += Next(vector, ref at);
                at++;
            }
            if (term != number) continue;
            levels[place] = (byte)(vector[at - 1] >> 1);
            title |= (ulong)(vector[at - 1] & 1) << place;
        }
        return title;
    }

    private static int Next(ReadOnlySpan<byte> vector, ref int at)
    {
        var (value, shift) = (0, 0);
        while (vector[at] >= 0x80)
        {
            value |= (vector[at++] & 0x7F) << shift;
            shift += 7;
        }
        return value | (vector[at++] << shift);
    }
}
