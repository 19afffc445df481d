using System.Collections.Frozen;

namespace Gavel.Rst.Transforms;

/// <summary>The words of bibliographic fields, topics and admonitions by language.</summary>
internal static class Languages
{
    private static readonly string[] FieldKinds =
        ["author", "authors", "organization", "address", "contact", "version", "revision", "status", "date", "copyright", "dedication", "abstract"];

    private static readonly string[] AdmonitionKinds =
        ["attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"];

    /// <summary>By language: the field names in the order of <see cref="FieldKinds"/>, the titles of dedication and abstract, the titles of the admonitions.</summary>
    private static readonly FrozenDictionary<string, (string[] Fields, string[] Topics, string[] Admonitions)> All =
        new Dictionary<string, (string[], string[], string[])>(StringComparer.Ordinal)
        {
            ["en"] = (FieldKinds, ["Dedication", "Abstract"],
                ["Attention!", "Caution!", "!DANGER!", "Error", "Hint", "Important", "Note", "Tip", "Warning"]),
            ["de"] = (["autor", "autoren", "organisation", "adresse", "kontakt", "version", "revision", "status", "datum", "copyright", "widmung", "zusammenfassung"],
                ["Widmung", "Zusammenfassung"],
                ["Achtung!", "Vorsicht!", "!GEFAHR!", "Fehler", "Hinweis", "Wichtig", "Bemerkung", "Tipp", "Warnung"]),
            ["fr"] = (["auteur", "auteurs", "organisation", "adresse", "contact", "version", "révision", "statut", "date", "copyright", "dédicace", "résumé"],
                ["Dédicace", "Résumé"],
                ["Attention!", "Avertissement!", "!DANGER!", "Erreur", "Indication", "Important", "Note", "Astuce", "Avis"]),
            ["es"] = (["autor", "autores", "organización", "dirección", "contacto", "versión", "revisión", "estado", "fecha", "copyright", "dedicatoria", "resumen"],
                ["Dedicatoria", "Resumen"],
                ["¡Atención!", "¡Precaución!", "¡PELIGRO!", "Error", "Sugerencia", "Importante", "Nota", "Consejo", "Advertencia"]),
            ["it"] = (["autore", "autori", "organizzazione", "indirizzo", "contatto", "versione", "revisione", "status", "data", "copyright", "dedica", "riassunto"],
                ["Dedica", "Riassunto"],
                ["Attenzione!", "Cautela!", "!PERICOLO!", "Errore", "Suggerimento", "Importante", "Nota", "Consiglio", "Avvertenza"]),
            ["ru"] = (["автор", "авторы", "организация", "адрес", "контакт", "версия", "редакция", "статус", "дата", "права копирования", "посвящение", "аннотация"],
                ["Посвящение", "Аннотация"],
                ["Внимание!", "Осторожно!", "ОПАСНО!", "Ошибка", "Совет", "Важно", "Примечание", "Подсказка", "Предупреждение"]),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of a bibliographic field (<c>author</c>) by its name in lower case; null for any other field. English names are not understood in another language, as in docutils.</summary>
    public static string? FieldKind(string name, string language)
    {
        var at = Array.IndexOf(Of(language).Fields, name);
        return at < 0 ? null : FieldKinds[at];
    }

    /// <param name="kind"><c>dedication</c> or <c>abstract</c>.</param>
    public static string TopicTitle(string kind, string language) => Of(language).Topics[kind == "dedication" ? 0 : 1];

    /// <param name="kind">The element's name: <c>note</c>.</param>
    public static string AdmonitionTitle(string kind, string language)
    {
        var at = Array.IndexOf(AdmonitionKinds, kind);
        return at < 0 ? "" : Of(language).Admonitions[at];
    }

    private static (string[] Fields, string[] Topics, string[] Admonitions) Of(string language) =>
        All.TryGetValue(language, out var found) ? found : All.TryGetValue(language.Split('-', '_')[0], out found) ? found : All["en"];
}
