using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Moves a transition at the end of a section behind it, and reports those that separate nothing.</summary>
internal static class Transitions
{
    public static void Apply(TransformContext context)
    {
        if (context.Index.Transitions.Count == 0) return;
        foreach (var transition in context.Index.Transitions) Place(context, transition);
        context.Forget();
    }

    private static void Place(TransformContext context, RstElement transition)
    {
        if (transition.Parent is not { } parent) return;
        var index = parent.IndexOf(transition, transition.IndexHint);
        var before = index - 1;
        while (before >= 0 && parent[before] is RstElement previous && IsPassedOver(previous.Kind)) before--;
        var place = parent.Kind == RstKind.Document ? "document" : "section";
        string? fault = null;
        if (before < 0) fault = $"Transition at the start of the {place}.";
        else if (parent[before] is RstElement { Kind: RstKind.Transition }) fault = "At least one body element should separate transitions.";

        var (sibling, isAtEnd) = LastOfAll(transition, index);
        if (isAtEnd)
        {
            Insert(context, transition, "Transition at the end of the document.");
        }
        else if (sibling != transition)
        {
            parent.RemoveAt(index);
            sibling.Parent!.Insert(sibling.Parent.IndexOf(sibling) + 1, transition);
        }

        if (fault is not null) Insert(context, transition, fault);
    }

    /// <returns>The outermost element that ends with the transition, and whether the document does.</returns>
    private static (RstElement Sibling, bool IsAtEnd) LastOfAll(RstElement transition, int index)
    {
        var at = transition;
        while (at.Parent is { } parent)
        {
            var next = at == transition ? index + 1 : parent.IndexOf(at, at.IndexHint) + 1;
            while (next < parent.Count && parent[next] is RstElement following && IsPassedOver(following.Kind)) next++;
            if (next < parent.Count) return (at, false);
            at = parent;
        }

        return (transition, true);
    }

    private static bool IsPassedOver(RstKind kind) =>
        PropagateTargets.IsInvisible(kind) || kind is RstKind.Title or RstKind.Subtitle or RstKind.Docinfo;

    private static void Insert(TransformContext context, RstElement transition, string text)
    {
        var message = context.Document.Report(RstSeverity.Warning, text, transition.Line, transition.Span);
        if (transition.Parent is not { } parent) return;
        parent.Insert(parent.IndexOf(transition, transition.IndexHint) + 1, message);
    }
}
