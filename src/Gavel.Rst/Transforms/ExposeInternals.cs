using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Shows what elements know besides their attributes (line, source, raw source), for looking into a parse.</summary>
internal static class ExposeInternals
{
    public static void Apply(TransformContext context)
    {
        if (context.Options.ExposedInternals.Count == 0) return;
        Expose(context, context.Root);
        foreach (var element in context.Root.Descendants()) Expose(context, element);
    }

    private static void Expose(TransformContext context, RstElement element)
    {
        var isRoot = element.Kind == RstKind.Document;
        foreach (var name in context.Options.ExposedInternals)
        {
            element["internal:" + name] = name switch
            {
                "line" when element.Line > 0 => element.Line.ToString(CultureInfo.InvariantCulture),
                "source" when element.Line > 0 => context.Options.SourceName,
                "rawsource" => isRoot ? "" : element.Span.Length > 0 ? context.RawOf(element) : null,
                _ => null,
            };
        }
    }
}
