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

    [Theory, MemberData(nameof(Corpora))]
    public void Every_finding_was_judged_and_95_of_100_are_worth_acting_on(string corpus)
    {
        var verdicts = Verdicts.Read(corpus);
        Assert.NotEmpty(verdicts);
        Assert.DoesNotContain(verdicts, v => v.Judged is not ("true" or "false"));
        Assert.True(verdicts.Count(v => v.Judged == "true") * 100 >= 95 * verdicts.Count, $"{verdicts.Count(v => v.Judged == "false")} of {verdicts.Count} are false alarms");
    }
}
