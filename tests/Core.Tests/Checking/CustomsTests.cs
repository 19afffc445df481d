using System.Globalization;
using Gavel.Core.Checking.Rules.Fields;
using Gavel.Core.Checking.Rules.Sections;
using Gavel.Core.Diagnostics;
using Gavel.Core.Templates;
using Gavel.Core.Text;
using static Core.Tests.Checking.HandMade;

namespace Core.Tests.Checking;

/// <summary>What most proposals do, or most of a time or of a kind, is no fault of one of them.</summary>
public sealed class CustomsTests
{
    private static TestRepository Repository() =>
        new(Process(Schema(Title, Field("Status"), Field("Kind"), Section("Summary"), Section("Risks"), Section("Teaching")))) { Rules = [new SectionMissing(), new SectionRenamed()] };

    private static void Add(TestRepository repository, int number, string status, string kind, params string[] sections) =>
        repository.With(
            string.Create(CultureInfo.InvariantCulture, $"zips/zip-{number}-a.md"),
            string.Create(CultureInfo.InvariantCulture, $"# ZIP-{number}: Night trains {number}\n\n* **Status**: {status}\n* **Kind**: {kind}\n\n")
            + string.Concat(sections.Select(s => $"## {s}\n\nTrains run at night.\n\n")));

    private static string[] Found(TestRepository repository) =>
        [.. repository.Check().Findings.Select(f => $"{f.Diagnostic.Proposal} {f.Diagnostic.Severity} {f.Diagnostic.Message}")];

    [Fact]
    public void What_is_new_is_asked_of_new_proposals_though_most_old_ones_lack_it()
    {
        var repository = Repository();
        for (var i = 1; i <= 60; i++) Add(repository, i, "Done", "train", "Summary", "Risks");
        for (var i = 61; i <= 80; i++) Add(repository, i, "Done", "train", "Summary", "Risks", "Teaching");
        Add(repository, 81, "Open", "train", "Summary", "Risks");
        Assert.Equal(["ZIP-81 Error section 'Teaching' is missing"], Found(repository));
    }

    [Fact]
    public void What_those_of_its_time_lack_is_not_asked_of_an_open_proposal()
    {
        var repository = Repository();
        for (var i = 1; i <= 80; i++) Add(repository, i, "Done", "train", "Summary", "Risks", "Teaching");
        for (var i = 81; i <= 95; i++) Add(repository, i, "Open", "train", "Summary", "Risks");
        Assert.DoesNotContain(Found(repository), f => f.StartsWith("ZIP-95 ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_most_of_a_kind_lack_is_not_asked_of_that_kind()
    {
        var repository = Repository();
        for (var i = 1; i <= 60; i++) Add(repository, i, "Done", "train", "Summary", "Risks", "Teaching");
        for (var i = 61; i <= 100; i++)
        {
            if (i % 4 == 0) Add(repository, i, "Done", "timetable", "Summary", "Risks");
            else Add(repository, i, "Done", "train", "Summary", "Risks", "Teaching");
        }
        Add(repository, 101, "Open", "timetable", "Summary", "Risks");
        Add(repository, 102, "Open", "train", "Summary", "Risks");
        Assert.Equal(["ZIP-102"], Found(repository).Select(f => f.Split(' ')[0]));
    }

    [Theory]
    [InlineData(4, "tw7", "")]
    [InlineData(3, "tw7", "Warning")]
    [InlineData(4, "<who>", "Warning")]
    public void A_word_of_the_template_that_most_keep_is_a_value_and_no_gap(int keeping, string word, string severity)
    {
        var repository = new TestRepository(Process(Schema(Title, Field("Status"), Field("Signal", FieldKind.Text, word), Section("Summary")))) { Rules = [new FieldPlaceholder()] };
        for (var i = 1; i <= 6; i++)
        {
            repository.With(string.Create(CultureInfo.InvariantCulture, $"zips/zip-{i}-a.md"), string.Create(CultureInfo.InvariantCulture, $"# ZIP-{i}: Trains {i}\n\n* **Status**: Open\n* **Signal**: {(i > keeping ? "ks2" : word)}\n\n## Summary\n\nTrains run.\n"));
        }
        Assert.Equal(severity.Length == 0 ? 0 : keeping, repository.Check().Findings.Length);
    }

    [Theory]
    [InlineData(4, "Info")]
    [InlineData(3, "Error")]
    [InlineData(1, "Error")]
    public void A_value_that_most_have_and_the_list_of_the_template_lacks_is_no_fault_of_one_of_them(int having, string severity)
    {
        var repository = new TestRepository(Process(Schema(Title, Field("Status"), Field("Line", FieldKind.Enum, null, "North", "South"), Section("Summary")))) { Rules = [new FieldValue()] };
        for (var i = 1; i <= 6; i++)
        {
            repository.With(string.Create(CultureInfo.InvariantCulture, $"zips/zip-{i}-a.md"), string.Create(CultureInfo.InvariantCulture, $"# ZIP-{i}: Trains {i}\n\n* **Status**: Open\n* **Line**: {(i > having ? "North" : "Harbour")}\n\n## Summary\n\nTrains run.\n"));
        }
        Assert.Equal(Enumerable.Range(1, having).Select(i => string.Create(CultureInfo.InvariantCulture, $"ZIP-{i} {severity} 'Harbour' is no value of 'Line'")), Found(repository));
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(4, "Info")]
    [InlineData(3, "Error")]
    public void A_field_that_most_of_a_few_lack_is_no_fault_of_one_of_them(int lacking, string severity)
    {
        var repository = new TestRepository(Process(Schema(Title, Field("Status"), Field("Kind"), Section("Summary")))) { Rules = [new FieldMissing()] };
        for (var i = 1; i <= 6; i++)
        {
            var kind = i > lacking ? "* **Kind**: train\n" : "";
            repository.With(string.Create(CultureInfo.InvariantCulture, $"zips/zip-{i}-a.md"), string.Create(CultureInfo.InvariantCulture, $"# ZIP-{i}: Trains {i}\n\n* **Status**: Open\n{kind}\n## Summary\n\nTrains run.\n"));
        }
        Assert.Equal(severity.Length == 0 ? [] : Enumerable.Range(1, lacking).Select(i => string.Create(CultureInfo.InvariantCulture, $"ZIP-{i} {severity} field 'Kind' is missing")), Found(repository));
    }

    [Fact]
    public void What_gavel_yml_asks_for_is_asked_of_all_though_all_of_them_lack_it()
    {
        var asked = new Reason.Configuration(new Place("gavel.yml", default, new LinePosition(6, 1), new LinePosition(6, 2)), "required: true");
        var repository = new TestRepository(Process(Schema(Title, Field("Status"), Field("Release") with { Source = asked }, Section("Summary"), Section("Risks") with { Source = asked }))) { Rules = [new FieldMissing(), new SectionMissing()] };
        for (var i = 1; i <= 20; i++) Add(repository, i, i > 19 ? "Open" : "Done", "train", "Summary");
        Assert.Equal(40, Found(repository).Count(f => f.Contains(" Error ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4, 4, "Info")]
    [InlineData(4, 3, "Error")]
    [InlineData(3, 3, "Error")]
    public void A_section_that_none_of_a_few_has_is_a_note(int proposals, int lacking, string severity)
    {
        var repository = Repository();
        for (var i = 1; i <= proposals; i++) Add(repository, i, "Open", "train", i > lacking ? ["Summary", "Risks", "Teaching"] : ["Summary", "Risks"]);
        Assert.Equal(Enumerable.Range(1, lacking).Select(i => string.Create(CultureInfo.InvariantCulture, $"ZIP-{i} {severity} section 'Teaching' is missing")), Found(repository));
    }

    [Fact]
    public void A_heading_that_several_use_is_another_word_of_the_process()
    {
        var repository = Repository();
        for (var i = 1; i <= 12; i++) Add(repository, i, "Open", "train", i > 4 ? "Summary" : "Overview", "Risks", "Teaching");
        Assert.Empty(Found(repository));
        Add(repository, 13, "Open", "train", "Introduction", "Risks", "Teaching");
        Assert.Equal(["ZIP-13 Info section 'Introduction' stands for 'Summary'"], Found(repository));
    }

    [Fact]
    public void A_heading_for_two_sections_answers_both()
    {
        var repository = Repository();
        Add(repository, 1, "Open", "train", "Summary", "Risks and teaching");
        Assert.DoesNotContain(Found(repository), f => f.Contains("is missing", StringComparison.Ordinal));
    }
}
