using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Gives the classes of a <c>class</c> directive without content to the next element.</summary>
internal static class ClassAttribute
{
    public const string Name = "docutils.transforms.misc.ClassAttribute";

    public static void Apply(TransformContext context)
    {
        var parents = new List<RstElement>();
        foreach (var pending in context.Index.Pendings)
        {
            if (pending.Transform == Name && pending.Parent is { } parent && (parents.Count == 0 || parents[^1] != parent)) parents.Add(parent);
        }

        foreach (var parent in parents) ApplyWithin(context, parent);
        if (parents.Count > 0) context.Forget();
    }

    /// <summary>All pending classes of one parent, in one pass over its children.</summary>
    private static void ApplyWithin(TransformContext context, RstElement parent)
    {
        var kept = new List<RstNode>(parent.Count);
        var open = new List<RstPending>();
        foreach (var child in parent.Detach())
        {
            if (child is RstPending pending && pending.Transform == Name)
            {
                open.Add(pending);
                continue;
            }

            if (open.Count > 0 && child is RstElement next && IsSuitable(next))
            {
                foreach (var waiting in open) Give(waiting, next);
                open.Clear();
            }

            kept.Add(child);
        }

        parent.AddRange(kept);
        if (open.Count == 0) return;
        var above = SuitableAfter(parent);
        foreach (var waiting in open)
        {
            if (above is not null) Give(waiting, above);
            else parent.Add(Fault(context, waiting));
        }
    }

    private static bool IsSuitable(RstElement element) => !PropagateTargets.IsInvisible(element.Kind) && element.Kind != RstKind.SystemMessage;

    private static void Give(RstPending pending, RstElement element)
    {
        if (pending.Details.GetValueOrDefault("class") is IEnumerable<string> classes) element.Labels.Classes.AddRange(classes);
    }

    private static RstElement? SuitableAfter(RstElement element)
    {
        for (var at = element; at.Parent is { } parent; at = parent)
        {
            for (var i = parent.IndexOf(at, at.IndexHint) + 1; i < parent.Count; i++)
            {
                if (parent[i] is RstElement next && IsSuitable(next)) return next;
            }
        }

        return null;
    }

    private static RstSystemMessage Fault(TransformContext context, RstPending pending)
    {
        var directive = pending.Details.GetValueOrDefault("directive") as string ?? "class";
        var raw = new RstElement(RstKind.LiteralBlock, context.Document.Slice(pending.Span).ToString()) { ["xml:space"] = "preserve" };
        return context.Document.Report(RstSeverity.Error, $"No suitable element following \"{directive}\" directive", pending.Line, pending.Span, raw);
    }
}
