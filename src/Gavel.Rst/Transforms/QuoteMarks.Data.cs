using System.Collections.Frozen;

namespace Gavel.Rst.Transforms;

/// <summary>The typographical quotation marks of languages: primary opening and closing, secondary opening and closing.</summary>
internal sealed record QuoteMarks(string Open, string Close, string SecondOpen, string SecondClose)
{
    private static readonly (string Marks, string Languages)[] Plain =
    [
        ("“”‘’", "af en eo ko nl tr zh-cn pt-br ca-x-altquot es-x-altquot it-x-altquot"),
        ("‘’“”", "en-uk-x-altquot"),
        ("„”‚’", "sh af-x-altquot he-x-altquot nl-x-altquot"),
        ("„“‚‘", "bg cs de et hsb is lt lv mk sk sl da-x-altquot uk-x-altquot"),
        ("»«›‹", "da cs-x-altquot de-x-altquot hr-x-altquot hsb-x-altquot sh-x-altquot sk-x-altquot sl-x-altquot sr-x-altquot"),
        ("«»“”", "ca el es gl it pt"),
        ("«»‹›", "de-ch eu fr-ch it-ch sq et-x-altquot tr-x-altquot"),
        ("””’’", "fi sv"),
        ("»»››", "fi-x-altquot sv-x-altquot"),
        ("”“»«", "he"),
        ("„”‘’", "hr"),
        ("„”«»", "hu pl ro"),
        ("「」『』", "ja zh-tw"),
        ("«»’’", "nb nn no"),
        ("«»‘’", "nn-x-altquot no-x-altquot"),
        ("«»‚’", "pl-x-altquot"),
        ("«»„“", "ru uk"),
        ("“„‘‚", "sq-x-altquot"),
        ("„”’’", "sr"),
    ];

    private static readonly FrozenDictionary<string, QuoteMarks> All = Make();

    /// <summary>The marks for a language tag in lower case, without those of its parts that are not known; null when nothing is known of it.</summary>
    public static QuoteMarks? Find(string tag, IReadOnlyDictionary<string, string> own)
    {
        foreach (var candidate in Candidates(tag))
        {
            if (own.TryGetValue(candidate, out var marks) && marks.Length == 4) return Of(marks);
            if (All.TryGetValue(candidate, out var found)) return found;
        }

        return null;
    }

    /// <summary>The tag, then shorter ones: <c>de-at-1901</c>, <c>de-at</c>, <c>de-1901</c>, <c>de</c>. A single letter belongs to the part after it.</summary>
    private static IEnumerable<string> Candidates(string tag)
    {
        var parts = tag.Replace('_', '-').Replace("-x-", "-x\u0001", StringComparison.Ordinal).Split('-');
        for (var i = 0; i < parts.Length; i++) parts[i] = parts[i].Replace('\u0001', '-');
        if (parts.Length > 4) parts = parts[..4];
        var rest = parts.Length - 1;
        for (var size = rest; size >= 0; size--)
        {
            for (var set = (1 << rest) - 1; set >= 0; set--)
            {
                if (System.Numerics.BitOperations.PopCount((uint)set) != size) continue;
                var candidate = parts[0];
                for (var i = 0; i < rest; i++)
                {
                    if ((set & (1 << (rest - 1 - i))) != 0) candidate += "-" + parts[i + 1];
                }

                yield return candidate;
            }
        }
    }

    private static QuoteMarks Of(string marks) => new(marks[..1], marks[1..2], marks[2..3], marks[3..4]);

    private static FrozenDictionary<string, QuoteMarks> Make()
    {
        var all = new Dictionary<string, QuoteMarks>(StringComparer.Ordinal);
        foreach (var (marks, languages) in Plain)
        {
            foreach (var language in languages.Split(' ')) all[language] = Of(marks);
        }

        all["fr"] = new("«\u00A0", "\u00A0»", "“", "”");
        all["fr-x-altquot"] = new("«\u202F", "\u202F»", "“", "”");
        all["fr-ch-x-altquot"] = new("«\u202F", "\u202F»", "‹\u202F", "\u202F›");
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
