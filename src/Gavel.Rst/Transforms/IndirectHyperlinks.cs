using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Resolves targets that name another target: <c>.. _one: two_</c>.</summary>
internal static class IndirectHyperlinks
{
    public static void Apply(TransformContext context)
    {
        var indirect = context.Index.Targets.FindAll(t => t["refname"] is not null && !context.PropagatedTo.ContainsKey(t));
        if (indirect.Count == 0) return;
        var before = new Dictionary<RstElement, List<RstElement>>();
        foreach (var (target, next) in context.PropagatedTo)
        {
            if (!before.TryGetValue(next, out var list)) before[next] = list = [];
            list.Add(target);
        }

        Dictionary<string, List<RstElement>>? byName = null;
        foreach (var target in indirect)
        {
            if (!target.IsResolved) Resolve(context, target, name => Named(byName ??= Group(context), name));
            PassOn(context, target, before);
        }
    }

    private static Dictionary<string, List<RstElement>> Group(TransformContext context)
    {
        var byName = new Dictionary<string, List<RstElement>>(StringComparer.Ordinal);
        foreach (var reference in context.Index.References.Concat(context.Index.Targets).OrderBy(r => r.Span.Start))
        {
            if (reference["refname"] is not { } name) continue;
            if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
            list.Add(reference);
        }

        return byName;
    }

    private static List<RstElement> Named(Dictionary<string, List<RstElement>> byName, string name) => byName.GetValueOrDefault(name) ?? [];

    /// <summary>Walks to the end of the chain and comes back, so that a long one needs no stack.</summary>
    private static void Resolve(TransformContext context, RstElement first, Func<string, List<RstElement>> referencesTo)
    {
        var chain = new List<RstElement>();
        var seen = new HashSet<RstElement>();
        RstElement? at = first;
        while (at is not null)
        {
            if (!seen.Add(at))
            {
                Fail(context, at, "forming a circular reference", referencesTo);
                break;
            }

            chain.Add(at);
            at = context.Names.ByName.GetValueOrDefault(at["refname"]!) is { Kind: RstKind.Target, IsResolved: false } next && next["refname"] is not null
                ? next
                : null;
        }

        for (var i = chain.Count - 1; i >= 0; i--)
        {
            ResolveOne(context, chain[i], referencesTo);
        }
    }

    private static void ResolveOne(TransformContext context, RstElement target, Func<string, List<RstElement>> referencesTo)
    {
        var name = target["refname"]!;
        if (!context.Names.ByName.TryGetValue(name, out var holder))
        {
            Fail(context, target, "which does not exist", referencesTo);
            return;
        }

        if (holder is null)
        {
            Fail(context, target, "which is a duplicate, and cannot be used as a unique reference", referencesTo);
            return;
        }

        context.MarkReferenced(name, holder);
        var isTarget = holder.Kind == RstKind.Target;
        if (isTarget && holder["refuri"] is { } uri)
        {
            target["refuri"] = uri;
            target["refid"] = null;
        }
        else
        {
            target["refid"] = isTarget && holder["refid"] is { } id ? id : context.IdOf(name, holder);
        }

        target["refname"] = null;
        target.IsResolved = true;
    }

    private static void Fail(TransformContext context, RstElement target, string why, Func<string, List<RstElement>> referencesTo)
    {
        var naming = target.Names.Count > 0 ? $"\"{target.Names[0]}\" " : "";
        if (target.Ids.Count > 0) naming += $"(id=\"{target.Ids[0]}\")";
        var message = context.Report(RstSeverity.Error, $"Indirect hyperlink target {naming} refers to target \"{target["refname"]}\", {why}.", target);
        context.SetId(message);
        foreach (var name in target.Names)
        {
            foreach (var reference in referencesTo(name))
            {
                if (!reference.IsResolved) context.MakeProblematic(reference, message);
            }
        }

        if (context.Waiting.Remove(target, out var waiting))
        {
            foreach (var reference in waiting) context.MakeProblematic(reference, message);
        }

        target.IsResolved = true;
    }

    /// <summary>Gives what the target now points at to the anonymous references that wait for it and to the targets that were chained to it.</summary>
    private static void PassOn(TransformContext context, RstElement target, Dictionary<RstElement, List<RstElement>> before)
    {
        var attribute = target["refid"] is not null ? "refid" : target["refuri"] is not null ? "refuri" : null;
        if (attribute is null) return;
        var value = target[attribute];
        if (context.Waiting.Remove(target, out var waiting))
        {
            foreach (var reference in waiting)
            {
                reference[attribute] = value;
                reference.IsResolved = true;
            }
        }

        var open = new Stack<RstElement>();
        open.Push(target);
        while (open.TryPop(out var at))
        {
            if (!before.Remove(at, out var chained)) continue;
            foreach (var earlier in chained)
            {
                if (attribute == "refuri") earlier["refid"] = null;
                earlier["refname"] = null;
                earlier[attribute] = value;
                earlier.IsResolved = true;
                open.Push(earlier);
            }
        }
    }
}
