using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Which references one pass resolves.</summary>
internal enum MatchScope
{
    /// <summary>Those to targets with an address.</summary>
    External,

    /// <summary>Those to targets in the document.</summary>
    Internal,

    /// <summary>All that are left: sections, footnotes, citations and whatever else has a name.</summary>
    Any,
}

/// <summary>Gives each reference by name the address or the id that the name stands for, and reports names that stand for nothing.</summary>
internal static class MatchReferences
{
    public static void Apply(TransformContext context, MatchScope scope)
    {
        foreach (var reference in context.Index.References) Match(context, reference, scope);
        if (scope != MatchScope.Any) return;
        foreach (var target in context.Index.Targets)
        {
            if (target["anonymous"] is null && !target.IsResolved) Match(context, target, scope);
        }
    }

    public static void ReportDangling(TransformContext context)
    {
        foreach (var reference in context.Index.References)
        {
            if (reference.IsResolved || reference["refname"] is not { } name) continue;
            var message = context.Names.ByName.ContainsKey(name)
                ? context.Report(RstSeverity.Error, $"Duplicate target name, cannot be used as a unique reference: \"{name}\".", reference)
                : context.Report(RstSeverity.Error, $"Unknown target name: \"{name}\".", reference, Hint(name));
            context.MakeProblematic(reference, message, ownIdFirst: true);
        }
    }

    public static void ReportUnreferenced(TransformContext context)
    {
        foreach (var target in context.Index.Targets)
        {
            if (context.Referenced.Contains(target) || target["anonymous"] is not null) continue;
            var isDuplicate = target is { HasLabels: true, Labels.DupNames.Count: > 0 };
            var name = target.Names.Count > 0 ? target.Names[0] : target.Ids.Count > 0 ? target.Ids[0] : target["refid"];
            if (isDuplicate || name is null) continue;
            context.Report(RstSeverity.Info, $"Hyperlink target \"{name}\" is not referenced.", target);
        }
    }

    private static void Match(TransformContext context, RstElement reference, MatchScope scope)
    {
        if (reference.IsResolved || reference["refname"] is not { } name) return;
        if (!context.Names.ByName.TryGetValue(name, out var holder) || holder is null) return;
        var isTarget = holder.Kind == RstKind.Target;
        var uri = isTarget ? holder["refuri"] : null;
        if (scope == MatchScope.External && uri is null) return;
        if (scope == MatchScope.Internal && !isTarget) return;
        if (isTarget && uri is null && holder["refname"] is not null) return;

        if (uri is not null) reference["refuri"] = uri;
        else reference["refid"] = isTarget && holder["refid"] is { } id ? id : context.IdOf(name, holder);
        reference["refname"] = null;
        reference.IsResolved = true;
        reference.Destination = holder;
        if (reference.Kind != RstKind.Target) context.MarkReferenced(name, holder);
    }

    /// <summary>What may have been meant by a name that looks like a reference with an embedded address.</summary>
    private static ReadOnlySpan<RstElement> Hint(string name)
    {
        if (!name.AsSpan().ContainsAny('<', '>')) return [];
        var hint = "Did you want to embed a URI or alias?";
        if (!name.Contains('<')) hint += "\nOpening bracket missing.";
        else if (!name.Contains(" <", StringComparison.Ordinal)) hint += "\nThe embedded reference must be preceded by whitespace.";
        if (!name.Contains('>')) hint += "\nClosing bracket missing.";
        else if (!name.EndsWith('>')) hint += "\nThe embedded reference must be the last text before the end string.";
        if (name.Contains("< ", StringComparison.Ordinal) || name.EndsWith(" >", StringComparison.Ordinal))
            hint += "\nWhitespace around the embedded reference is not allowed.";
        return new[] { new RstElement(RstKind.Paragraph, hint) };
    }
}
