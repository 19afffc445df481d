using System.Reflection;
using Gavel.Core.Text;

namespace Gavel.Cli.CommandLine;

/// <summary>The version that the tool shows, and the one that its cache is for.</summary>
internal static class ToolVersion
{
    public static string Text =>
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Another build is another version: a checkout changes without its number changing.</summary>
    public static string CacheKey { get; } = Sha256.Hex(typeof(Core.Catalogs.Catalog).Module.ModuleVersionId.ToByteArray());
}
