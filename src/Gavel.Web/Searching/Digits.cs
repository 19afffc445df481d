using System.Text;

namespace Gavel.Web.Searching;

/// <summary>Whole numbers in visible ASCII: the lowest digits first, to the base 47; a digit that is not the last has 47 added. <c>!</c> is 0.</summary>
internal static class Digits
{
    private const int Base = 47;
    private const char Zero = '!';

    public static void Write(StringBuilder into, int value)
    {
        for (; value >= Base; value /= Base) into.Append((char)(Zero + Base + (value % Base)));
        into.Append((char)(Zero + value));
    }

    public static void Write(ByteBuffer into, int value)
    {
        for (; value >= Base; value /= Base) into.Add((byte)(Zero + Base + (value % Base)));
        into.Add((byte)(Zero + value));
    }

    /// <summary>Takes a number off the beginning.</summary>
    public static int Read(ref ReadOnlySpan<byte> from)
    {
        var value = 0;
        var weight = 1;
        for (var i = 0; ; i++)
        {
            var digit = from[i] - Zero;
            if (digit < Base)
            {
                from = from[(i + 1)..];
                return value + (digit * weight);
            }
            value += (digit - Base) * weight;
            weight *= Base;
        }
    }

    /// <summary>One character for 0 to 93.</summary>
    public static char One(int value) => (char)(Zero + value);
}
