using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Makes a lone section at the top the document itself, and a lone one under that its subtitle.</summary>
internal static class TitlePromotion
{
    public static void ApplyToDocument(TransformContext context)
    {
        var root = context.Root;
        if (context.Options.DocTitleTransform && Promote(context, root)) PromoteSubtitle(context, root);
        if (root["title"] is null && root.Count > 0 && root[0] is RstElement { Kind: RstKind.Title } title) root["title"] = title.InnerText;
        context.Forget();
    }

    public static void ApplyToSections(TransformContext context)
    {
        if (!context.Options.SectionSubtitleTransform) return;
        foreach (var section in context.Index.Sections) PromoteSubtitle(context, section);
        context.Forget();
    }

    /// <summary>Whether a document's title may stand after such an element.</summary>
    public static bool IsPreBibliographic(RstKind kind) =>
        PropagateTargets.IsInvisible(kind) || kind is RstKind.SystemMessage or RstKind.Raw or RstKind.Title or RstKind.Subtitle;

    private static int CandidateIndex(RstElement element)
    {
        for (var i = 0; i < element.Count; i++)
        {
            if (element[i] is not RstElement child) return -1;
            if (IsPreBibliographic(child.Kind)) continue;
            return child.Kind == RstKind.Section && i == element.Count - 1 ? i : -1;
        }

        return -1;
    }

    private static bool Promote(TransformContext context, RstElement root)
    {
        var at = CandidateIndex(root);
        if (at < 0) return false;
        var section = (RstElement)root[at];
        TakeOver(context, section, root);
        var inside = section.Detach();
        root.RemoveAt(at);
        if (inside.Length == 0) return false;
        root.Insert(0, inside[0]);
        root.AddRange(inside.Skip(1));
        return true;
    }

    private static void PromoteSubtitle(TransformContext context, RstElement element)
    {
        var at = CandidateIndex(element);
        if (at < 0) return;
        var section = (RstElement)element[at];
        var subtitle = new RstElement(RstKind.Subtitle, section.Span);
        TakeOver(context, section, subtitle);
        var inside = section.Detach();
        if (inside.Length == 0 || inside[0] is not RstElement title) return;
        subtitle.Span = title.Span;
        subtitle.AddRange(title.Detach());
        element.RemoveAt(at);
        element.Insert(Math.Min(1, element.Count), subtitle);
        element.AddRange(inside.Skip(1));
    }

    private static void TakeOver(TransformContext context, RstElement from, RstElement to)
    {
        TransformContext.CopyLabels(from, to);
        foreach (var (name, value) in from.Attributes) to[name] ??= value;
        foreach (var id in from.Ids) context.Names.Ids[id] = to;
        foreach (var name in from.Names)
        {
            if (context.Names.ByName.TryGetValue(name, out var holder) && holder == from) context.Names.ByName[name] = to;
        }
    }
}
