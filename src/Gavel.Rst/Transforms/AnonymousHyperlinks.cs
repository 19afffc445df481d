using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Ties the n-th anonymous reference to the n-th anonymous target.</summary>
internal static class AnonymousHyperlinks
{
    public static void Apply(TransformContext context)
    {
        var references = context.Index.References.FindAll(r => r.Kind == RstKind.Reference && r["anonymous"] is not null && r["refuri"] is null);
        var targets = context.Index.Targets.FindAll(t => t["anonymous"] is not null);
        if (references.Count != targets.Count)
        {
            var text = string.Create(CultureInfo.InvariantCulture,
                $"Anonymous hyperlink mismatch: {references.Count} references but {targets.Count} targets.\nSee \"backrefs\" attribute for IDs.");
            var first = references.Count > 0 ? references[0] : targets[0];
            var message = context.Document.Report(RstSeverity.Error, text, context.LineAtEnd(), first.Span);
            context.Document.LooseMessages.Add(message);
            foreach (var reference in references) context.MakeProblematic(reference, message);
            return;
        }

        for (var i = 0; i < targets.Count; i++)
        {
            context.Referenced.Add(targets[i]);
            Tie(context, references[i], targets[i]);
        }
    }

    private static void Tie(TransformContext context, RstElement reference, RstElement target)
    {
        var at = target;
        while (at.Kind == RstKind.Target && at["refuri"] is null && context.PropagatedTo.TryGetValue(at, out var next)) at = next;
        reference.Destination = at;
        if (at.Kind == RstKind.Target && at["refuri"] is { } uri)
        {
            reference["refuri"] = uri;
            reference.IsResolved = true;
            return;
        }

        if (at.Kind == RstKind.Target && at["refname"] is not null)
        {
            if (!context.Waiting.TryGetValue(at, out var waiting)) context.Waiting[at] = waiting = [];
            waiting.Add(reference);
            return;
        }

        reference["refid"] = context.SetId(at);
        reference.IsResolved = true;
    }
}
