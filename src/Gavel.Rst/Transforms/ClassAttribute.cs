using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Gives the classes of a <c>class</c> directive without content to the next element.</summary>
internal static class ClassAttribute
{
    public const string Name = "docutils.transforms.misc.ClassAttribute";

    public static void Apply(TransformContext context)
    {
        var any = false;
        foreach (var pending in context.Index.Pendings)
        {
            if (pending.Transform != Name || pending.Parent is null) continue;
            Apply(context, pending);
            any = true;
        }

        if (any) context.Forget();
    }

    private static void Apply(TransformContext context, RstPending pending)
    {
        RstElement child = pending;
        for (var parent = pending.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            for (var i = parent.IndexOf(child, child.IndexHint) + 1; i < parent.Count; i++)
            {
                if (parent[i] is not RstElement next || PropagateTargets.IsInvisible(next.Kind) || next.Kind == RstKind.SystemMessage) continue;
                if (pending.Details.GetValueOrDefault("class") is IEnumerable<string> classes) next.Labels.Classes.AddRange(classes);
                pending.Parent!.Remove(pending);
                return;
            }
        }

        var directive = pending.Details.GetValueOrDefault("directive") as string ?? "class";
        var raw = new RstElement(RstKind.LiteralBlock, context.Document.Slice(pending.Span).ToString()) { ["xml:space"] = "preserve" };
        var message = context.Document.Report(RstSeverity.Error, $"No suitable element following \"{directive}\" directive", pending.Line, pending.Span, raw);
        TransformContext.ReplaceInParent(pending, message);
    }
}
