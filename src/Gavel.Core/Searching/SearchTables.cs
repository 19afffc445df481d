using System.Text.Json;
using Gavel.Core.Documents;

namespace Gavel.Core.Searching;

/// <summary>The tables that a search outside of this program needs, as JSON.</summary>
public static class SearchTables
{
    /// <summary>Writes <c>words</c> (ranges of characters as codes, folded letters, stop words, endings) and <c>ranking</c>.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("words");
        WriteRanges(json, "breaks", SearchWords.Breaks);
        WriteRanges(json, "singles", SearchWords.Singles);
        json.WriteStartObject("fold");
        foreach (var letter in LatinLetters.All) json.WriteString(letter.ToString(), LatinLetters.Plain(letter)!.ToLowerInvariant());
        json.WriteEndObject();
        json.WriteStartArray("stop");
        foreach (var word in SearchWords.Stop) json.WriteStringValue(word);
        json.WriteEndArray();
        json.WriteStartArray("endings");
        foreach (var (ending, instead) in SearchWords.Endings)
        {
            json.WriteStartArray();
            json.WriteStringValue(ending);
            json.WriteStringValue(instead); // null stays null
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteNumber("shortestWithEnding", SearchWords.ShortestWithEnding);
        json.WriteEndObject();
        json.WriteStartObject("ranking");
        foreach (var (name, value) in Numbers) json.WriteNumber(name, value);
        json.WriteEndObject();
    }

    private static readonly (string Name, long Value)[] Numbers =
    [
        ("whole", Ranking.Whole), ("parts", Ranking.PartsShare), ("prefix", Ranking.PrefixShare), ("near", Ranking.NearShare), ("far", Ranking.FarShare),
        ("floor", Ranking.RarityFloor), ("maxWords", Ranking.MaxWords), ("maxCompletions", Ranking.MaxCompletions), ("maxCorrections", Ranking.MaxCorrections),
        ("maxTerms", Ranking.MaxTerms), ("titleStep", Ranking.TitleStep), ("standingStep", Ranking.StandingStep), ("isId", Ranking.IsId), ("hasId", Ranking.HasId),
    ];

    private static void WriteRanges(Utf8JsonWriter json, string name, (char First, char Last)[] ranges)
    {
        json.WriteStartArray(name);
        foreach (var (first, last) in ranges)
        {
            json.WriteNumberValue(first);
            json.WriteNumberValue(last);
        }
        json.WriteEndArray();
    }
}
