using System.Globalization;

namespace Gavel.Rst.Parsing;

/// <summary>The addresses of numbered documents.</summary>
internal static class RstUris
{
    public static string Pep(RstOptions options, int number) =>
        options.PepBaseUrl + "pep-" + number.ToString("0000", CultureInfo.InvariantCulture);

    public static string Rfc(RstOptions options, int number) =>
        options.RfcBaseUrl + "rfc" + number.ToString(CultureInfo.InvariantCulture) + ".html";
}
