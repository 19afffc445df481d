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

    private static string Korean(string name, string title, string status) =>
        $"==> adr/{name}.md <==\n# {title}\n\n## 상태 (Status)\n\n{status}\n\n## 배경 (Context)\n\n{(name == "000-template" ? "배경을 적습니다." : "밤이 어둡다.")}\n\n";

    [Fact]
    public void A_heading_in_two_languages_holds_the_status() => Assert.Equal(
        ["ADR-1|등불|Accepted|Accepted", "ADR-2|기차|Superseded|Superseded"],
        Rows(Korean("000-template", "[제목]", "등불의 상태를 적습니다. (Accepted, Deprecated, Superseded)") + Korean("001-lamps", "등불", "Accepted") + Korean("002-trains", "기차", "Superseded (등불로 바뀜)")));

    private static string Japanese(string name, string title, string status) =>
        $"==> adr/ADR-{name}.md <==\n# {title}\n\n# Status\n{status}\n\n# Context\n{(name == "000-template" ? "背景" : "夜は暗い。")}\n\n# Decision\n{(name == "000-template" ? "内容" : "明かりをつける。")}\n\n";

    private const string Explained = "- Draft: 記述中である\n- Accepted: 現在有効である\n- Dropped: 破棄された";

    [Theory]
    [InlineData("- Accepted: 現在有効である")]
    [InlineData("Accepted")]
    public void One_line_that_is_left_of_an_explained_list_is_the_status(string status)
    {
        var repository = Japanese("000-template", "ADR: タイトル", Explained) + Japanese("001-lamps", "ADR: 明かり", status) + Japanese("002-trains", "ADR: 夜の電車", status);
        Assert.Equal(["Accepted", "Accepted"], Rows(repository).Select(r => r.Split('|')[2]));
        Assert.Empty(Found(repository));
    }

    [Fact]
    public void A_list_of_which_nothing_was_chosen_says_no_status() => Assert.Contains(
        "adr/ADR-002-trains.md:3 section-empty",
        Found(Japanese("000-template", "ADR: タイトル", Explained) + Japanese("001-lamps", "ADR: 明かり", "Accepted") + Japanese("002-trains", "ADR: 夜の電車", Explained)));

    private static string Spanish(string name, string date) =>
        $"==> adr/{name}.md <==\n# {(name == "0000-plantilla" ? "[Título]" : name[5..])}\n\n**Estado:** {(name == "0000-plantilla" ? "[Propuesto | Aceptado]" : "Aceptado")}\n**Fecha:** {date}\n\n## Contexto\n\n{(name == "0000-plantilla" ? "[El contexto]" : "Llueve.")}\n\n";

    [Fact]
    public void A_date_may_be_asked_for_in_the_letters_of_another_language()
    {
        var repository = Spanish("0000-plantilla", "[dd/mm/aaaa]") + Spanish("0001-barcos", "03/11/2031") + Spanish("0002-trenes", "dd/mm/aaaa");
        Assert.Equal(["adr/0002-trenes.md:4 field-placeholder"], Found(repository));
    }

    [Theory]
    [InlineData("一、", "二、", "三、")]
    [InlineData("I. ", "II. ", "III. ")]
    [InlineData("", "", "")]
    public void A_section_is_missed_however_its_heading_is_numbered(string first, string second, string third)
    {
        string Of(string name, string title, string text, bool hasAll = true) => $"==> rfcs/{name}.md <==\n# {title}\n\n- Status: {(name == "0000-template" ? "Draft | Agreed" : "Agreed")}\n- Owner: {(name == "0000-template" ? "your name" : "Ann")}\n\n## {first}车站\n\n{text}\n\n{(hasAll ? $"## {second}线路\n\n{text}\n\n" : "")}## {third}票价\n\n{text}\n\n";
        Assert.Equal(["rfcs/0003-c.md:8 section-missing"], Found(Of("0000-template", "<title>", "<text>") + Of("0001-a", "A", "多。") + Of("0002-b", "B", "少。") + Of("0003-c", "C", "无。", hasAll: false) + string.Concat(Enumerable.Range(4, 6).Select(n => Of($"000{n}-d", $"D{n}", "多。")))));
    }
}
