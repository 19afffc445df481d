using Gavel.Dev;

namespace EndToEnd.Tests;

public sealed class Verdicts_on_real_proposals
{
    public static TheoryData<string> Corpora => [.. Verdicts.Names];

    [Theory, MemberData(nameof(Corpora))]
    public void What_is_found_is_what_was_judged(string corpus)
    {
        var shared = Verdicts.SharedFolder();
        Assert.SkipWhen(shared is null, "skipped: ../shared/corpora not found");
        var judged = Verdicts.Read(corpus).Select(v => $"{v.Rule} {v.Severity} {v.Path} {v.Fingerprint}").Order(StringComparer.Ordinal);
        var found = Verdicts.Find(corpus, shared).Select(v => $"{v.Rule} {v.Severity} {v.Path} {v.Fingerprint}").Order(StringComparer.Ordinal);
        Assert.Equal(judged, found); // after a change: ./dev verdicts, then judge what is new
    }

    /// <summary>The share of findings that a careful maintainer acts on, in percent. 95 is the bar; a corpus below it is declared here until it is reached.</summary>
    [Theory]
    [InlineData("venice", 95)]
    [InlineData("vdk", 95)]
    [InlineData("ksql", 95)]
    [InlineData("karbor", 95)]
    [InlineData("eips", 95)]
    [InlineData("peps", 95)]
    [InlineData("nova-specs", 95)]
    public void Every_finding_was_judged_and_most_are_worth_acting_on(string corpus, int percent)
    {
        var verdicts = Verdicts.Read(corpus);
        Assert.NotEmpty(verdicts);
        Assert.DoesNotContain(verdicts, v => v.Judged is not ("true" or "false"));
        var isTrue = verdicts.Count(v => v.Judged == "true");
        Assert.True(isTrue * 100 >= percent * verdicts.Count, $"{verdicts.Count - isTrue} of {verdicts.Count} are false alarms");
    }
}
