using Gavel.Rst.Directives;
using Gavel.Rst.Roles;

namespace Gavel.Rst;

/// <summary>The directives and roles of Sphinx and of the PEPs.</summary>
internal static class SphinxSet
{
    public static Dictionary<string, RstDirective> Directives()
    {
        var all = new Dictionary<string, RstDirective>(StringComparer.Ordinal)
        {
            ["code-block"] = new CodeDirective("code-block", isSphinx: true),
            ["sourcecode"] = new CodeDirective("sourcecode", isSphinx: true),
            ["rst-class"] = new ClassDirective("rst-class"),
        };
        return all;
    }

    public static Dictionary<string, RstRole> Roles() => new(StringComparer.Ordinal);
}
