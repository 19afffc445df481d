using System.Globalization;
using Gavel.Rst.Tree;

namespace Gavel.Rst.Transforms;

/// <summary>Numbers the titles of sections where a <c>sectnum</c> directive asks for it.</summary>
internal static class SectionNumbers
{
    public const string Name = "docutils.transforms.parts.SectNum";

    public static void Apply(TransformContext context)
    {
        foreach (var pending in context.Index.Pendings)
        {
            if (pending.Transform != Name || pending.Parent is not { } parent) continue;
            parent.Remove(pending);
            if (!context.Options.SectionNumbering) continue;
            var depth = pending.Details.GetValueOrDefault("depth") is int d ? d : int.MaxValue;
            var start = pending.Details.GetValueOrDefault("start") is int s ? s : 1;
            var prefix = pending.Details.GetValueOrDefault("prefix") as string ?? "";
            var suffix = pending.Details.GetValueOrDefault("suffix") as string ?? "";
            Number(context.Root, "", start, 1);

            void Number(RstElement element, string above, int first, int level)
            {
                foreach (var child in element.Children)
                {
                    if (child is not RstElement { Kind: RstKind.Section } section || section.Find(RstKind.Title) is not { } title) continue;
                    var number = above + first++.ToString(CultureInfo.InvariantCulture);
                    var generated = new RstElement(RstKind.Generated, $"{prefix}{number}{suffix}\u00A0\u00A0\u00A0");
                    generated.Labels.Classes.Add("sectnum");
                    title.Insert(0, generated);
                    title["auto"] = "1";
                    if (level < depth) Number(section, number + ".", 1, level + 1);
                }
            }
        }

        context.Forget();
    }
}
