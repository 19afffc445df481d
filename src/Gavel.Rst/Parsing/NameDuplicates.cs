using Gavel.Rst.Tree;

namespace Gavel.Rst.Parsing;

/// <summary>Who holds a name when two elements claim it, and what is said about that.</summary>
internal static class NameDuplicates
{
    public static void Note(RstDocument document, RstElement element, RstElement? holder, int line, bool isExplicit)
    {
        var names = document.Names;
        if (document.Options.LegacyIds || element.Kind is RstKind.Footnote or RstKind.Citation) names.SetId(element);
        if (!element.HasLabels) return;
        foreach (var name in element.Labels.Names.ToArray())
        {
            if (names.ByName.ContainsKey(name))
            {
                Claim(document, element, name, holder, line, isExplicit);
                continue;
            }

            names.ByName[name] = element;
            names.IsExplicit[name] = isExplicit;
        }
    }

    private static void Claim(RstDocument document, RstElement element, string name, RstElement? holder, int line, bool isExplicit)
    {
        var names = document.Names;
        var old = names.ByName[name];
        var oldExplicit = names.IsExplicit[name];
        if (old is not null && SameGoal(element, old) is { } goal)
        {
            Duplicate(element, name);
            Report(document, RstSeverity.Info, $"Duplicate name \"{name}\" for external target \"{goal}\".", element, holder, line);
            return;
        }

        names.IsExplicit[name] = oldExplicit || isExplicit;
        if (!isExplicit)
        {
            if (old is not null && !oldExplicit)
            {
                names.ByName[name] = null;
                Duplicate(old, name);
                names.SetId(old);
            }

            Duplicate(element, name);
            Report(document, RstSeverity.Info, $"Duplicate implicit target name: \"{name}\".", element, holder, line);
        }
        else if (!oldExplicit)
        {
            names.ByName[name] = element;
            if (old is null) return;
            Duplicate(old, name);
            Report(document, RstSeverity.Info, $"Target name overrides implicit target name \"{name}\".", element, holder, line);
        }
        else
        {
            BothExplicit(document, element, old, name, holder, line);
        }
    }

    private static void BothExplicit(RstDocument document, RstElement element, RstElement? old, string name, RstElement? holder, int line)
    {
        if (old is not null)
        {
            Duplicate(old, name);
            document.Names.ByName[name] = null;
        }

        Report(document, RstSeverity.Warning, $"Duplicate explicit target name: \"{name}\".", element, holder, line);
        Duplicate(element, name);
    }

    private static string? SameGoal(RstElement element, RstElement old)
    {
        if (element["refuri"] is { } uri && old["refuri"] == uri) return uri;
        return element["refname"] is { } name && old["refname"] == name ? name : null;
    }

    private static void Duplicate(RstElement element, string name)
    {
        if (!element.Labels.Names.Remove(name)) return;
        element.Labels.DupNames.Add(name);
    }

    private static void Report(RstDocument document, RstSeverity severity, string text, RstElement element, RstElement? holder, int line)
    {
        var message = document.Report(severity, text, line, element.Span);
        if (element.Kind != RstKind.Target) message.Labels.Backrefs.Add(document.Names.SetId(element));
        if (holder is not null && MayHoldMessages(holder.Kind)) holder.Add(message);
    }

    private static bool MayHoldMessages(RstKind kind) => kind switch
    {
        RstKind.Document or RstKind.Section or RstKind.BlockQuote or RstKind.ListItem or RstKind.Definition or RstKind.FieldBody
            or RstKind.Description or RstKind.Footnote or RstKind.Citation or RstKind.Entry or RstKind.Topic or RstKind.Sidebar
            or RstKind.Container or RstKind.Compound or RstKind.Legend or RstKind.Header or RstKind.Footer
            or (>= RstKind.Admonition and <= RstKind.Warning) => true,
        _ => false,
    };
}
