namespace Gavel.Rst.Tree;

/// <summary>The names and classes of the kinds, after docutils' document type.</summary>
public static class RstKinds
{
    private static readonly string[] Names = MakeNames();

    public static string TagName(RstKind kind) => Names[(int)kind];

    /// <summary>Whether the kind stands in running text.</summary>
    public static bool IsInline(RstKind kind) => kind is >= RstKind.Emphasis or RstKind.Target or RstKind.Raw;

    /// <summary>Whether the children of the kind are text and inline elements.</summary>
    public static bool HoldsText(RstKind kind) => kind switch
    {
        >= RstKind.Emphasis and not RstKind.Image => true,
        RstKind.Title or RstKind.Subtitle or RstKind.Rubric or RstKind.Author or RstKind.Organization or RstKind.Address or RstKind.Contact
            or RstKind.Version or RstKind.Revision or RstKind.Status or RstKind.Date or RstKind.Copyright or RstKind.Paragraph
            or RstKind.Term or RstKind.Classifier or RstKind.FieldName or RstKind.OptionString or RstKind.OptionArgument
            or RstKind.LiteralBlock or RstKind.DoctestBlock or RstKind.MathBlock or RstKind.Line or RstKind.Attribution
            or RstKind.Label or RstKind.SubstitutionDefinition or RstKind.Target or RstKind.Comment or RstKind.Raw or RstKind.Caption => true,
        _ => false,
    };

    private static string[] MakeNames()
    {
        var kinds = Enum.GetValues<RstKind>();
        var names = new string[kinds.Length];
        foreach (var kind in kinds)
        {
            var text = new System.Text.StringBuilder();
            foreach (var c in kind.ToString())
            {
                if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('_');
                text.Append(char.ToLowerInvariant(c));
            }

            names[(int)kind] = text.ToString();
        }

        return names;
    }
}
