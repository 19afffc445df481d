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

    /// <summary>One character for 0 to 93.</summary>
    public static char One(int value) => (char)(Zero + value);
}
