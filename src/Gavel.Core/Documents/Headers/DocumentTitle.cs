namespace Gavel.Core.Documents.Headers;

/// <summary>
/// Whether the first heading is the document's title. It is when it is the only heading of its level and none stands above it. Where others share its
/// level (all sections at level 1), it is only when something tells it apart: header fields right below it (at level 1, or where it alone is underlined), most headings under it, or a digit
/// (a number) in it alone; never when header fields stand before it, unless nothing but it stands at a deeper level. Where front matter holds a title, only a heading of level 1 is one.
/// </summary>
internal static class DocumentTitle
{
    /// <param name="isTitled">A field in front of the document holds its title.</param>
    public static bool Is(Section root, bool isTitled, int fieldsBefore, int fieldsBelow)
    {
        var first = root.Children[0];
        if (first.Heading!.TextSpan.IsEmpty) return false;
        var level = first.Heading.Level;
        if (isTitled && level > 1) return false;
        if (fieldsBefore >= 2 && first.Blocks.IsEmpty && first.Children.IsEmpty && root.Children.Length > 1 && root.Children.Skip(1).All(c => c.Heading!.Level < level)) return true; // underlined more lightly than the sections below
        var peers = 0;
        var isMarkedApart = first.Heading.Style == HeadingStyle.Setext;
        var numberedPeers = 0;
        for (var i = 1; i < root.Children.Length; i++)
        {
            var other = root.Children[i].Heading!;
            if (other.Level < level)
            {
                if (i > 1 || fieldsBelow < 2 || !HeaderWords.IsContents(other.Text)) return false;
                continue; // drawn in by a tool
            }
            isMarkedApart &= other.Style == HeadingStyle.Atx;
            peers++;
            if (HasDigit(other.Text)) numberedPeers++;
        }
        if (peers == 0) return first.Children.Length > 0 || fieldsBefore == 0;
        if (fieldsBefore > 0) return false;
        // Nobody leaves a section empty before the status.
        if (first.Blocks.IsEmpty && first.Children.IsEmpty && HeaderWords.IsStatusSection(root.Children[1].Heading!.Text.Split(':')[0].TrimEnd())) return true;
        if (level == 1 && isMarkedApart && first.Blocks.IsEmpty && first.Children.IsEmpty) return true;
        if ((level == 1 || isMarkedApart) && fieldsBelow >= 2) return true;
        if (first.Children.Length > 0 && first.SelfAndDescendants().Count() - 1 >= peers) return true;
        return numberedPeers == 0 && HasDigit(first.Heading.Text);
    }

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
