using System.Collections.Immutable;
using Gavel.Core.Catalogs;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;
using Gavel.Web.Rendering;

namespace Gavel.Web.Pages;

/// <summary>The header fields of a page. The catalog keeps the words of those that the template has: their links, and all other fields, are read from the text.</summary>
internal sealed class HeaderFacts(ProposalModel model, Proposal proposal)
{
    private readonly Document _document = proposal.Document;
    private readonly LinkMap _map = new(model.Entry.Path, model.Site.Links.For(model.Entry));

    /// <summary>Those that the page shows nowhere else.</summary>
    public ImmutableArray<ShownField> All() => [.. model.Fields.Concat(Others()).Select(f => f.Date is null && Read(f.Fact) is { } parts ? f with { Value = parts } : f)];

    // What the template does not have is read as header all the same, so the text does not show it.
    private IEnumerable<ShownField> Others() =>
        from field in proposal.UnknownFields
        where field.Style is not HeaderStyle.SectionField && field.Value.Length > 0 && !(field.Style is HeaderStyle.FrontMatter && PageSetup.Is(field.Parent.Length > 0 ? field.Parent : field.Name))
        let fact = new Fact(field.Parent.Length > 0 ? $"{field.Parent} {field.Name}" : field.Name, field.Value, Place.In(_document.TextOf(field), field.Span))
        where model.IsShown(fact)
        select ShownField.Of(fact);

    // Null where a value is its words and nothing else.
    private ImmutableArray<TextPart>? Read(Fact fact)
    {
        if (fact.At is not { } at || !string.Equals(at.Path, _document.Text.Path, StringComparison.Ordinal)) return null;
        var field = _document.Header.FirstOrDefault(h => h.In is null && h.Span.Contains(at.Span.Start));
        if (field is null or { Style: HeaderStyle.FrontMatter or HeaderStyle.Preamble or HeaderStyle.Sidecar }) return null;
        var written = _document.Text.Slice(field.ValueSpan).ToString();
        if (written.AsSpan().IndexOfAny(']', '`', '_') < 0) return null;
        var syntax = model.Site.Source.Syntaxes.FirstOrDefault(s => string.Equals(s.Name, _document.Syntax, StringComparison.Ordinal));
        if (syntax?.Parse(SourceText.From(at.Path, $"{written}\n\n{Definitions()}")).Root.Blocks is not [Block.Paragraph first, ..]) return null;
        var links = first.Inlines.SelectMany(i => i is Inline.Styled styled ? styled.Children : [i]).OfType<Inline.Link>().Where(l => !l.IsImage && !l.IsAutomatic);
        return TextPart.With(links.Select(l => (PlainText.Of(l.Children), _map.Link(l.Target))), PlainText.Of(first.Inlines));
    }

    // What the links of a value may refer to stands anywhere in the text.
    private string Definitions() =>
        string.Join("\n", _document.Root.SelfAndDescendants().SelectMany(s => s.Blocks).OfType<Block.LinkDefinition>().Select(d => _document.Text.Slice(d.Span).ToString()));
}
