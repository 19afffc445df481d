using System.Text;
using Gavel.Core.Text;

namespace Gavel.Web.Pages;

/// <summary>What came from npm when this was built and lies beside the program; nothing where npm was missing. Read when a page needs it.</summary>
internal static class ClientFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "client");

    // The lock file names every version and its digest, so it stands for the files.
    private static readonly string? Version = File.Exists(Path.Combine(Folder, "package-lock.json")) ? Sha256.Hex(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json")), 10) : null;

    /// <summary>The scripts that draw diagrams, in the order of loading.</summary>
    public static IReadOnlyList<OnDemandAsset> Diagrams { get; } = Version is null || !File.Exists(Path.Combine(Folder, "mermaid.min.js"))
        ? []
        : [new OnDemandAsset($"/assets/mermaid.{Version}.js", () => File.ReadAllBytes(Path.Combine(Folder, "mermaid.min.js"))), new OnDemandAsset(SiteAssets.Diagrams.Address, () => SiteAssets.Diagrams.Bytes)];

    /// <summary>The script that colours code.</summary>
    public static IReadOnlyList<OnDemandAsset> Code { get; } = Version is null || !File.Exists(Path.Combine(Folder, "prism", "prism-core.min.js")) ? [] : [new OnDemandAsset($"/assets/code.{Version}.{Sha256.Hex(string.Join(' ', CodeLanguages.InOrder), 6)}.js", Colours)];

    private static byte[] Colours()
    {
        var script = new StringBuilder();
        foreach (var name in CodeLanguages.InOrder)
        {
            var path = Path.Combine(Folder, "prism", $"prism-{name}.min.js");
            if (File.Exists(path)) script.Append(File.ReadAllText(path)).Append(";\n");
        }
        foreach (var (alias, language) in CodeLanguages.Aliases) script.Append($"Prism.languages.{alias}??=Prism.languages.{language};\n");
        return Encoding.UTF8.GetBytes(script.ToString());
    }
}

/// <summary>A file that the site has only where a page asks for it.</summary>
internal sealed record OnDemandAsset(string Address, Func<byte[]> Read);
