using Gavel.Rst.Directives;
using Gavel.Rst.Roles;
using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>The directives and roles of Sphinx, of its usual extensions, and of the PEPs.</summary>
internal static class SphinxSet
{
    private const string Silent = "highlight highlightlang index tabularcolumns currentmodule module default-domain codeauthor moduleauthor "
        + "sectionauthor meta-data py:module py:currentmodule c:namespace c:namespace-push c:namespace-pop cpp:namespace js:module "
        + "literalinclude autosummary automodule autoclass autofunction automethod autodata autoexception autoattribute testsetup testcleanup";

    private const string Admonitions = "seealso todo versionadded versionchanged versionremoved deprecated canonical-doc canonical-pypa-spec "
        + "canonical-typing-spec pep-banner rejected superseded withdrawn accepted deferred final provisional impl-detail availability";

    private const string Boxes = "only centered hlist glossary tabs tab group-tab details collapse dropdown grid card tab-set tab-item cssclass";

    private const string Foreign = "seqdiag blockdiag nwdiag actdiag packetdiag rackdiag graphviz graph digraph inheritance-diagram mermaid uml "
        + "plantuml ditaa productionlist doctest testcode testoutput prompt command-output program-output math-block ipython code-cell bibliography";

    private const string Objects = "function method attribute data exception decorator describe object option envvar program confval "
        + "cmdoption property staticmethod classmethod py:* c:* cpp:* js:* rst:* std:* http:* automodule:*";

    private const string CrossReferences = "ref doc numref term keyword token download any eq mod func data const class meth attr exc obj cls "
        + "py:* c:* cpp:* js:* rst:* std:* http:* external external:* external+* envvar option program";

    private const string Code = "mod func data const class meth attr exc obj cls file samp command program option envvar regexp kbd makevar "
        + "mimetype newsgroup py:* c:* cpp:* js:* rst:* external:* external+*";

    private const string Marked = "abbr dfn guilabel menuselection manpage mailheader file samp command regexp kbd makevar mimetype newsgroup "
        + "cpython-issue cpython-pr pypi issue bug gh bpo source index cve cwe pull user commit lp launchpad spec story deco";

    public static Dictionary<string, RstDirective> Directives()
    {
        var all = new Dictionary<string, RstDirective>(StringComparer.Ordinal)
        {
            ["code-block"] = new CodeDirective("code-block", isSphinx: true),
            ["sourcecode"] = new CodeDirective("sourcecode", isSphinx: true),
            ["math"] = new MathDirective(isSphinx: true),
            ["rst-class"] = new ClassDirective("rst-class"),
            ["toctree"] = new TocTreeDirective(),
            ["include"] = new IncludeDirective(isQuiet: true),
        };
        foreach (var name in Silent.Split(' ')) all[name] = new SilentDirective(name);
        foreach (var name in Admonitions.Split(' ')) all[name] = new BoxDirective(name, RstKind.Admonition);
        foreach (var name in Boxes.Split(' ')) all[name] = new BoxDirective(name, RstKind.Container);
        foreach (var name in Foreign.Split(' ')) all[name] = new ForeignTextDirective(name);
        foreach (var name in Objects.Split(' ')) all.TryAdd(name, new ObjectDirective(name));
        return all;
    }

    public static Dictionary<string, RstRole> Roles()
    {
        var all = new Dictionary<string, RstRole>(StringComparer.Ordinal)
        {
            ["pep"] = new SphinxDocumentRole("pep", isPep: true),
            ["rfc"] = new SphinxDocumentRole("rfc", isPep: false),
        };
        var code = Code.Split(' ').ToHashSet(StringComparer.Ordinal);
        foreach (var name in Marked.Split(' ')) all[name] = new MarkedRole(name, code.Contains(name) ? RstKind.Literal : RstKind.Inline);
        foreach (var name in CrossReferences.Split(' '))
        {
            all[name] = new CrossReferenceRole(name, code.Contains(name) ? RstKind.Literal : RstKind.Inline);
        }

        return all;
    }
}
