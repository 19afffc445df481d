using System.Security.Cryptography;
using System.Text;

namespace Gavel.Web.Serving.Editing;

/// <summary>A secret of this run that every form carries: only who could read a page of this server can send one (double safety beside the origin check).</summary>
internal static class FormToken
{
    public const string Input = "token";

    public static string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static bool IsGood(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Value));
}
