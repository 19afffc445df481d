using System.Collections.Frozen;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Words of headings.</summary>
internal static class SectionWords
{
    /// <summary>Sections that hold what is left over: nobody misses them where nothing is.</summary>
    public static readonly FrozenSet<string> Supplements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "appendix", "appendices", "annex", "acknowledgements", "acknowledgments", "acknowledgement", "glossary", "terminology", "further reading",
        "bibliography", "footnotes", "notes", "see also", "change log", "changelog", "history", "revision history", "document history", "attachments",
        "supporting information", "supplementary material", "additional information", "more information", "general notes", "additional notes", "other notes", "note", "remarks", "miscellaneous", "credits", "thanks");

    /// <summary>Sections that list things of which there may be none.</summary>
    public static readonly FrozenSet<string> Lists =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "references", "reference", "links", "related links", "resources", "related work", "open questions", "open issues", "unresolved questions");

    /// <summary>Words that say nothing of what a section is about.</summary>
    public static readonly FrozenSet<string> Fillers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "an", "and", "are", "any", "as", "at", "be", "by", "do", "does", "for", "from", "how", "if", "in", "is", "it", "of", "on", "or", "our",
        "s", "the", "this", "to", "we", "what", "which", "who", "why", "will", "with", "your", "section", "list");

    /// <summary>What joins the names of two sections in one heading.</summary>
    public static readonly string[] Joiners = [" and ", " & ", "/", ", ", " + "];

    /// <summary>Words that stand for another one in headings.</summary>
    public static readonly FrozenDictionary<string, string> SameAs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["out"] = "not",
        ["non"] = "not",
        ["considered"] = "",
        ["goals"] = "goal",
        ["proposed"] = "",
        ["detailed"] = "",
        ["high"] = "",
        ["level"] = "",
        ["implication"] = "",
        ["implications"] = "",
        ["consideration"] = "",
        ["considerations"] = "",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
