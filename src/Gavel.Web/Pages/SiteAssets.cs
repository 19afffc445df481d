using System.Collections.Immutable;
using Gavel.Core.Text;

namespace Gavel.Web.Pages;

/// <summary>A file that pages load.</summary>
/// <param name="Address">Holds a digest of the content, so that browsers may keep it for ever.</param>
internal sealed record Asset(string Address, byte[] Bytes, string ContentType);

/// <summary>The style sheet and the scripts, which travel in the assembly.</summary>
internal static class SiteAssets
{
    public static Asset Style { get; } = Load("site.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = Load("site.js", "text/javascript; charset=utf-8");

    /// <summary>Searches; on the search page alone.</summary>
    public static Asset Search { get; } = Load("search.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = Load("icon.svg", "image/svg+xml");

    /// <summary>Sets off what draws diagrams; no page loads it without that.</summary>
    public static Asset Diagrams { get; } = Load("diagrams.js", "text/javascript; charset=utf-8");

    /// <summary>Follows the repository; only a live server has it.</summary>
    public static Asset Live { get; } = Load("live.js", "text/javascript; charset=utf-8");

    /// <summary>Previews and findings while somebody writes; only a live server has it.</summary>
    public static Asset Edit { get; } = Load("edit.js", "text/javascript; charset=utf-8");

    /// <summary>What only a live server shows.</summary>
    public static Asset LiveStyle { get; } = Load("live.css", "text/css; charset=utf-8");

    public static ImmutableArray<Asset> OfLive { get; } = [Live, Edit, LiveStyle];

    public static ImmutableArray<Asset> All { get; } = [Style, Script, Search, Icon];

    public static string Version { get; } = string.Join(' ', All.Select(a => a.Address).Concat(ClientFiles.Diagrams.Concat(ClientFiles.Code).Select(a => a.Address)));

    private static Asset Load(string name, string contentType)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream($"Gavel.Web.Assets.{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var dot = name.LastIndexOf('.');
        return new Asset($"/assets/{name[..dot]}.{Sha256.Hex(bytes, 10)}{name[dot..]}", bytes, contentType);
    }
}
