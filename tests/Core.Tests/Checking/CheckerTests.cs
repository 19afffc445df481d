using Gavel.Core.Catalogs;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Processes;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using Gavel.Core.Trees;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Checking;

public sealed class CheckerTests
{
    private static TestRepository Repository(params IRule[] rules) => new(Process(Schema(Title, Field("Status"), Section("Summary")))) { Rules = [.. rules] };

    private static string Zip(int number, string body, string status = "Draft") => $"# ZIP-{number}: Night trains {number}\n\n* **Status**: {status}\n* **Kind**: x\n\n## Summary\n\n{body}\n";

    private static string[] Shown(Report report) => [.. report.Findings.Select(f => $"{f.Diagnostic.At.Path}:{f.Diagnostic.At.Start.Line}: {f.Diagnostic.Severity} {f.Diagnostic.Rule}")];

    [Fact]
    public void Findings_stand_in_the_order_of_path_line_column_and_rule()
    {
        var report = Repository(new WordRule("b-rule", "moo"), new WordRule("a-rule", "moo")).With("zips/zip-2-b.md", Zip(2, "moo")).With("zips/zip-1-a.md", Zip(1, "say moo")).Check();
        Assert.Equal(
            ["zips/zip-1-a.md:8: Error a-rule", "zips/zip-1-a.md:8: Error b-rule", "zips/zip-2-b.md:8: Error a-rule", "zips/zip-2-b.md:8: Error b-rule"], Shown(report));
        Assert.Equal(2, report.Proposals);
    }

    [Fact]
    public void The_same_fault_in_one_file_is_one_finding_with_its_places()
    {
        var report = Repository(new WordRule("cow", "moo")).With("zips/zip-1-a.md", Zip(1, "moo\n\nmoo moo")).Check();
        var finding = Assert.Single(report.Findings);
        Assert.Equal([10, 10], finding.Diagnostic.Also.Select(p => p.Start.Line));
    }

    [Fact]
    public void Only_the_asked_files_are_reported()
    {
        var repository = Repository(new WordRule("cow", "moo")).With("zips/zip-1-a.md", Zip(1, "moo")).With("zips/zip-2-b.md", Zip(2, "moo"));
        var report = repository.Check(repository.Request with { Paths = ["zips/zip-2-b.md"] });
        Assert.Equal((1, "zips/zip-2-b.md:8: Error cow"), (report.Proposals, Assert.Single(Shown(report))));
        Assert.Equal(2, repository.Check(repository.Request with { Paths = ["zips/"] }).Findings.Length);
    }

    [Fact]
    public void A_later_setting_wins_and_an_override_wins_over_it()
    {
        var repository = Repository(new WordRule("cow-loud", "moo"), new WordRule("cow-soft", "mew"));
        var rules = new RuleSettings(
            [new("cow-*", Severity.Off), new("cow-loud", Severity.Warning)],
            [new(new OverrideCondition(["accepted"], (1, 1), null, null), [new("cow-soft", Severity.Info)], Place.StartOf("gavel.yml"))], []);
        repository.Process = repository.Process with { Rules = rules };
        var report = repository.With("zips/zip-1-a.md", Zip(1, "moo mew", "Accepted")).With("zips/zip-2-b.md", Zip(2, "moo mew", "Accepted")).Check();
        Assert.Equal(["zips/zip-1-a.md:8: Warning cow-loud", "zips/zip-1-a.md:8: Info cow-soft", "zips/zip-2-b.md:8: Warning cow-loud"], Shown(report));
    }

    [Theory]
    [InlineData(Confidence.High, Severity.Error)]
    [InlineData(Confidence.Medium, Severity.Warning)]
    [InlineData(Confidence.Low, Severity.Info)]
    public void What_was_learned_with_doubt_is_no_error_whatever_is_configured(Confidence confidence, Severity severity)
    {
        var section = Section("Plan") with { Confidence = confidence };
        var process = Process(Schema(Title, section));
        var repository = new TestRepository(process with { Rules = new RuleSettings([new("absent", Severity.Error)], [], []) }) { Rules = [new AbsentRule()] };
        Assert.Equal(severity, Assert.Single(repository.With("zips/zip-1-a.md", Zip(1, "x")).Check().Findings).Diagnostic.Severity);
    }

    [Fact]
    public void A_suppression_before_the_title_holds_for_the_file()
    {
        var report = Repository(new WordRule("cow", "moo")).With("zips/zip-1-a.md", "<!-- gavel: allow cow: it is a farm -->\n\n" + Zip(1, "moo")).Check();
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_suppression_in_the_text_holds_for_the_next_block()
    {
        var report = Repository(new WordRule("cow", "moo")).With("zips/zip-1-a.md", Zip(1, "<!-- gavel: allow c*: it is a farm -->\nmoo\n\nmoo")).Check();
        Assert.Equal("zips/zip-1-a.md:11: Error cow", Assert.Single(Shown(report)));
    }

    [Fact]
    public void A_suppression_says_why_and_what_for()
    {
        var report = Repository(new WordRule("section-missing", "moo")).With("zips/zip-1-a.md", "<!-- gavel: allow section-missing -->\n" + Zip(1, "<!-- gavel: allow sektion-missing: x -->\nquack")).Check();
        Assert.Equal(["suppression-reason", "suppression-unused", "suppression-unused"], report.Findings.Select(f => f.Diagnostic.Rule).Order());
        Assert.Contains(report.Findings, f => f.Diagnostic.Help == "Did you mean 'section-missing'?");
    }

    [Fact]
    public void An_exemption_holds_until_its_day()
    {
        var repository = Repository(new WordRule("cow", "moo")).With("zips/zip-1-a.md", Zip(1, "moo"));
        var at = Place.StartOf("gavel.yml");
        repository.Process = repository.Process with { Rules = new RuleSettings([], [], [new Exemption("cow", "zip-1", "a farm", new DateOnly(2024, 5, 1), at)]) };
        Assert.Empty(repository.Check().Findings);
        var late = repository.Check(repository.Request with { Today = new DateOnly(2024, 5, 2) });
        Assert.Equal(["exemption-expired", "cow"], late.Findings.Select(f => f.Diagnostic.Rule));
        repository.With("zips/zip-1-a.md", Zip(1, "quack"));
        Assert.Equal("suppression-unused", Assert.Single(repository.Check().Findings).Diagnostic.Rule);
    }

    [Fact]
    public void A_baseline_holds_back_what_it_knows_and_counts_it()
    {
        var repository = Repository(new WordRule("cow", "moo"), new WordRule("cat", "mew")).With("zips/zip-1-a.md", Zip(1, "moo"));
        var baseline = BaselineFile.Of(repository.Check().Findings);
        repository.With("zips/zip-1-a.md", Zip(1, "A line more.\n\nmew moo"));
        var report = repository.Check(repository.Request with { Baseline = baseline });
        Assert.Equal((1, "cat"), (report.Owed, Assert.Single(report.Findings).Diagnostic.Rule));
    }

    [Fact]
    public void A_baseline_shrinks_and_grows_only_when_told()
    {
        var repository = Repository(new WordRule("cow", "moo"), new WordRule("cat", "mew")).With("zips/zip-1-a.md", Zip(1, "moo"));
        var old = BaselineFile.Of(repository.Check().Findings);
        var found = repository.With("zips/zip-1-a.md", Zip(1, "mew")).Check().Findings;
        Assert.Empty(BaselineFile.Update(old, found, add: false, []).Entries);
        Assert.Equal("cat", Assert.Single(BaselineFile.Update(old, found, add: true, []).Entries).Rule);
        Assert.Single(BaselineFile.Update(old, [], add: false, ["zips/zip-9-z.md"]).Entries);
    }

    [Fact]
    public void A_baseline_is_written_so_that_it_reads_back()
    {
        var baseline = new Baseline([new("b2", "cow", "ZIP-\"1\"", "zips/ü.md"), new("a1", "cat", null, "a.md")]);
        var text = BaselineFile.Render(baseline);
        Assert.Equal("{\n  \"version\": 1,\n  \"owed\": [\n    { \"path\": \"a.md\", \"proposal\": null, \"rule\": \"cat\", \"fingerprint\": \"a1\" },\n    { \"path\": \"zips/ü.md\", \"proposal\": \"ZIP-\\\"1\\\"\", \"rule\": \"cow\", \"fingerprint\": \"b2\" }\n  ]\n}\n", text);
        Assert.Equal(baseline.Entries.Reverse(), BaselineFile.Parse(SourceText.From("b.json", text)).Baseline!.Entries);
    }

    [Theory]
    [InlineData("", "b.json:1: not JSON")]
    [InlineData("[]", "b.json: not a baseline: it has no list 'owed'")]
    [InlineData("{\"owed\":[{}]}", "b.json: not a baseline: entry 1 has no 'fingerprint'")]
    [InlineData("{\"version\":2,\"owed\":[]}", "b.json: version 2 is not known to this gavel")]
    public void What_is_no_baseline_is_said_clearly(string text, string fault) => Assert.Equal(fault, BaselineFile.Parse(SourceText.From("b.json", text)).Fault);

    [Fact]
    public void Compared_with_an_earlier_moment_only_what_is_new_is_reported()
    {
        var repository = Repository(new WordRule("cow", "moo"), new WordRule("cat", "mew")).With("zips/zip-1-old-name.md", Zip(1, "moo"));
        var before = repository.Catalog;
        var now = Repository(new WordRule("cow", "moo"), new WordRule("cat", "mew")).With("zips/zip-1-new-name.md", Zip(1, "more\n\nmoo mew"));
        var report = now.Check(now.Request with { Base = before });
        Assert.Equal("zips/zip-1-new-name.md:10: Error cat", Assert.Single(Shown(report)));
    }

    [Fact]
    public void A_fingerprint_outlives_lines_and_tells_repetitions_apart()
    {
        var one = new Diagnostic("cow", Severity.Error, new Place("a.md", new TextSpan(10, 3), new(2, 1), new(2, 4)), "m", new Reason.Standard("s")) { Proposal = "ZIP-1", Subject = "moo" };
        var moved = one with { At = new Place("b.md", new TextSpan(90, 3), new(9, 1), new(9, 4)) };
        var again = one with { At = new Place("a.md", new TextSpan(50, 3), new(5, 1), new(5, 4)), Message = "n" };
        var of = Fingerprints.Of([one])[0].Fingerprint;
        Assert.Equal(of, Fingerprints.Of([moved])[0].Fingerprint);
        Assert.Equal([of, Fingerprints.Of([one, again])[1].Fingerprint], Fingerprints.Of([again, one]).Select(f => f.Fingerprint));
        Assert.NotEqual(of, Fingerprints.Of([one, again])[1].Fingerprint);
    }

    [Fact]
    public void A_stub_stands_for_the_sections_it_lacks()
    {
        var report = Repository(new WordRule("stub", "short"), new WordRule("section-missing", "moo"), new WordRule("link-broken", "mew")).With("zips/zip-1-a.md", Zip(1, "short moo mew")).Check();
        Assert.Equal(["stub", "link-broken"], report.Findings.Select(f => f.Diagnostic.Rule));
    }

    [Theory]
    [InlineData(1, Severity.Error)]
    [InlineData(4, Severity.Info)]
    [InlineData(7, null)]
    public void What_many_finished_proposals_lack_is_not_asked_for(int lacking, Severity? severity)
    {
        var repository = new TestRepository(Process(Schema(Title, Field("Status"), Section("Plan")))) { Rules = [new AbsentRule()] };
        for (var i = 1; i <= 12; i++) repository.With($"zips/zip-{i}-x.md", Zip(i, i > lacking ? "words\n\n## Plan\n\nGo." : "words", "Done"));
        var findings = repository.With("zips/zip-20-new.md", Zip(20, "words")).Check(repository.Request with { Paths = ["zips/zip-20-new.md"] }).Findings;
        Assert.Equal(severity, findings.IsEmpty ? null : Assert.Single(findings).Diagnostic.Severity);
    }

    [Fact]
    public void Safe_fixes_are_applied_until_none_is_left()
    {
        static Fix Replace(Gavel.Core.Proposals.Proposal p, TextSpan s, string with, bool safe) => new("say it otherwise", safe, ChangeSet.Edit(p.Text, s, with));
        var repository = Repository(
            new WordRule("cow", "moo", fix: (p, s) => Replace(p, s, "mew", true)), new WordRule("cat", "mew", fix: (p, s) => Replace(p, s, "purr", true)),
            new WordRule("dog", "bark", fix: (p, s) => Replace(p, s, "woof", false))).With("zips/zip-1-a.md", Zip(1, "moo mew bark"));
        var tree = repository.Tree;
        var result = Fixer.Run(tree, repository.Build, repository.Request, all: false, TestContext.Current.CancellationToken);
        Assert.Equal((3, "dog"), (result.Applied, Assert.Single(result.Left.Findings).Diagnostic.Rule));
        var fixedText = result.Changes.ApplyTo(tree.Read(tree.Files[0]))!;
        Assert.Equal(Zip(1, "purr purr bark"), fixedText.Chars);
        Assert.Equal(Zip(1, "moo mew bark"), tree.Read(tree.Files[0]).Chars);
        var all = Fixer.Run(tree, repository.Build, repository.Request, all: true, TestContext.Current.CancellationToken);
        Assert.Empty(all.Left.Findings);
    }

    [Fact]
    public void Fixes_that_never_end_stop_after_ten_rounds()
    {
        var repository = Repository(new WordRule("cow", "moo", fix: (p, s) => new Fix("louder", true, ChangeSet.Edit(p.Text, s, "mooo")))).With("zips/zip-1-a.md", Zip(1, "moo"));
        var result = Fixer.Run(repository.Tree, repository.Build, repository.Request, all: false, TestContext.Current.CancellationToken);
        Assert.Equal(10, result.Applied);
    }

    [Fact]
    public void A_filled_cache_gives_the_same_report_without_running_a_rule()
    {
        var cache = new DictionaryCache();
        var runs = 0;
        var repository = Repository(new WordRule("cow", "moo", fix: (p, s) => { runs++; return new Fix("quieter", true, ChangeSet.Edit(p.Text, s, "m")); }))
            .With("zips/zip-1-a.md", "<!-- gavel: allow dog: x -->\n" + Zip(1, "moo and [ZIP-2](zip-2-b.md)", "Superseded by ZIP-2")).With("zips/zip-2-b.md", Zip(2, "x"))
            .With("zips/README.md", "| No | Title | Status |\n|---|---|---|\n| 1 | [A](zip-1-a.md) | **Open** |\n\n<!-- gavel: allow cow: y -->\nThe next number is 3.\n");
        repository.Process = repository.Process with { Index = "zips/README.md" };
        repository.Cache = cache;
        var first = repository.Catalog;
        var report = Checker.Check(first, repository.Request, TestContext.Current.CancellationToken);
        var second = repository.Catalog;
        var again = Checker.Check(second, repository.Request, TestContext.Current.CancellationToken);
        Assert.Equal(1, runs);
        Assert.Equal(report.Findings.Select(Everything), again.Findings.Select(Everything));
        Assert.Equal(first.Entries.Select(e => Everything(e)), second.Entries.Select(e => Everything(e)));
        Assert.Equal(Everything(first.Indexes), Everything(second.Indexes));
        Assert.Equal(Everything(first.Allowed), Everything(second.Allowed));

        static string Everything(object value) => System.Text.Json.JsonSerializer.Serialize(value, value.GetType(), new System.Text.Json.JsonSerializerOptions { IncludeFields = true, ReferenceHandler = System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles });
    }

    [Fact]
    public void A_header_file_that_changes_is_seen_through_a_filled_cache()
    {
        var process = Process(Schema(Title, Field("status"), Section("Summary"))) with { Files = [new FilePattern("zips/{number}-{slug}/README.md")], HeaderFile = "zip.yaml", StatusField = "status" };
        var repository = new TestRepository(process) { Rules = [new StatusRule()], Cache = new DictionaryCache() };
        repository.With("zips/1-a/README.md", "# ZIP-1: A\n\n## Summary\n\nWords.\n").With("zips/1-a/zip.yaml", "status: Draft\n");
        Assert.Equal("Draft", Assert.Single(repository.Check().Findings).Diagnostic.Message);
        Assert.Equal("Done", Assert.Single(repository.With("zips/1-a/zip.yaml", "status: Done\n").Check().Findings).Diagnostic.Message);
    }

    private sealed class StatusRule : ICatalogRule
    {
        public RuleInfo Info { get; } = new("status-told", Severity.Info, "The status is told.");

        public IEnumerable<Diagnostic> Check(Catalog catalog, DateOnly today) =>
            catalog.Entries.Select(e => new Diagnostic("status-told", Severity.Info, e.TitleAt, e.Status ?? "none", new Reason.Standard("a test")) { Proposal = e.Id });
    }

    private sealed class DictionaryCache : ICache
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> _values = new(StringComparer.Ordinal);

        public byte[]? Get(string key) => _values.GetValueOrDefault(key);

        public void Put(string key, ReadOnlySpan<byte> value) => _values[key] = value.ToArray();
    }

    private sealed class AbsentRule : IProposalRule
    {
        public RuleInfo Info { get; } = new("absent", Severity.Error, "A section is absent.");

        public IEnumerable<Diagnostic> Check(Gavel.Core.Proposals.Proposal proposal)
        {
            foreach (var (demand, answer) in proposal.AnswersTo<Demand.Section>())
            {
                if (!answer.IsThere) yield return new Diagnostic("absent", Severity.Error, proposal.PlaceOf(answer), "absent", demand.Source) { Proposal = proposal.Id, Demand = demand.Key };
            }
        }
    }
}
