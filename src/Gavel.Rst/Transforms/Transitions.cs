using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Moves a transition at the end of a section behind it, and reports those that separate nothing.</summary>
internal static class Transitions
{
    public static void Apply(TransformContext context)
    {
        if (context.Index.Transitions.Count == 0) return;
        var moved = new Dictionary<RstElement, List<(RstElement After, RstNode[] Nodes)>>();
        RstElement? last = null;
        foreach (var transition in context.Index.Transitions)
        {
            if (transition.Parent is not { } parent || parent == last) continue;
            last = parent;
            ApplyWithin(context, parent, moved);
        }

        foreach (var (parent, places) in moved) Insert(parent, places);
        context.Forget();
    }

    /// <summary>All transitions of one parent, in one pass over its children.</summary>
    private static void ApplyWithin(TransformContext context, RstElement parent, Dictionary<RstElement, List<(RstElement After, RstNode[] Nodes)>> moved)
    {
        var children = parent.Detach();
        var end = children.Length - 1;
        while (end >= 0 && IsPassedOver(children[end])) end--;
        RstNode? before = null;
        RstElement? atEnd = null;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is RstElement child) child.IndexHint = parent.Count;
            parent.Add(children[i]);
            if (IsPassedOver(children[i])) continue;
            var fault = children[i] is RstElement { Kind: RstKind.Transition } transition ? FaultOf(context, transition, parent, before) : null;
            if (fault is not null) parent.Add(fault);
            if (i == end && children[i] is RstElement { Kind: RstKind.Transition } lastOne) atEnd = lastOne;
            before = fault ?? children[i];
        }

        if (atEnd is not null) MoveUp(context, atEnd, moved);
    }

    private static RstSystemMessage? FaultOf(TransformContext context, RstElement transition, RstElement parent, RstNode? before)
    {
        if (before is null) return Report(context, transition, $"Transition at the start of the {(parent.Kind == RstKind.Document ? "document" : "section")}.");
        return before is RstElement { Kind: RstKind.Transition } ? Report(context, transition, "At least one body element should separate transitions.") : null;
    }

    /// <summary>Takes out a transition that ends its section, to be put behind the outermost section that ends with it.</summary>
    private static void MoveUp(TransformContext context, RstElement transition, Dictionary<RstElement, List<(RstElement After, RstNode[] Nodes)>> moved)
    {
        var inside = transition.Parent!;
        var at = inside;
        while (at.Parent is { } above && IsLast(at, above)) at = above;
        var index = inside.IndexOf(transition, transition.IndexHint);
        var hasFault = index + 1 < inside.Count && inside[index + 1] is RstSystemMessage;
        if (at.Parent is not { } outside)
        {
            inside.Insert(index + (hasFault ? 2 : 1), Report(context, transition, "Transition at the end of the document."));
            return;
        }

        if (!moved.TryGetValue(outside, out var places)) moved[outside] = places = [];
        places.Add((at, hasFault ? [transition, inside[index + 1]] : [transition]));
        if (hasFault) inside.RemoveAt(index + 1);
        inside.RemoveAt(index);
    }

    /// <summary>Puts nodes behind children of one parent, in one pass. The places are in the order of the children.</summary>
    private static void Insert(RstElement parent, List<(RstElement After, RstNode[] Nodes)> places)
    {
        var next = 0;
        foreach (var child in parent.Detach())
        {
            parent.Add(child);
            for (; next < places.Count && places[next].After == child; next++) parent.AddRange(places[next].Nodes);
        }
    }

    private static bool IsLast(RstElement element, RstElement parent)
    {
        for (var i = parent.IndexOf(element, element.IndexHint) + 1; i < parent.Count; i++)
        {
            if (!IsPassedOver(parent[i])) return false;
        }

        return true;
    }

    private static bool IsPassedOver(RstNode node) =>
        node is RstElement element && (PropagateTargets.IsInvisible(element.Kind) || element.Kind is RstKind.Title or RstKind.Subtitle or RstKind.Docinfo);

    private static RstSystemMessage Report(TransformContext context, RstElement transition, string text) =>
        context.Document.Report(RstSeverity.Warning, text, transition.Line, transition.Span);
}
