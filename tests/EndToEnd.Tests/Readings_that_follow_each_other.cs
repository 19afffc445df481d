using System.Text;
using Gavel.Cli.CommandLine;
using Gavel.Core.Reporting;
using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace EndToEnd.Tests;

/// <summary>A server takes over from its last reading what still holds. Whatever was written meanwhile, it must then say what a reading from scratch says, byte for byte.</summary>
public sealed class Readings_that_follow_each_other
{
    private const int Steps = 24;

    private static readonly string[] Statuses = ["Draft", "Proposed", "Accepted", "Rejected", "Superseded", "Nonsense"];

    private const string Template = "# RFC-NNN: Title\n\n- **Status**: Draft | Proposed | Accepted | Rejected | Superseded\n- **Author**: Your Name\n- **Requires**: RFC-N\n\n## Summary\n\nWhat is it about?\n\n## Design\n\nHow does it work?\n\n## Risks\n\nWhat may go wrong?\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Incremental_and_from_scratch_say_the_same(int seed)
    {
        using var folder = Repository();
        var random = new Random(seed);
        var settings = new SessionSettings(folder.Path) { IsQuiet = true, Today = new DateOnly(2024, 5, 1) };
        using var first = Session.Open(settings, TestContext.Current.CancellationToken);
        using var reading = new LiveReading(settings, first, isReadOnly: false);
        var now = reading.Read(null, false, TestContext.Current.CancellationToken)!;
        var site = new Site(now.Source);
        var told = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var (what, written) = Change(folder, random, step);
            told.Add($"{step}: {what}");
            if (reading.Read(written, false, TestContext.Current.CancellationToken) is { } next)
            {
                now.Held!.Dispose();
                now = next;
                site = new Site(now.Source, site);
            }
            AssertSame(settings, now, site, string.Join('\n', told));
        }
        now.Held!.Dispose();
    }

    [Fact]
    public void Nothing_is_read_where_nothing_changed()
    {
        using var folder = Repository();
        var settings = new SessionSettings(folder.Path) { IsQuiet = true };
        using var first = Session.Open(settings, TestContext.Current.CancellationToken);
        using var sessions = new WarmSessions(settings, first);
        using (sessions.Next(null, false, TestContext.Current.CancellationToken)!.Session) { }
        Assert.Null(sessions.Next(null, false, TestContext.Current.CancellationToken));
        Assert.Null(sessions.Next(["rfcs/.0001.swp"], false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_baseline_that_git_ignores_is_read_when_it_changed()
    {
        using var folder = Repository();
        folder.Write(".gitignore", ".gavel/baseline.json\n");
        folder.Commit("the baseline is everybody's own");
        var settings = new SessionSettings(folder.Path) { IsQuiet = true };
        using var first = Session.Open(settings, TestContext.Current.CancellationToken);
        using var sessions = new WarmSessions(settings, first);
        using (sessions.Next(null, false, TestContext.Current.CancellationToken)!.Session) { }
        folder.Write(".gavel/baseline.json", "{\"version\":1,\"entries\":[]}\n");
        var after = sessions.Next([".gavel/baseline.json"], false, TestContext.Current.CancellationToken)!;
        Assert.Null(after.Edited);
        after.Session.Dispose();
        Assert.Null(sessions.Next(null, false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_edit_of_one_text_leaves_every_other_proposal_as_it_is()
    {
        using var folder = Repository();
        var settings = new SessionSettings(folder.Path) { IsQuiet = true };
        using var first = Session.Open(settings, TestContext.Current.CancellationToken);
        using var sessions = new WarmSessions(settings, first);
        using var before = sessions.Next(null, false, TestContext.Current.CancellationToken)!.Session;
        folder.Write("rfcs/0003-c.md", folder.Read("rfcs/0003-c.md") + "\nOne more line.\n");
        var after = sessions.Next(["rfcs/0003-c.md"], false, TestContext.Current.CancellationToken)!;
        using var session = after.Session;
        Assert.Equal(["rfcs/0003-c.md"], after.Edited!.Value);
        Assert.Same(before.Found, session.Found);
        foreach (var entry in before.Catalog.Entries)
            Assert.Equal(entry.Number != 3, ReferenceEquals(entry, session.Catalog.Find(entry.Id)));
    }

    [Theory]
    [InlineData("rfcs/template.md")]
    [InlineData("gavel.yml")]
    [InlineData("rfcs/README.md")]
    public void What_others_depend_on_is_no_edit_of_a_proposal(string path)
    {
        using var folder = Repository();
        var settings = new SessionSettings(folder.Path) { IsQuiet = true };
        using var first = Session.Open(settings, TestContext.Current.CancellationToken);
        using var sessions = new WarmSessions(settings, first);
        using (sessions.Next(null, false, TestContext.Current.CancellationToken)!.Session) { }
        folder.Write(path, folder.Read(path) + "\n");
        var after = sessions.Next([path], false, TestContext.Current.CancellationToken)!;
        Assert.Null(after.Edited);
        after.Session.Dispose();
    }

    private static void AssertSame(SessionSettings settings, SnapshotSource now, Site actual, string told)
    {
        using var session = Session.Open(settings with { IsWithoutCache = true }, TestContext.Current.CancellationToken);
        var fresh = Sites.Of(session, SiteAddress.Root, session.Today) with { Live = new LiveSite(IsReadOnly: false) };
        AssertEqual(ListReport.RenderJson(fresh.Catalog.Entries), ListReport.RenderJson(now.Source.Catalog.Entries), told);
        AssertEqual(JsonReport.Render(fresh.Report, session.TextOf), JsonReport.Render(now.Source.Report, session.TextOf), told);
        var expected = new Site(fresh);
        Assert.Equal(expected.Pages.Select(p => (p.Address, p.Kind)), actual.Pages.Select(p => (p.Address, p.Kind)));
        foreach (var page in expected.Pages.Where(p => p.Kind != SitePageKind.Asset))
        {
            Assert.True(page.Key == actual.Find(page.Address)!.Key, $"{told}\n{page.Address} has another key");
            AssertEqual(Encoding.UTF8.GetString(expected.Render(page.Address)!.Bytes.Span), Encoding.UTF8.GetString(actual.Render(page.Address)!.Bytes.Span), $"{told}\n{page.Address}");
        }
    }

    private static void AssertEqual(string expected, string actual, string told)
    {
        var same = expected.AsSpan().CommonPrefixLength(actual);
        Assert.True(expected == actual, $"{told}\nexpected: {Around(expected, same)}\nactual:   {Around(actual, same)}");

        static string Around(string text, int at) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)];
    }

    /// <returns>What was done, and the files that were written; null where that is more than files.</returns>
    private static (string What, string[]? Written) Change(TemporaryFolder folder, Random random, int step)
    {
        var files = Directory.GetFiles(System.IO.Path.Combine(folder.Path, "rfcs"), "0*.md").Select(f => "rfcs/" + System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        var path = files[random.Next(files.Length)];
        var text = folder.Read(path);
        switch (random.Next(17))
        {
            case 0: return Write(path, text + $"\nA further thought, number {step}.\n", "a line more");
            case 1: return Write(path, text.Replace("## Summary\n", $"## Summary\n\nBefore all: {step}.\n", StringComparison.Ordinal), "lines move");
            case 2: return Write(path, text.Replace("## Risks", "## Rsiks", StringComparison.Ordinal), "a heading misspelled");
            case 3: return Write(path, Line(text, "# ", $"# RFC-{int.Parse(path.AsSpan(5, 4), System.Globalization.CultureInfo.InvariantCulture)}: Title of step {step}"), "another title");
            case 4: return Write(path, Line(text, "- **Status**", $"- **Status**: {Statuses[random.Next(Statuses.Length)]}"), "another status");
            case 5: return Write(path, Line(text, "- **Requires**", $"- **Requires**: RFC-{random.Next(1, 12)}"), "another relation");
            case 6: return Write(path, text + $"\nSee [that](0002-b.md#risks) and [this](gone-{step % 2}.md), after RFC-{random.Next(1, 9)}.\n", "links");
            case 7: return Write(path, Line(text, "- **Author**", $"- **Author**: Person {random.Next(3)}"), "another author");
            case 8: return Write(path, "<!-- gavel: allow section-missing: agreed -->\n" + text, "a suppression");
            case 9: return Write($"rfcs/{90 + step:0000}-new.md", Proposal(90 + step, "Draft", 1), "a new file");
            case 10:
                File.Delete(System.IO.Path.Combine(folder.Path, path));
                return (path + " deleted", [path]);
            case 11:
                var to = path.Replace(".md", "-moved.md", StringComparison.Ordinal);
                File.Move(System.IO.Path.Combine(folder.Path, path), System.IO.Path.Combine(folder.Path, to));
                return ($"{path} moved", [path, to]);
            case 12: return Write("rfcs/template.md", folder.Read("rfcs/template.md") + $"\n## Extra {step}\n\nWhat else?\n", "the template");
            case 13: return Write("gavel.yml", folder.Read("gavel.yml") + $"# {step}\n" + (step % 2 == 0 ? "" : "rules: { section-missing: warning }\n").Replace("rules", folder.Read("gavel.yml").Contains("\nrules", StringComparison.Ordinal) ? "# rules" : "rules", StringComparison.Ordinal), "gavel.yml");
            case 14: return Write($".gavel/decisions/RFC-2/2024-04-{1 + step:00}T101500Z-approve-ann-3f9c.yml", "action: approve\nby: ann\non: 2024-04-01T10:15:00Z\n", "a decision");
            case 15:
                GavelProgram.Git(folder.Path, "checkout", "-q", "-B", $"branch-{step}");
                folder.Commit($"step {step}");
                return ("a commit on another branch", null);
            default: // several at once, as an editor writes them
                var other = files[random.Next(files.Length)];
                folder.Write("rfcs/~backup", "x");
                File.Delete(System.IO.Path.Combine(folder.Path, "rfcs/~backup"));
                folder.Write(other, folder.Read(other) + "\nTwo at once.\n");
                var (what, written) = Write(path, folder.Read(path) + "\nTwo at once.\n", "two files");
                return (what, [.. written!.Append(other).Append("rfcs/~backup").Distinct(StringComparer.Ordinal)]);
        }

        (string, string[]?) Write(string file, string content, string what)
        {
            folder.Write(file, content);
            return ($"{file}: {what}", [file]);
        }
    }

    private static string Line(string text, string start, string replaced) =>
        string.Join('\n', text.Split('\n').Select(l => l.StartsWith(start, StringComparison.Ordinal) ? replaced : l));

    private static TemporaryFolder Repository() => TemporaryFolder.Repository(
    [
        ("gavel.yml", "version: 1\nprocesses:\n  - name: RFC\n    template: rfcs/template.md\n    files: rfcs/{number}-{slug}.md\n    index: rfcs/README.md\n"),
        ("rfcs/template.md", Template),
        ("rfcs/README.md", "# RFCs\n\n| Number | Title | Status |\n|---|---|---|\n| [1](0001-a.md) | Title 1 | Draft |\n| [2](0002-b.md) | Title 2 | Accepted |\n"),
        .. Enumerable.Range(1, 11).Select(n => ($"rfcs/{n:0000}-{(char)('a' + n - 1)}.md", Proposal(n, Statuses[n % 5], (n % 7) + 1))),
    ]);

    private static string Proposal(int number, string status, int requires) =>
        $"# RFC-{number}: Title {number}\n\n- **Status**: {status}\n- **Author**: Person {number % 3}\n- **Requires**: RFC-{requires}\n\n## Summary\n\nWords of number {number}, beside RFC-{(number % 5) + 1}.\n\n## Design\n\nIt works, see [another](0001-a.md).\n{(number % 3 == 0 ? "" : "\n## Risks\n\nFew.\n")}";
}
