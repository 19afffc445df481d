using Gavel.Core.Plans;

namespace Core.Tests.Plans;

public sealed class ItemTextTests
{
    [Theory]
    [InlineData("Sort the post (done)", "Sort the post")]
    [InlineData("Sort the post - Completed", "Sort the post")]
    [InlineData("Sort the post — finished in March", "Sort the post")]
    [InlineData("DONE: Sort the post", "Sort the post")]
    [InlineData("Done - Sort the post", "Sort the post")]
    [InlineData("✅ Sort the post", "Sort the post")]
    [InlineData("✔️ Sort the post", "Sort the post")]
    [InlineData(":white_check_mark: Sort the post", "Sort the post")]
    [InlineData("Sort the post ☑", "Sort the post")]
    [InlineData("[x] Sort the post", "Sort the post")]
    [InlineData("[Merged] Sort the post", "Sort the post")]
    [InlineData("Sort the post. (Already shipped in 2.1)", "Sort the post.")]
    [InlineData("Sort the post [code complete]", "Sort the post")]
    [InlineData("Sort the post, rolled out", "Sort the post")]
    [InlineData("Sort the post (status: landed)", "Sort the post")]
    [InlineData("Sort the post (100%)", "Sort the post")]
    [InlineData("Sort the post (done!)", "Sort the post")]
    [InlineData("Sort the post (completed 2024-05-01)", "Sort the post")]
    [InlineData("Sort the post - completed March 2024", "Sort the post")]
    [InlineData("Sort the post (merged: #12)", "Sort the post")]
    [InlineData("Sort the post (PR #12 merged)", "Sort the post")]
    [InlineData("Sort the post (done ✅)", "Sort the post")]
    [InlineData("Sort the post [DONE]", "Sort the post")]
    [InlineData("Sort the post ... done", "Sort the post")]
    [InlineData("Sort the post: signed off by the board", "Sort the post")]
    public void What_is_done(string line, string text) => Reads(line, text, PlanItemState.Done);

    [Theory]
    [InlineData("Sort the post - In Progress")]
    [InlineData("[WIP] Sort the post")]
    [InlineData("🚧 Sort the post")]
    [InlineData("Sort the post (under way)")]
    [InlineData("Sort the post (partially implemented)")]
    [InlineData("Sort the post (60 %)")]
    [InlineData("Sort the post: in flight")]
    [InlineData("[~] Sort the post")]
    public void What_is_being_done(string line) => Reads(line, "Sort the post", PlanItemState.Active);

    [Theory]
    [InlineData("Sort the post - De-scoped")]
    [InlineData("Sort the post (descoped)")]
    [InlineData("Sort the post (Cancelled: nobody writes any more)")]
    [InlineData("Sort the post (Abandon because the office closed)")]
    [InlineData("Sort the post – won't do")]
    [InlineData("Sort the post (no longer needed)")]
    [InlineData("🚫 Sort the post")]
    [InlineData("Sort the post [shelved]")]
    public void What_is_not_needed_any_more(string line) => Reads(line, "Sort the post", PlanItemState.Dropped);

    [Theory]
    [InlineData("Sort the post (not started)")]
    [InlineData("Sort the post - TODO")]
    [InlineData("Sort the post (deferred to next year)")]
    [InlineData("☐ Sort the post")]
    [InlineData("❌ Sort the post")]
    [InlineData("[ ] Sort the post")]
    [InlineData("Sort the post (not yet implemented)")]
    public void What_is_still_to_do(string line) => Reads(line, "Sort the post", PlanItemState.Open);

    [Theory]
    [InlineData("Show when all letters are done")]
    [InlineData("Tool for the sorting completed")]
    [InlineData("Complete the sorting of the post")]
    [InlineData("Design: complete rewrite of the sorter")]
    [InlineData("Letters: finished and unfinished ones are told apart")]
    [InlineData("Open the post office")]
    [InlineData("Merged letters (two in one) are opened")]
    [InlineData("Started letters are kept - open questions are listed")]
    public void Words_of_the_work_are_no_state(string line)
    {
        var read = ItemText.Of(line);
        Assert.Equal((line, null), (read.Text, read.Facts.State));
    }

    [Theory]
    [InlineData("Sort the post (3 days)", 3, 3)]
    [InlineData("Sort the post - 3 days", 3, 3)]
    [InlineData("Sort the post: LOE: ~2 days", 2, 2)]
    [InlineData("Sort the post: 1-2 weeks", 5, 10)]
    [InlineData("Sort the post (1 - 2 weeks)", 5, 10)]
    [InlineData("Sort the post - 1 - 2 weeks", 5, 10)]
    [InlineData("Sort the post (2 to 3 person-days)", 2, 3)]
    [InlineData("Sort the post (about 1.5 weeks)", 7.5, 7.5)]
    [InlineData("Sort the post takes a week", 5, 5)]
    [InlineData("Sort the post will take about two weeks", 10, 10)]
    [InlineData("Sort the post 3 days", 3, 3)]
    [InlineData("Sort the post [2d]", 2, 2)]
    [InlineData("Sort the post (1w)", 5, 5)]
    [InlineData("Sort the post (1w 2d)", 7, 7)]
    [InlineData("Sort the post — half a day", 0.5, 0.5)]
    [InlineData("Sort the post (4 hours)", 0.5, 0.5)]
    [InlineData("Sort the post (estimate: 3 man-days)", 3, 3)]
    [InlineData("Sort the post (a couple of days)", 2, 2)]
    [InlineData("Sort the post (one sprint)", 10, 10)]
    [InlineData("Sort the post (effort: 2 pw)", 10, 10)]
    [InlineData("Sort the post (1 month)", 20, 20)]
    [InlineData("Sort the post: 2-5 days, though others help", 2, 5)]
    // Parts of a day.
    [InlineData("Sort the post (½ day)", 0.5, 0.5)]
    [InlineData("Sort the post - ½ a day", 0.5, 0.5)]
    [InlineData("Sort the post: ½-day", 0.5, 0.5)]
    [InlineData("Sort the post ½ day", 0.5, 0.5)]
    [InlineData("Sort the post (1½ days)", 1.5, 1.5)]
    [InlineData("Sort the post (1 ½ days)", 1.5, 1.5)]
    [InlineData("Sort the post (½-1 day)", 0.5, 1)]
    [InlineData("Sort the post (1–1½ days)", 1, 1.5)]
    [InlineData("Sort the post (1/2 day)", 0.5, 0.5)]
    [InlineData("Sort the post (1 1/2 weeks)", 7.5, 7.5)]
    [InlineData("Sort the post (¼ week)", 1.25, 1.25)]
    [InlineData("Sort the post (one and a half days)", 1.5, 1.5)]
    [InlineData("Sort the post (2 and a half weeks)", 12.5, 12.5)]
    [InlineData("Sort the post (half-day)", 0.5, 0.5)]
    [InlineData("Sort the post (0.5 days)", 0.5, 0.5)]
    [InlineData("Sort the post (0,5 days)", 0.5, 0.5)]
    [InlineData("Sort the post (1,5-2,5 days)", 1.5, 2.5)]
    [InlineData("Sort the post (1,5d)", 1.5, 1.5)]
    // Units.
    [InlineData("Sort the post (1.5 pd)", 1.5, 1.5)]
    [InlineData("Sort the post - 3PD", 3, 3)]
    [InlineData("Sort the post: 3 PDs", 3, 3)]
    [InlineData("Sort the post (2 d)", 2, 2)]
    [InlineData("Sort the post (2-3 w)", 10, 15)]
    [InlineData("Sort the post (4 h)", 0.5, 0.5)]
    [InlineData("Sort the post (2 man days)", 2, 2)]
    [InlineData("Sort the post (2 mandays)", 2, 2)]
    [InlineData("Sort the post (1 eng-week)", 5, 5)]
    [InlineData("Sort the post (2 person days of work)", 2, 2)]
    [InlineData("Sort the post (1 developer-month)", 20, 20)]
    [InlineData("Sort the post (2+ days)", 2, 2)]
    [InlineData("Sort the post (<1 day)", 1, 1)]
    [InlineData("Sort the post (≈ 3 days)", 3, 3)]
    [InlineData("Sort the post (2~3 days)", 2, 3)]
    [InlineData("Sort the post (2/3 days)", 2, 3)]
    public void Estimates_in_working_days(string line, double min, double max)
    {
        var read = ItemText.Of(line);
        Assert.Equal(("Sort the post", new Effort((decimal)min, (decimal)max)), (read.Text, read.Facts.Days));
    }

    [Theory]
    [InlineData("Sort the post (3PD done)", 3, PlanItemState.Done)]
    [InlineData("Sort the post - 3PD done", 3, PlanItemState.Done)]
    [InlineData("Sort the post 3PD done", 3, PlanItemState.Done)]
    [InlineData("Sort the post (done, 3 PD)", 3, PlanItemState.Done)]
    [InlineData("Sort the post (done: 3 days)", 3, PlanItemState.Done)]
    [InlineData("Sort the post [2d in progress]", 2, PlanItemState.Active)]
    [InlineData("Sort the post (2 days - WIP)", 2, PlanItemState.Active)]
    [InlineData("Sort the post (1w, dropped)", 5, PlanItemState.Dropped)]
    [InlineData("[x] Sort the post: ½ day", 0.5, PlanItemState.Done)]
    public void An_estimate_and_a_state_side_by_side(string line, double days, PlanItemState state)
    {
        var read = ItemText.Of(line);
        Assert.Equal(("Sort the post", new Effort((decimal)days, (decimal)days), state), (read.Text, read.Facts.Days!.Value, read.Facts.State!.Value));
    }

    [Theory]
    [InlineData("Sort the post (2d @ann)", "@ann", null)]
    [InlineData("Sort the post (@ann, 2d)", "@ann", null)]
    [InlineData("Sort the post (2 days by 1 May 2024)", "", "2024-05-01")]
    [InlineData("Sort the post (2 days, until 2024-05-01, @ann)", "@ann", "2024-05-01")]
    public void An_estimate_and_who_or_when_side_by_side(string line, string people, string? due)
    {
        var read = ItemText.Of(line);
        Assert.Equal(("Sort the post", new Effort(2, 2), people), (read.Text, read.Facts.Days!.Value, string.Join(' ', read.Facts.People)));
        Assert.Equal(due, read.Facts.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_estimate_in_front_with_what_it_is_for() => Assert.Equal(new Effort(10, 15), ItemText.Of("2-3 weeks for the post").Facts.Days);

    [Theory]
    [InlineData("Delete letters after 30 days")]
    [InlineData("Keep the last 7 days of letters")]
    [InlineData("Poll every 2 hours")]
    [InlineData("Support version 1.2 and two offices")]
    [InlineData("Letters that are older than 2 weeks")]
    [InlineData("Fix #12 d")]
    [InlineData("LET-12 days are long")]
    [InlineData("1 day for this, 2 days for that")]
    [InlineData("Keep 1,500 letters")]
    [InlineData("Cut each page to ½ of its size")]
    [InlineData("Read 1/2 of the letters each day")]
    public void Other_times_are_no_estimate(string line)
    {
        var read = ItemText.Of(line);
        Assert.Equal((line, null), (read.Text, read.Facts.Days));
    }

    [Theory]
    [InlineData("Sort the post (by 2024-05-01)", "2024-05-01")]
    [InlineData("Sort the post - 2024-05-01", "2024-05-01")]
    [InlineData("Sort the post (due 1 May 2024)", "2024-05-01")]
    [InlineData("Sort the post (May 1st, 2024)", "2024-05-01")]
    [InlineData("Sort the post: ETA: March 2024", "2024-03-31")]
    [InlineData("Sort the post (end of February 2024)", "2024-02-29")]
    [InlineData("Sort the post (Q3 2024)", "2024-09-30")]
    [InlineData("Sort the post (2024 Q1)", "2024-03-31")]
    [InlineData("Sort the post by 1 May 2024", "2024-05-01")]
    [InlineData("Sort the post by the end of Q3 2024 (@ann)", "2024-09-30")]
    [InlineData("Sort the post (due 12/24/2024)", "2024-12-24")]
    [InlineData("Sort the post until 1 May 2024", "2024-05-01")]
    [InlineData("Sort the post until 2024-05-01", "2024-05-01")]
    [InlineData("Sort the post (until 2024-05-01)", "2024-05-01")]
    [InlineData("Sort the post till end of May 2024", "2024-05-31")]
    [InlineData("Sort the post before the end of Q2 2024", "2024-06-30")]
    [InlineData("Sort the post by 2024-05-01", "2024-05-01")]
    [InlineData("Sort the post by May 2024", "2024-05-31")]
    [InlineData("Sort the post, ETA 2024-05-01", "2024-05-01")]
    [InlineData("Sort the post; deadline: 1.5.2024", "2024-05-01")]
    [InlineData("Sort the post (to be done by 1 May 2024)", "2024-05-01")]
    [InlineData("Sort the post (completed by May 1, 2024)", "2024-05-01")]
    [InlineData("Sort the post (2024Q2)", "2024-06-30")]
    [InlineData("Sort the post (2024-Q2)", "2024-06-30")]
    [InlineData("Sort the post (Q2/2024)", "2024-06-30")]
    [InlineData("Sort the post (H1 2024)", "2024-06-30")]
    [InlineData("Sort the post (05/2024)", "2024-05-31")]
    [InlineData("Sort the post (2024/05/01)", "2024-05-01")]
    [InlineData("Sort the post (end of 2024)", "2024-12-31")]
    [InlineData("Sort the post by the end of 2024", "2024-12-31")]
    [InlineData("Sort the post (24/12/2024)", "2024-12-24")]
    public void Dates_by_which_it_is_done(string line, string date)
    {
        var read = ItemText.Of(line);
        Assert.Equal(("Sort the post", DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)), (read.Text, read.Facts.Due));
    }

    [Theory]
    [InlineData("Sort the post (@ann)", "@ann")]
    [InlineData("Sort the post @ann @bob-l", "@ann @bob-l")]
    [InlineData("Sort the post (owner: Ann Lee)", "Ann Lee")]
    [InlineData("Sort the post - assigned to Ann Lee, Bo", "Ann Lee Bo")]
    [InlineData("Sort the post; assignee: Ann <ann@example.org>", "Ann")]
    [InlineData("Sort the post (DRI: @ann)", "@ann")]
    [InlineData("Sort the post by @ann and @bob", "@ann @bob")]
    public void People(string line, string people)
    {
        var read = ItemText.Of(line);
        Assert.Equal(("Sort the post", people), (read.Text, string.Join(' ', read.Facts.People)));
    }

    [Theory]
    [InlineData("Ship @post/sorter to npm")]
    [InlineData("Write to ann@example.org")]
    [InlineData("Sort the post (owner: TBD)")]
    [InlineData("Sort the post (Hamburg)")]
    [InlineData("Add @max(2) to the parser")]
    [InlineData("Teach the parser @max(2)")]
    [InlineData("Sort the post (@max(2))")]
    public void Other_words_are_nobody(string line) => Assert.Empty(ItemText.Of(line).Facts.People);

    [Fact]
    public void Several_things_are_said_at_once()
    {
        var read = ItemText.Of("[x] **Sort** the post (2d, @ann, due 2024-05-01)".Replace("**", "", StringComparison.Ordinal));
        Assert.Equal("Sort the post", read.Text);
        Assert.Equal((PlanItemState.Done, new Effort(2, 2), new DateOnly(2024, 5, 1), "@ann"), (read.Facts.State!.Value, read.Facts.Days!.Value, read.Facts.Due!.Value, read.Facts.People.Single()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("(")]
    [InlineData("[x]")]
    [InlineData("()()()[][][")]
    [InlineData("- - - - : : :")]
    [InlineData("@ @@ @- .@a")]
    [InlineData("99999999999999 days 999999 weeks")]
    [InlineData("1.99999999999 d")]
    [InlineData("0000-00-00 (9999-99-99) Q9 9999")]
    [InlineData("\u0001\u0002✅\uFE0F\uFE0F\uD83D")]
    public void No_text_is_too_strange(string line) => Assert.NotNull(ItemText.Of(line).Text);

    [Fact]
    public void A_line_of_nothing_but_marks_is_read_in_a_moment()
    {
        foreach (var piece in (string[])["(", "[x] ", " - done", "1 day ", "@a ", ": ", "(1d) "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 20_000));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            ItemText.Of(text);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(300), piece);
        }
    }

    private static void Reads(string line, string text, PlanItemState state)
    {
        var read = ItemText.Of(line);
        Assert.Equal((text, state), (read.Text, read.Facts.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_written_is_read_and_nothing_is_added_to_it(int seed)
    {
        string[] pieces =
        [
            "1,5", "1'0,5d", "½", "¼-1", "1½", "1/2", "3PD", "2 d", "days", "weeks", "until", "by", "2024", "H1", "Q2/2024", "99/2024", "31 Feb 2024", "2024q5", "done", "PR #12", "and a half", "end of", "a",
            "-", "–", "—", "(", ")", "[", "]", "[x]", "1.5", "1,500", "99999999999999999999", "3x,5d", "½-", "/", ".", ",", ":", ";", "!", "*", "@ann", "@", "foo", "owner:", "①", "１,５", "❌", "✅",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)]));

            var item = ItemText.Of(text);

            Assert.True(item.Text.Length <= text.Length, text);
            if (item.Facts.Days is { } days) Assert.True(days.Min >= 0 && days.Min <= days.Max, text);
        }
    }
}
