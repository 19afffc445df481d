using System.Collections.Immutable;
using Gavel.Core.Documents;
using Gavel.Core.Documents.Markdown;
using Gavel.Core.Documents.Rst;
using Gavel.Core.Text;
using Gavel.Web.Rendering;

namespace Web.Tests.Rendering;

/// <summary>Texts rendered as a site of three files would.</summary>
internal static class Rendered
{
    public static readonly ImmutableArray<ISyntax> Syntaxes = [new MarkdownSyntax(), new RstSyntax()];

    private static readonly string[] Files = ["doc/kip-7.md", "doc/kip-8.rst", "doc/pictures/a b.png", "README.md", "src/main.c"];

    public static readonly RenderLinks Site = new()
    {
        PageOf = static path => path switch { "doc/kip-7.md" => "/KIP-7", "doc/kip-8.rst" => "/KIP-8", "doc/kip-9" => "/KIP-9", _ => null },
        PageOfId = static id => id == "pep-8" ? "/PEP-8" : null,
        FileOf = static path => path.EndsWith(".png", StringComparison.Ordinal) && Files.Contains(path) ? "/files/" + Uri.EscapeDataString(path) : null,
        OnHost = static path => Files.Contains(path) ? "https://host.example/blob/" + path : null,
    };

    public static RenderedText Markdown(string text) => Text("doc/kip-1.md", text);

    public static RenderedText Rst(string text) => Text("doc/kip-1.rst", text);

    public static RenderedText Text(string path, string text, RenderLinks? links = null)
    {
        var syntax = Syntaxes.First(s => s.Reads(path));
        return new TextRenderer(Syntaxes).Render(syntax.Parse(SourceText.From(path, text)), links ?? Site);
    }
}
