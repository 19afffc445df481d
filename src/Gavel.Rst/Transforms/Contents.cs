using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Builds the tables of contents that <c>contents</c> directives ask for.</summary>
internal static class Contents
{
    public const string Name = "docutils.transforms.parts.Contents";

    public static void Apply(TransformContext context)
    {
        var any = false;
        foreach (var pending in context.Index.Pendings)
        {
            if (pending.Transform != Name || pending.Parent is not { } topic) continue;
            any = true;
            context.SetId(topic);
            var list = new Builder(context, pending, topic).Build(StartOf(context, pending, topic), 1);
            if (list is not null) TransformContext.ReplaceInParent(pending, list);
            else topic.Parent?.Remove(topic);
        }

        if (any) context.Forget();
    }

    private static RstElement StartOf(TransformContext context, RstPending pending, RstElement topic)
    {
        if (!pending.Details.ContainsKey("local")) return context.Root;
        var start = topic.Parent;
        while (start is not null && start.Kind is not (RstKind.Section or RstKind.Document)) start = start.Parent;
        return start ?? context.Root;
    }

    private sealed class Builder(TransformContext context, RstPending pending, RstElement topic)
    {
        private readonly int _depth = pending.Details.GetValueOrDefault("depth") is int depth ? depth : int.MaxValue;
        private readonly string _backlinks = pending.Details.TryGetValue("backlinks", out var links) ? links as string ?? "none" : "entry";

        public RstElement? Build(RstElement node, int level)
        {
            RstElement? list = null;
            var isNumbered = false;
            foreach (var child in node.Children)
            {
                if (child is not RstElement { Kind: RstKind.Section } section || section.Find(RstKind.Title) is not { } title) continue;
                list ??= new RstElement(RstKind.BulletList, pending.Span);
                isNumbered = title["auto"] is not null;
                var item = new RstElement(RstKind.ListItem, pending.Span);
                var paragraph = new RstElement(RstKind.Paragraph, pending.Span);
                paragraph.Add(Entry(section, title));
                item.Add(paragraph);
                if (level < _depth && Build(section, level + 1) is { } below) item.Add(below);
                list.Add(item);
            }

            if (isNumbered) list!.Labels.Classes.Add("auto-toc");
            return list;
        }

        private RstInline Entry(RstElement section, RstElement title)
        {
            var reference = new RstInline(RstKind.Reference, pending.Span) { ["refid"] = context.SetId(section), IsResolved = true };
            CopyText(title, reference);
            var id = context.SetNumberedId(reference, "toc-entry");
            var hasReference = false;
            foreach (var inner in title.Descendants()) hasReference |= inner.Kind == RstKind.Reference;
            if (hasReference) return reference;
            if (_backlinks == "entry") title["refid"] = id;
            else if (_backlinks == "top") title["refid"] = context.SetId(topic);
            return reference;
        }

        /// <summary>Copies a title without what cannot stand in an entry: references, targets, ids, images.</summary>
        private static void CopyText(RstElement from, RstElement to)
        {
            foreach (var child in from.Children)
            {
                if (child is RstText text)
                {
                    to.Add(new RstText(text.Memory) { Span = text.Span });
                    continue;
                }

                var element = (RstElement)child;
                switch (element.Kind)
                {
                    case RstKind.FootnoteReference or RstKind.CitationReference: break;
                    case RstKind.Image:
                        if (element["alt"] is { } alt) to.Add(new RstText(alt) { Span = element.Span });
                        break;
                    case RstKind.Problematic or RstKind.Reference or RstKind.Target: CopyText(element, to); break;
                    default:
                        var copy = new RstElement(element.Kind, element.Span);
                        if (element.HasLabels) copy.Labels.Classes.AddRange(element.Labels.Classes);
                        foreach (var (name, value) in element.Attributes) copy[name] = value;
                        CopyText(element, copy);
                        to.Add(copy);
                        break;
                }
            }
        }
    }
}
