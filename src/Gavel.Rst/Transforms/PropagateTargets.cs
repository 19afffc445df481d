using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Hands the names and ids of a target without an address (<c>.. _name:</c>) to the element after it.</summary>
internal static class PropagateTargets
{
    public static void Apply(TransformContext context)
    {
        foreach (var target in context.Index.Targets)
        {
            var isInline = target.Parent is { } parent && RstKinds.HoldsText(parent.Kind);
            if (isInline && target["refuri"] is not null) context.Referenced.Add(target);
            if (isInline || target["refuri"] is not null || target["refid"] is not null || target["refname"] is not null) continue;
            if (Next(target) is not { } next) continue;
            if (next is { Kind: RstKind.Reference, Count: 1 } && next[0] is RstElement { Kind: RstKind.Image } image) next = image;
            if (next.Kind is RstKind.Footnote or RstKind.Citation)
            {
                context.Report(RstSeverity.Info, $"Cannot propagate target \"{NameOf(target)}\" to next element", target);
                continue;
            }

            if (IsInvisible(next.Kind) && next.Kind != RstKind.Target) continue;
            if (context.Options.LegacyIds) Move(context, target, next);
            else MoveLazily(context, target, next);
            context.PropagatedTo[target] = next;
        }
    }

    /// <summary>Whether a reader of the result sees nothing of such an element.</summary>
    public static bool IsInvisible(RstKind kind) =>
        kind is RstKind.Comment or RstKind.SubstitutionDefinition or RstKind.Target or RstKind.Pending or RstKind.Meta or RstKind.Decoration;

    private static string NameOf(RstElement target) => target.Names.Count > 0 ? target.Names[0] : target.Ids.Count > 0 ? target.Ids[0] : "";

    private static RstElement? Next(RstElement element)
    {
        for (var at = element; at.Parent is { } parent; at = parent)
        {
            for (var i = parent.IndexOf(at, at.IndexHint) + 1; i < parent.Count; i++)
            {
                if (parent[i] is RstElement next && next.Kind != RstKind.SystemMessage) return next;
            }
        }

        return null;
    }

    private static void Move(TransformContext context, RstElement target, RstElement next)
    {
        if (target.Ids.Count == 0) context.SetId(target);
        var from = target.Labels;
        var to = next.Labels;
        target["refid"] = from.Ids[0];
        foreach (var id in from.Ids)
        {
            if (!to.Ids.Contains(id)) to.Ids.Add(id);
            context.Names.Ids[id] = next;
        }

        foreach (var name in from.Names)
        {
            context.IdOfName.TryAdd(name, from.Ids[0]);
            GiveName(context, name, target, next);
        }

        from.Ids.Clear();
        from.Names.Clear();
    }

    private static void MoveLazily(TransformContext context, RstElement target, RstElement next)
    {
        var names = target.Labels.Names;
        if (next.Kind == RstKind.Target)
        {
            target["refname"] = names.Count > 0 ? names[0] : next.Names.Count > 0 ? next.Names[0] : null;
        }
        else
        {
            foreach (var name in names)
            {
                context.IdOfName[name] = context.AddId(next, name);
            }

            target["refid"] = context.SetId(next);
            if (names.Count > 0) target["refid"] = context.IdOfName[names[0]];
        }

        foreach (var name in names) GiveName(context, name, target, next);
        names.Clear();
    }

    private static void GiveName(TransformContext context, string name, RstElement target, RstElement next)
    {
        next.Labels.Names.Add(name);
        context.TargetOfName.TryAdd(name, target);
        if (context.Names.ByName.TryGetValue(name, out var holder) && holder == target) context.Names.ByName[name] = next;
    }
}
