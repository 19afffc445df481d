using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Hands the names and ids of a target without an address (<c>.. _name:</c>) to the element after it.</summary>
internal static class PropagateTargets
{
    public static void Apply(TransformContext context)
    {
        var chain = new List<RstElement>();
        foreach (var target in context.Index.Targets)
        {
            var isInline = target.Parent is { } parent && RstKinds.HoldsText(parent.Kind);
            if (isInline && target["refuri"] is not null) context.Referenced.Add(target);
            if (isInline || !IsOpen(target)) continue;
            if (Next(target) is not { } next) continue;
            if (next is { Kind: RstKind.Reference, Count: 1 } && next[0] is RstElement { Kind: RstKind.Image } image) next = image;
            if (next.Kind is RstKind.Footnote or RstKind.Citation)
            {
                context.Report(RstSeverity.Info, $"Cannot propagate target \"{NameOf(target)}\" to next element", target);
                chain.Clear();
                continue;
            }

            if (IsInvisible(next.Kind) && next.Kind != RstKind.Target)
            {
                chain.Clear();
                continue;
            }

            chain.Add(target);
            if (next.Kind == RstKind.Target && IsOpen(next) && Next(next) is { } further && TakesNames(further)) continue;
            if (context.Options.LegacyIds) Move(context, chain, next);
            else MoveLazily(context, chain, next);
            foreach (var moved in chain) context.PropagatedTo[moved] = next;
            chain.Clear();
        }
    }

    private static bool IsOpen(RstElement target) => target["refuri"] is null && target["refid"] is null && target["refname"] is null;

    private static bool TakesNames(RstElement element) =>
        element.Kind == RstKind.Target || (element.Kind is not (RstKind.Footnote or RstKind.Citation) && !IsInvisible(element.Kind));

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

    /// <param name="chain">Targets right behind one another; the last one's names come first.</param>
    private static void Move(TransformContext context, List<RstElement> chain, RstElement next)
    {
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var target = chain[i];
            target["refid"] = context.SetId(target);
            var from = target.Labels;
            next.Labels.Ids.AddRange(from.Ids);
            foreach (var id in from.Ids) context.Names.Ids[id] = next;
            foreach (var name in from.Names)
            {
                context.IdOfName.TryAdd(name, from.Ids[0]);
                GiveName(context, name, target, next);
            }

            from.Ids.Clear();
            from.Names.Clear();
        }
    }

    /// <summary>As <see cref="Move"/>, for ids that are made only where something refers to them.</summary>
    private static void MoveLazily(TransformContext context, List<RstElement> chain, RstElement next)
    {
        string? behind = next is { Kind: RstKind.Target, Names.Count: > 0 } ? next.Names[0] : null;
        string? firstId = null;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var own = chain[i].Names.Count > 0 ? chain[i].Names[0] : null;
            if (i < chain.Count - 1 || next.Kind == RstKind.Target) chain[i]["refname"] = own ?? behind;
            behind = own;
            foreach (var name in chain[i].Names)
            {
                if (next.Kind != RstKind.Target)
                {
                    var id = context.AddId(next, name);
                    context.IdOfName.TryAdd(name, id);
                    firstId ??= id;
                }

                GiveName(context, name, chain[i], next);
            }

            chain[i].Labels.Names.Clear();
        }

        if (next.Kind != RstKind.Target) chain[^1]["refid"] = firstId ?? context.SetId(next);
    }

    private static void GiveName(TransformContext context, string name, RstElement target, RstElement next)
    {
        next.Labels.Names.Add(name);
        context.TargetOfName.TryAdd(name, target);
        if (context.Names.ByName.TryGetValue(name, out var holder) && holder == target) context.Names.ByName[name] = next;
    }
}
