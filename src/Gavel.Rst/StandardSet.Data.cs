using Gavel.Rst.Directives;
using Gavel.Rst.Roles;
using Gavel.Rst.Tree;

namespace Gavel.Rst;

/// <summary>The directives and roles of docutils by their English names.</summary>
internal static class StandardSet
{
    public static Dictionary<string, RstDirective> Directives()
    {
        var all = new Dictionary<string, RstDirective>(StringComparer.Ordinal);
        RstDirective[] directives =
        [
            new AdmonitionDirective("attention", RstKind.Attention), new AdmonitionDirective("caution", RstKind.Caution),
            new AdmonitionDirective("danger", RstKind.Danger), new AdmonitionDirective("error", RstKind.Error),
            new AdmonitionDirective("important", RstKind.Important), new AdmonitionDirective("note", RstKind.Note),
            new AdmonitionDirective("tip", RstKind.Tip), new AdmonitionDirective("hint", RstKind.Hint),
            new AdmonitionDirective("warning", RstKind.Warning), new AdmonitionDirective("admonition", RstKind.Admonition),
            new SectionLikeDirective("sidebar", RstKind.Sidebar), new SectionLikeDirective("topic", RstKind.Topic),
            new LineBlockDirective(), new ParsedLiteralDirective(), new CodeDirective("code", false), new CodeDirective("code-block", false),
            new CodeDirective("sourcecode", false), new MathDirective(isSphinx: false), new RubricDirective(),
            new QuoteDirective("epigraph"), new QuoteDirective("highlights"), new QuoteDirective("pull-quote"),
            new CompoundDirective(), new ContainerDirective(), new TableDirective(), new CsvTableDirective(), new ListTableDirective(),
            new MetaDirective(), new ImageDirective(), new FigureDirective(), new ContentsDirective(), new SectionNumbersDirective(),
            new PageDirective("header", RstKind.Header), new PageDirective("footer", RstKind.Footer), new TargetNotesDirective(),
            new IncludeDirective(), new RawDirective(), new ReplaceDirective(), new UnicodeDirective(), new DateDirective(),
            new ClassDirective("class"), new ClassDirective("rst-class"), new RoleDirective(), new DefaultRoleDirective(), new TitleDirective(),
        ];
        foreach (var directive in directives) all[directive.Name] = directive;
        all["section-numbering"] = all["sectnum"];
        all.Remove("rst-class");
        return all;
    }

    public static Dictionary<string, RstRole> Roles()
    {
        var all = new Dictionary<string, RstRole>(StringComparer.Ordinal);
        RstRole[] roles =
        [
            new GenericRole("abbreviation", RstKind.Abbreviation), new GenericRole("acronym", RstKind.Acronym),
            new GenericRole("subscript", RstKind.Subscript), new GenericRole("superscript", RstKind.Superscript),
            new GenericRole("title-reference", RstKind.TitleReference), new GenericRole("emphasis", RstKind.Emphasis),
            new GenericRole("strong", RstKind.Strong), new GenericRole("literal", RstKind.Literal),
            new CodeRole(), new MathRole(), new RawRole(),
            new NumberedDocumentRole("pep-reference", isPep: true), new NumberedDocumentRole("rfc-reference", isPep: false),
            new UnimplementedRole(UnimplementedRole.Hidden), new UnimplementedRole("index"), new UnimplementedRole("named-reference"),
            new UnimplementedRole("anonymous-reference"), new UnimplementedRole("footnote-reference"),
            new UnimplementedRole("citation-reference"), new UnimplementedRole("substitution-reference"), new UnimplementedRole("target"),
            new UnimplementedRole("uri-reference"),
        ];
        foreach (var role in roles) all[role.Name] = role;
        (string Alias, string Name)[] aliases =
        [
            ("ab", "abbreviation"), ("ac", "acronym"), ("i", "index"), ("sub", "subscript"), ("sup", "superscript"), ("title", "title-reference"),
            ("t", "title-reference"), ("pep", "pep-reference"), ("rfc", "rfc-reference"), ("uri", "uri-reference"), ("url", "uri-reference"),
        ];
        foreach (var (alias, name) in aliases) all[alias] = all[name];
        return all;
    }
}
