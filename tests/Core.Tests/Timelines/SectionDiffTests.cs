using Gavel.Core.Documents.Markdown;
using Gavel.Core.Text;
using Gavel.Core.Timelines;

namespace Core.Tests.Timelines;

public sealed class SectionDiffTests
{
    private const string Trains = """
        # ZIP-7: Night trains

        - **Status**: Draft
        - **Author**: Ann Lee

        ## Summary

        Trains run at night between the capitals.

        ## Motivation

        People want to sleep on the way, and to arrive in the morning.

        ## Design

        Each train has couchettes and one wagon with beds.

        ### Timetable

        It leaves at ten and arrives at seven.

        """;

    [Fact]
    public void Equal_documents_differ_in_nothing() => Assert.True(Compare(Trains, Trains).IsEmpty);

    [Fact]
    public void A_line_that_is_wrapped_elsewhere_is_no_change() =>
        Assert.True(Compare(Trains, Trains.Replace("between the", "between\nthe", StringComparison.Ordinal)).IsEmpty);

    [Fact]
    public void A_field_is_no_part_of_the_text()
    {
        var diff = Compare(Trains, Trains.Replace("Draft", "Accepted", StringComparison.Ordinal).Replace("- **Author**: Ann Lee\n", "- **Release**: 2.0\n", StringComparison.Ordinal));
        Assert.Equal(["Status: Draft > Accepted", "Release:  > 2.0", "Author: Ann Lee > "], diff.Fields.Select(f => $"{f.Name}: {f.From} > {f.To}"));
        Assert.Empty(diff.Sections);
    }

    [Fact]
    public void Words_that_changed_stand_between_those_that_did_not()
    {
        var section = Assert.Single(Compare(Trains, Trains.Replace("couchettes and one wagon", "seats and two wagons", StringComparison.Ordinal)).Sections);
        Assert.Equal(("Design", SectionChange.Edited), (section.Title, section.Change));
        Assert.Equal("=Each train has |-couchettes |+seats |=and |-one wagon |+two wagons |=with beds.", Show(section));
    }

    [Fact]
    public void A_section_that_moved_with_those_below_it_is_one_move()
    {
        var design = Trains[Trains.IndexOf("## Design", StringComparison.Ordinal)..];
        var moved = Trains.Replace(design, "", StringComparison.Ordinal).Replace("## Summary", design + "## Summary", StringComparison.Ordinal);
        var diff = Compare(Trains, moved);
        Assert.All(diff.Sections, s => Assert.Equal(SectionChange.Moved, s.Change));
        Assert.All(diff.Sections, s => Assert.False(s.IsEdited));
        Assert.DoesNotContain(diff.Sections, s => s.Title == "Timetable" && diff.Sections.Any(d => d.Title == "Design"));
    }

    [Fact]
    public void A_heading_that_changed_over_the_same_words_is_renamed()
    {
        var section = Assert.Single(Compare(Trains, Trains.Replace("## Motivation", "## Why", StringComparison.Ordinal)).Sections);
        Assert.Equal((SectionChange.Renamed, "Motivation", "Why"), (section.Change, section.FromTitle, section.Title));
        Assert.Equal((10, 10), (section.FromLine, section.ToLine));
    }

    [Fact]
    public void What_came_and_went_is_told_where_it_stands()
    {
        var diff = Compare(Trains, Trains.Replace("## Motivation\n\nPeople want to sleep on the way, and to arrive in the morning.\n", "## Costs\n\nBeds are dear.\n", StringComparison.Ordinal));
        Assert.Equal(["Motivation Removed", "Costs Added"], diff.Sections.Select(s => $"{s.Title} {s.Change}"));
        Assert.Null(diff.Sections[1].FromLine);
        Assert.Null(diff.Sections[0].ToLine);
    }

    [Fact]
    public void Two_sections_of_one_name_are_told_apart_by_what_they_stand_under()
    {
        var two = "# T\n\n## A\n\n### Risks\n\nRain falls on the line.\n\n## B\n\n### Risks\n\nSnow lies on the line.\n";
        var section = Assert.Single(Compare(two, two.Replace("Snow", "Ice", StringComparison.Ordinal)).Sections);
        Assert.Equal("-Snow |+Ice |=lies on the line.", Show(section));
        Assert.Equal(11, section.ToLine);
    }

    [Fact]
    public void Code_is_compared_by_lines_and_never_with_the_words_around_it()
    {
        var from = "# T\n\n## Design\n\nCall the queue like this:\n\n```\nqueue.open(1)\n    queue.send(x)\nqueue.close()\n```\n\nThen wait for the answer.\n";
        var to = from.Replace("    queue.send(x)\n", "    queue.send(x, y)\n", StringComparison.Ordinal).Replace("Then wait", "Then open(1) wait", StringComparison.Ordinal);
        var section = Assert.Single(Compare(from, to).Sections);
        Assert.Equal("=Call the queue like this:\n\n|=```\nqueue.open(1)\n|-    queue.send(x)\n|+    queue.send(x, y)\n|=queue.close()\n```\n|=Then |+open(1) |=wait for the answer.", Show(section));
        Assert.Equal([false, true, true, true, true, false, false, false], section.Words.Select(w => w.IsCode));
        Assert.Empty(Compare(from, from.Replace("like this:", "like\nthis:", StringComparison.Ordinal)).Sections);
        Assert.Single(Compare(from, from.Replace("    queue.send", "  queue.send", StringComparison.Ordinal)).Sections);
    }

    [Fact]
    public void Same_and_removed_words_give_the_old_text_and_same_and_added_ones_the_new()
    {
        var random = new Random(7);
        string[] words = ["one", "two", "three,", "four.", "(five)", "six-seven", "acht", "日本語の文", "\n\n", "*"];
        for (var i = 0; i < 200; i++)
        {
            var (from, to) = (Text(), Text());
            var runs = WordDiff.Compare(from, to);
            Assert.Equal(Squeezed(from), Squeezed(string.Concat(runs.Where(r => r.Op != WordOp.Added).Select(r => r.Text))));
            Assert.Equal(Squeezed(to), Squeezed(string.Concat(runs.Where(r => r.Op != WordOp.Removed).Select(r => r.Text))));
        }

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => words[random.Next(words.Length)]));
        static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void Ten_thousand_sections_are_compared_in_seconds()
    {
        var a = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"## Part {i}\n\nWords of {i}.\n\n"));
        var b = string.Concat(Enumerable.Range(0, 10_000).Reverse().Select(i => $"## Piece {i}\n\nOther words of {i}.\n\n"));
        Assert.NotEmpty(Compare(a, b).Sections);
    }

    private static DocumentDiff Compare(string from, string to) => SectionDiff.Compare(Parse(from), Parse(to));

    private static Gavel.Core.Documents.Document Parse(string text) => new MarkdownSyntax().Parse(SourceText.From("zips/zip-7.md", text));

    private static string Show(SectionDifference section) => string.Join('|', section.Words.Select(w => $"{w.Op switch { WordOp.Same => '=', WordOp.Added => '+', _ => '-' }}{w.Text}"));
}
