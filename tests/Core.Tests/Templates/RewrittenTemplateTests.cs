using Gavel.Core.Templates;

namespace Core.Tests.Templates;

/// <summary>Nothing may be learned from the names that a project happens to use.</summary>
public sealed class RewrittenTemplateTests
{
    private static readonly string[] Invented =
    [
        "Zelkor", "Mintavel", "Orbenna", "Quistal", "Farrow Tem", "Ludgers", "Pellavin", "Droskar", "Umbriel", "Castoway", "Nimbrel", "Hexton", "Jorvale", "Wickstan", "Tarnelle", "Yostrum",
        "Elbrand", "Kestov", "Mordane", "Sylphar", "Grendolin", "Vantor", "Braskel", "Omnerion", "Pulvis Nar", "Rhodwen", "Inkavar", "Colterre", "Aspento", "Duvriel",
    ];

    private static readonly Dictionary<string, (string Text, (string, string)[] Words, Dictionary<string, string> Fields)> Corpora = new(StringComparer.Ordinal)
    {
        ["vip-template.md"] = ("", [("VIP_Number", "ZAP_Number"), ("VIP_Title", "ZAP_Title"), ("VIP", "ZAP"), ("vip", "zap"), ("Under Discussion", "Being Argued"), ("Accepted", "Waved Through"), ("Implemented", "Landed"), ("Rejected", "Turned Down")],
            new(StringComparer.Ordinal) { ["Status"] = "State", ["Author(s)"] = "Owner(s)", ["Pull Request"] = "Merge Request", ["Release"] = "Version" }),
        ["vip-template-legacy.md"] = ("", [("Venice", "Lugano"), ("Under Discussion", "Sketch"), ("Accepted", "Blessed"), ("Adopted", "In Use"), ("Rejected", "Refused")],
            new(StringComparer.Ordinal) { ["Status"] = "Phase", ["Author(s)"] = "Champion(s)", ["Pull Request"] = "PR", ["Release"] = "Milestone" }),
        ["vep-template.md"] = ("", [("VEP", "QX"), ("NNNN", "XXX"), ("draft", "seed"), ("implementable", "sapling"), ("implemented", "tree"), ("rejected", "felled"), ("withdrawn", "dug out"), ("replaced", "regrown")],
            new(StringComparer.Ordinal) { ["Author(s)"] = "Maintainer(s)", ["Status"] = "Current State" }),
        ["klip-template.md"] = ("", [("KLIP", "MOPS"), ("KSQL", "TABULA"), ("In Discussion", "Open Floor"), ("Design Approved", "Nodded Off"), ("In development", "On The Bench"), ("Merged", "Shipped")],
            new(StringComparer.Ordinal) { ["Author"] = "Owner", ["Release Target"] = "Target Version", ["Status"] = "Stage", ["Discussion"] = "Thread" }),
        ["eip-template.md"] = ("", [("EIP", "WOP"), ("eip", "wop"), ("Standards Track", "Rail Gauge"), ("Meta", "About"), ("Informational", "Advice"), ("Core", "Kernel"), ("Networking", "Wires"), ("Interface", "Faces"), ("ERC", "ZZZ")],
            new(StringComparer.Ordinal) { ["author"] = "owner", ["discussions-to"] = "thread", ["status"] = "state", ["category"] = "class", ["created"] = "date" }),
    };

    public static IEnumerable<TheoryDataRow<string, int>> Cases() => from name in Corpora.Keys from round in Enumerable.Range(0, 4) where SharedTemplates.Exists(name) select new TheoryDataRow<string, int>(name, round);

    [Theory, MemberData(nameof(Cases))]
    public void The_same_is_learned_in_other_words(string name, int round)
    {
        var original = SharedTemplates.Read(name);
        var schema = TemplateCase.Learn(original);
        var rewriter = RewriterFor(name, schema, round);

        var again = TemplateCase.Learn(rewriter.Rewrite(original));

        Assert.Equal(TemplateRewriter.Facts(schema, rewriter), TemplateRewriter.Facts(again));
    }

    private static TemplateRewriter RewriterFor(string name, Schema schema, int round)
    {
        var (_, words, fields) = Corpora[name];
        // Titles that say what kind of section it is (a plan, a licence, a title of contents) are kept: the word is the cue.
        var kept = schema.All<Demand.Plan>().Select(p => p.SectionKey).ToHashSet(StringComparer.Ordinal);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in schema.All<Demand.Section>())
            if (!section.IsSlot && !section.IsOffered && !kept.Contains(section.Key) && section.Text is not "Copyright") titles[section.Text] = Invented[titles.Count % Invented.Length];
        return new TemplateRewriter(words, fields, titles)
        {
            SwapsBullets = round is 1 or 3,
            RotatesSections = round is 2 or 3,
            Header = (TemplateRewriter.HeaderForm)round,
        };
    }
}
