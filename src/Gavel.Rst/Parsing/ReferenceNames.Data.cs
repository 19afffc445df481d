using System.Collections.Frozen;

namespace Gavel.Rst.Parsing;

/// <summary>Letters that Unicode does not decompose, and what stands for them in an id (docutils' choice).</summary>
internal static class ReferenceNamesData
{
    public static readonly FrozenDictionary<char, string> Translations = new Dictionary<char, string>
    {
        ['ß'] = "sz", ['æ'] = "ae", ['œ'] = "oe", ['ȸ'] = "db", ['ȹ'] = "qp",
        ['ø'] = "o", ['đ'] = "d", ['ħ'] = "h", ['ı'] = "i", ['ł'] = "l", ['ŧ'] = "t", ['ƀ'] = "b", ['ƃ'] = "b", ['ƈ'] = "c", ['ƌ'] = "d",
        ['ƒ'] = "f", ['ƙ'] = "k", ['ƚ'] = "l", ['ƞ'] = "n", ['ƥ'] = "p", ['ƫ'] = "t", ['ƭ'] = "t", ['ƴ'] = "y", ['ƶ'] = "z", ['ǥ'] = "g",
        ['ȥ'] = "z", ['ȷ'] = "j", ['ȼ'] = "c", ['ɇ'] = "e", ['ɉ'] = "j", ['ɋ'] = "q", ['ɍ'] = "r", ['ɏ'] = "y",
    }.ToFrozenDictionary();
}
