using FsCheck;
using Gavel.Core.Decisions;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using Gavel.Core.Trees;

namespace Core.Tests.Decisions;

public sealed class DecisionFileTests
{
    private static readonly DateTimeOffset Morning = new(2021, 8, 20, 10, 15, 0, TimeSpan.Zero);

    private static readonly Decision Approval = new("", "KIP-54", DecisionAction.Approve, "ann", "ann", Morning, null, new ContentId("1234567890123456789012345678901234567890"), "reads well");

    [Fact]
    public void A_file_is_named_by_time_action_person_and_four_digits_of_its_content()
    {
        var (file, decision) = DecisionWriter.Write(Approval);
        Assert.Matches("^\\.gavel/decisions/KIP-54/2021-08-20T101500Z-approve-ann-[0-9a-f]{4}\\.yml$", file.Path);
        Assert.Equal(ContentId.Of(System.Text.Encoding.UTF8.GetBytes(file.Content)).Sha[..4], file.Path[^8..^4]);
        Assert.Equal(file.Path, decision.Path);
        Assert.Equal(
            "action: approve\nby: ann\nrecordedBy: ann\non: 2021-08-20T10:15:00Z\neffective: null\nat: \"1234567890123456789012345678901234567890\"\nnote: reads well\n",
            file.Content);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Decision[] decisions =
        [
            Approval,
            Approval with { Action = DecisionAction.Vote, Vote = "abstain", By = "Zoë Müller-Łuk", RecordedBy = "bo", Note = "no: \"quotes\" # and\nlines\t\\ 😀" },
            Approval with { Action = DecisionAction.Resolve, Ends = "2021-08-19T101500Z-object-bo-0a1b.yml", At = null, Note = null },
            Approval with { Action = DecisionAction.Move, From = "In Discussion", To = "Approved (1.2)", IsForced = true, Moved = "specs/open/a b.rst", Effective = new DateOnly(2021, 8, 1), Note = "true" },
        ];
        var written = decisions.Select(DecisionWriter.Write).ToList();
        var set = DecisionReader.Read(new MemoryTree(written.Select(w => SourceText.From(w.File.Path, w.File.Content))));
        Assert.Empty(set.Faults);
        Assert.Equal(written.Select(w => w.Decision).OrderBy(d => d.Path, StringComparer.Ordinal), set.Of("kip-54").OrderBy(d => d.Path, StringComparer.Ordinal));
    }

    [Fact]
    public void Any_note_and_any_name_reads_back_the_same() => Prop.ForAll<NonNull<string>, NonEmptyString>((note, person) =>
    {
        var words = string.Concat(note.Get.EnumerateRunes().Select(r => r.ToString())).Trim();
        var by = string.Concat(person.Get.EnumerateRunes().Select(r => r.ToString())).Trim();
        if (by.Length == 0) return;
        var (file, decision) = DecisionWriter.Write(Approval with { By = by, Note = words.Length == 0 ? null : words });
        var set = DecisionReader.Read(new MemoryTree([SourceText.From(file.Path, file.Content)]));
        Assert.Equal([decision], set.All);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_reading_throw_and_none_is_lost_without_a_word() => Prop.ForAll<NonNull<string>>(text =>
    {
        var path = ".gavel/decisions/KIP-1/2021-08-20T101500Z-object-bo-0a1b.yml";
        var set = DecisionReader.Read(new MemoryTree([SourceText.From(path, string.Concat(text.Get.EnumerateRunes().Select(r => r.ToString())))]));
        Assert.Equal(1, set.All.Length + set.Unreadable.Length);
        if (set.All.IsEmpty) Assert.Contains(set.Faults, f => f.Severity == Severity.Error && f.At.Path == path);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_key_that_stands_twice_the_first_counts_and_the_second_is_told()
    {
        var set = DecisionReader.Read(new MemoryTree([SourceText.From(".gavel/decisions/KIP-1/2021-08-20T101500Z-object-bo-0a1b.yml", "action: object\nby: bo\non: 2021-08-20T10:15:00Z\naction: approve\n")]));
        Assert.Equal(DecisionAction.Object, Assert.Single(set.Of("KIP-1")).Action);
        Assert.Equal(["4 the key 'action' stands here twice; the first one counts"], set.Faults.Select(f => $"{f.At.Start.Line} {f.Message}"));
    }

    [Fact]
    public void What_a_file_lacks_is_taken_from_its_name_and_told()
    {
        var set = DecisionReader.Read(new MemoryTree([SourceText.From(".gavel/decisions/KIP-1/2021-08-20T101500Z-object-bo-lee-0a1b.yml", "note: the budget is missing\n")]));
        var decision = Assert.Single(set.Of("KIP-1"));
        Assert.Equal((DecisionAction.Object, "bo-lee", Morning), (decision.Action, decision.By, decision.On));
        Assert.All(set.Faults, f => Assert.Equal(Severity.Warning, f.Severity));
        Assert.Equal(3, set.Faults.Length);
    }

    [Fact]
    public void Decisions_stand_in_the_order_in_which_they_were_made_whatever_the_order_of_the_files()
    {
        var times = new[] { Morning.AddHours(2), Morning, Morning.AddDays(-1) };
        var files = times.Select(t => DecisionWriter.Write(Approval with { On = t }).File).Select(f => SourceText.From(f.Path, f.Content)).ToList();
        Assert.Equal(times.Order(), DecisionReader.Read(new MemoryTree(files)).Of("KIP-54").Select(d => d.On));
    }

    [Fact]
    public void A_clock_that_stands_still_or_runs_back_keeps_the_order_of_the_people()
    {
        Assert.Equal(Morning, DecisionWriter.After([], Morning.AddMilliseconds(400)));
        Assert.Equal(Morning.AddSeconds(1), DecisionWriter.After([Approval], Morning));
        Assert.Equal(Morning.AddSeconds(1), DecisionWriter.After([Approval], Morning.AddHours(-3)));
    }

    [Fact]
    public void A_decision_that_claims_to_be_of_next_year_does_not_move_the_clock() =>
        Assert.Equal(Morning, DecisionWriter.After([Approval with { On = Morning.AddYears(1) }], Morning));

    [Fact]
    public void An_id_with_a_slash_has_folders_of_its_own()
    {
        var (file, _) = DecisionWriter.Write(Approval with { Proposal = "2024.1/foo" });
        Assert.StartsWith(".gavel/decisions/2024.1/foo/", file.Path, StringComparison.Ordinal);
        Assert.Single(DecisionReader.Read(new MemoryTree([SourceText.From(file.Path, file.Content)])).Of("2024.1/foo"));
    }
}
