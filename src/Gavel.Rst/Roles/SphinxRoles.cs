using Gavel.Rst.Parsing;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Roles;

/// <summary>
/// A cross reference of Sphinx: <c>title &lt;target&gt;</c>, <c>target</c>, <c>~path.target</c> for its last part, <c>!text</c> for no link.
/// The element has the target as <c>reftarget</c>; nothing resolves it.
/// </summary>
internal sealed class CrossReferenceRole(string name, RstKind kind) : RstRole(name)
{
    public override void Run(RstRoleCall call)
    {
        var text = call.Text;
        var open = text.EndsWith('>') ? text.LastIndexOf('<') : -1;
        var hasTitle = open > 0 && char.IsWhiteSpace(text[open - 1]);
        var target = hasTitle ? text[(open + 1)..^1] : text;
        var title = hasTitle ? text[..open].TrimEnd() : text;
        if (!hasTitle && text.Length > 1 && text[0] is '!' or '~')
        {
            target = title = text[1..];
            if (text[0] == '~') title = title[(title.TrimEnd('(', ')').LastIndexOf('.') + 1)..];
        }

        var element = call.Add(kind, title);
        element.Labels.Classes.Insert(0, "xref");
        element.Labels.Classes.Insert(1, call.RoleName.ToLowerInvariant().Replace(':', '-').Replace('+', '-'));
        if (text.Length > 0 && text[0] != '!') element["reftarget"] = target;
    }
}

/// <summary>Text with the name of the role as its class.</summary>
internal sealed class MarkedRole(string name, RstKind kind) : RstRole(name)
{
    public override void Run(RstRoleCall call) => call.Add(kind, call.Text).Labels.Classes.Insert(0, Name);
}

/// <summary>A link to a PEP or an RFC as Sphinx writes it, with an anchor or a title of its own.</summary>
internal sealed class SphinxDocumentRole(string name, bool isPep) : RstRole(name)
{
    public override void Run(RstRoleCall call)
    {
        var text = call.Text;
        var open = text.EndsWith('>') ? text.LastIndexOf('<') : -1;
        var target = (open > 0 ? text[(open + 1)..^1] : text).TrimStart('!').Trim();
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var number = hash < 0 ? target : target[..hash];
        var anchor = hash < 0 ? "" : target[hash..];
        if (!InlineNodes.IsNumber(number) || number.Length > 9)
        {
            call.Fail($"invalid {(isPep ? "PEP" : "RFC")} number {target}");
            return;
        }

        var value = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var options = call.Document.Options;
        var reference = new RstInline(RstKind.Reference, call.Span, call.Raw.AsMemory())
        {
            ["refuri"] = (isPep ? RstUris.Pep(options, value) : RstUris.Rfc(options, value)) + anchor,
        };
        reference.Labels.Classes.Add(Name);
        reference.Add(new RstText(open > 0 ? text[..open].TrimEnd() : $"{(isPep ? "PEP" : "RFC")} {target}") { Span = call.ContentSpan });
        call.Add(reference);
    }
}
