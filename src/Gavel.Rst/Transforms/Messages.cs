using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>What happens to messages at the end: gathered in a section, taken out below the report level, or appended.</summary>
internal static class Messages
{
    public static void Gather(TransformContext context)
    {
        var loose = context.Document.LooseMessages.FindAll(m => m.Parent is null);
        context.Document.LooseMessages.Clear();
        if (loose.Count == 0) return;
        var section = new RstSection(new RstSpan(context.Document.Text.Length, 0)) { Level = 1 };
        section.Labels.Classes.Add("system-messages");
        section.Add(new RstElement(RstKind.Title, "Docutils System Messages"));
        section.AddRange(loose);
        context.Root.Add(section);
        context.Forget();
    }

    public static void Append(TransformContext context)
    {
        foreach (var message in context.Document.LooseMessages)
        {
            if (message.Parent is null) context.Root.Add(message);
        }

        context.Document.LooseMessages.Clear();
    }

    /// <summary>Takes out the messages below the report level, and turns the text that was marked because of them back into plain text.</summary>
    public static void Filter(TransformContext context)
    {
        var index = context.Index;
        if (index.Messages.Count == 0 && index.Problematics.Count == 0) return;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var thinned = new HashSet<RstElement>();
        foreach (var message in index.Messages)
        {
            if (!IsBelow(message, context.Options.ReportLevel)) kept.UnionWith(message.Ids);
            else if (message.Parent is { } parent && thinned.Add(parent)) parent.RemoveAll(node => IsBelow(node, context.Options.ReportLevel));
        }

        foreach (var problematic in index.Problematics)
        {
            if (problematic["refid"] is { } id && kept.Contains(id)) continue;
            TransformContext.ReplaceInParent(problematic, new RstText(problematic.InnerText) { Span = problematic.Span });
        }

        if (context.Root.Count > 0 && context.Root[^1] is RstElement { Kind: RstKind.Section, Count: 1 } last && last.Classes.Contains("system-messages"))
            context.Root.Remove(last);
        context.Forget();
    }

    private static bool IsBelow(RstNode node, RstSeverity level) => node is RstSystemMessage message && message.Severity < level;

    public static void StripComments(TransformContext context)
    {
        if (!context.Options.StripComments) return;
        foreach (var comment in context.Index.Comments) comment.Parent?.RemoveAll(static node => node is RstElement { Kind: RstKind.Comment });
        context.Forget();
    }
}
