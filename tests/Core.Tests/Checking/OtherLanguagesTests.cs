using Core.Tests.Rules;
using Gavel.Core.Processes;
using Gavel.Core.Trees;

namespace Core.Tests.Checking;

/// <summary>Templates that are not in English: their statuses are known by kind, their colons and words for optional are read.</summary>
public sealed class OtherLanguagesTests
{
    private static string[] Rows(string repository) =>
        [.. SmallRepository.CatalogOf(new MemoryTree(SmallRepository.Files(repository))).Entries.Select(e => $"{e.Id}|{e.Title}|{e.Status ?? e.StatusText}|{e.Kind}")];

    private static string[] Found(string repository) => [.. SmallRepository.Of(SmallRepository.Files(repository)).Check().Findings.Select(f => $"{f.Diagnostic.At.Path}:{f.Diagnostic.At.Start.Line} {f.Diagnostic.Rule}")];

    private static string French(string name, string title, string status, string order, string more) =>
        $"\n==> adr/{name}.md <==\n---\nnav_order: {order}\n---\n\n# {title}\n\n* statut : {status}\n* auteur : {(name.EndsWith("modele", StringComparison.Ordinal) ? "{qui}" : "Ann")}\n\n## Contexte\n\n{(name.EndsWith("modele", StringComparison.Ordinal) ? "{Décrivez le contexte.}" : "Il pleut.")}\n\n{more}";

    private static readonly string Boats =
        French("0000-modele", "{titre court}", "{proposé | accepté | remplacé par ADR-0123}", "0000", "<!-- Cet élément est optionnel. -->\n## Facteurs\n\n* {facteur 1}\n")
        + French("0001-bateaux", "Des bateaux", "accepté", "0001", "## Facteurs\n\n* le prix\n") + French("0002-trains", "Des trains", "remplacé par ADR-0003", "0002", "") + French("0003-trams", "Des trams", "proposé", "0003", "");

    [Fact]
    public void A_status_in_French_has_its_kind_and_its_successor() => Assert.Equal(
        ["1|Des bateaux|accepté|Accepted", "2|Des trains|remplacé|Superseded", "3|Des trams|proposé|Open"], Rows(Boats).Select(r => r[(r.LastIndexOf('-') + 1)..]));

    [Fact]
    public void The_place_in_a_menu_names_no_process() => Assert.DoesNotContain(Rows(Boats), r => r.StartsWith("NAV", StringComparison.Ordinal));

    [Fact]
    public void An_optional_section_is_optional_in_French_too() => Assert.Empty(Found(Boats));

    [Fact]
    public void A_status_that_no_list_has_is_told() =>
        Assert.Equal(["adr/0003-trams.md:7 field-value"], Found(Boats.Replace("statut : proposé\n", "statut : propsé\n", StringComparison.Ordinal)));

    private static string Chinese(string name, string title, string header) => $"\n==> rfcs/{name}.md <==\n# {title}\n\n> {header}\n\n## 背景\n\n{(name == "0000-template" ? "<描述背景>" : "数据太多。")}\n\n## 目标\n\n{(name == "0000-template" ? "<描述目标>" : "更快。")}\n";

    [Fact]
    public void A_wide_colon_ends_a_key() => Assert.Equal(
        ["RFC-1|网关|已通过|Accepted", "RFC-2|缓存|草稿|Draft"],
        Rows(Chinese("0000-template", "<标题>", "状态：<草稿|评审中|已通过> | 负责人：<姓名>") + Chinese("0001-gateway", "网关", "状态：已通过 | 负责人：张三") + Chinese("0002-cache", "缓存", "状态：草稿 | 负责人：李四")));

    [Fact]
    public void A_number_in_a_gap_is_one_before_a_colon_and_in_Portuguese_too() => Assert.Equal(
        ["ADR-1|Barcos|Aceito|Accepted", "ADR-2|Trens|Proposto|Open"],
        Rows(string.Concat(new[] { ("template", "ADR [Número]: [Título da decisão]", "Proposto | Aceito"), ("0001-barcos", "ADR 1: Barcos", "Aceito"), ("0002-trens", "ADR 2: Trens", "Proposto") }
            .Select(f => $"==> docs/adr/{f.Item1}.md <==\n# {f.Item2}\n\n## Status\n\n{f.Item3}\n\n## Contexto\n\n{(f.Item1 == "template" ? "[O contexto]" : "Chove.")}\n\n## Decisão\n\n{(f.Item1 == "template" ? "[A decisão]" : "Vamos.")}\n\n"))));

    [Theory]
    [InlineData("Akzeptiert", StatusKind.Accepted)]
    [InlineData("却下", StatusKind.Rejected)]
    [InlineData("Obsoleto", StatusKind.Superseded)]
    public void Whole_statuses_are_known_in_other_languages(string status, StatusKind kind) => Assert.Equal(kind, Vocabulary.Of([status]).Statuses[0].Kind);
}
