using System.Collections.Frozen;

namespace Gavel.Rst;

internal static class RstLanguagesData
{
    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Labels = new Dictionary<string, FrozenDictionary<string, string>>
    {
        ["en"] = new Dictionary<string, string> { ["contents"] = "Contents" }.ToFrozenDictionary(StringComparer.Ordinal),
        ["de"] = new Dictionary<string, string> { ["contents"] = "Inhalt" }.ToFrozenDictionary(StringComparer.Ordinal),
        ["fr"] = new Dictionary<string, string> { ["contents"] = "Sommaire" }.ToFrozenDictionary(StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Roles = FrozenDictionary<string, FrozenDictionary<string, string>>.Empty;

    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Directives = FrozenDictionary<string, FrozenDictionary<string, string>>.Empty;
}
