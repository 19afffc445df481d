using System.Collections.Frozen;

namespace Gavel.Rst;

/// <summary>Words of other languages: those that a directive writes, and the names of directives and roles as docutils knows them.</summary>
internal static class RstLanguagesData
{
    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Labels = Tables(
        ("en", "contents Contents"),
        ("de", "contents Inhalt"),
        ("fr", "contents Sommaire"),
        ("ru", "contents Содержание"));

    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Roles = Tables(
        ("de", "abkürzung abbreviation | akronym acronym | benannte-referenz named-reference | betont emphasis | betonung emphasis"
            + " | ersetzungs-referenz substitution-reference | fett strong | fußnoten-referenz footnote-reference"
            + " | hochgestellt superscript | mathe math | pep-referenz pep-reference | rfc-referenz rfc-reference | roh raw"
            + " | tiefgestellt subscript | titel-referenz title-reference | unbenannte-referenz anonymous-reference | unverändert raw"
            + " | uri-referenz uri-reference | wörtlich literal | ziel target | zitat-referenz citation-reference"),
        ("fr", "abréviation abbreviation | acronyme acronym | anonyme-référence anonymous-reference | brut raw"
            + " | citation-référence citation-reference | emphase emphasis | exp superscript | exposant superscript | fort strong"
            + " | ind subscript | indice subscript | lien target | littéral literal | nommée-référence named-reference"
            + " | note-référence footnote-reference | pep-référence pep-reference | rfc-référence rfc-reference | sigle acronym"
            + " | substitution-référence substitution-reference | titre title-reference | titre-référence title-reference"
            + " | uri-référence uri-reference"),
        ("ru", "акроним acronym | анонимная-ссылка anonymous-reference | буквально literal | верхний-индекс superscript"
            + " | выделение emphasis | именованная-ссылка named-reference | индекс index | код code | математика math"
            + " | нижний-индекс subscript | сильное-выделение strong | сокращение abbreviation | ссылка-замена substitution-reference"
            + " | ссылка-на-pep pep-reference | ссылка-на-rfc rfc-reference | ссылка-на-uri uri-reference"
            + " | ссылка-на-заглавие title-reference | ссылка-на-сноску footnote-reference | сырой raw | цель target"
            + " | цитатная-ссылка citation-reference"));

    public static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Directives = Tables(
        ("de", "abbildung figure | abschnittsnummerierung sectnum | achtung attention | bild image | csv-tabelle csv-table | datum date"
            + " | einfügen include | ermahnung admonition | ersetze replace | ersetzen replace | ersetzung replace | fehler error"
            + " | formel math | fußzeilen footer | gefahr danger | hinweis hint | inhalt contents | kapitelnummerierung sectnum"
            + " | kasten sidebar | class class | klasse class | kopfzeilen header | linkziel-fußnoten target-notes | listentabelle list-table"
            + " | mathe math | notiz note | roh raw | rolle role | rubrik rubric | seitenansprache pull-quote | seitenkasten sidebar"
            + " | seitenleiste sidebar | standardrolle default-role | tabelle table | thema topic | tipp tip | titel title"
            + " | unverändert raw | verbund compound | vorsicht caution | warnung warning | wichtig important | zeilenblock line-block"
            + " | zusammengesetzt compound"),
        ("fr", "accroche pull-quote | astuce tip | avertissement warning | bloc-interprété parsed-literal | bloc-textuel line-block"
            + " | brut raw | chapeau highlights | classe class | code-interprété parsed-literal | conseil hint | encadré sidebar"
            + " | erreur error | exergue epigraph | inclure include | intertitre rubric | liens target-notes | méta meta"
            + " | précaution caution | remplace replace | remplacer replace | section-numérotée sectnum | sommaire contents | sujet topic"
            + " | table-des-matières contents | tableau table | épigraphe epigraph"),
        ("ru", "блок-строк line-block | боковая-полоса sidebar | важно important | включать include | внимание attention"
            + " | выделение highlights | выделенная-цитата pull-quote | дата date | замена replace | замечание admonition"
            + " | изображение image | класс class | код code | контейнер container | математика math | номер-раздела sectnum"
            + " | нумерация-разделов sectnum | обработанный-литерал parsed-literal | опасно danger | осторожно caution | ошибка error"
            + " | подсказка tip | предупреждение warning | примечание note | рисунок figure | роль role | рубрика rubric | совет hint"
            + " | содержание contents | сырой raw | таблица table | тема topic"
            + " | тестовая-директива-restructuredtext restructuredtext-test-directive | титул title | целевые-сноски target-notes"
            + " | эпиграф epigraph"));

    /// <summary>One table for each language; a row is a word and what it stands for.</summary>
    private static FrozenDictionary<string, FrozenDictionary<string, string>> Tables(params (string Language, string Rows)[] tables) =>
        tables.ToFrozenDictionary(
            static t => t.Language,
            static t => t.Rows.Split(" | ").Select(static r => r.Split(' ')).ToFrozenDictionary(static r => r[0], static r => r[1], StringComparer.Ordinal),
            StringComparer.Ordinal);
}
