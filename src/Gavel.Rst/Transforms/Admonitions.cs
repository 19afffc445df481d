using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Makes each specific admonition a generic one with its title and class, for writers that know only that.</summary>
internal static class Admonitions
{
    public static void Apply(TransformContext context)
    {
        foreach (var admonition in context.Index.Admonitions)
        {
            admonition.Labels.Classes.Add(admonition.TagName);
            if (admonition.Kind == RstKind.Admonition) continue;
            var generic = new RstElement(RstKind.Admonition, admonition.Span) { Line = admonition.Line };
            TransformContext.CopyLabels(admonition, generic);
            foreach (var (name, value) in admonition.Attributes) generic[name] = value;
            TransformContext.ReplaceInParent(admonition, generic);
            generic.Add(new RstElement(RstKind.Title, Languages.AdmonitionTitle(admonition.TagName, context.Options.LanguageCode)));
            generic.AddRange(admonition.Detach());
        }

        context.Forget();
    }
}
