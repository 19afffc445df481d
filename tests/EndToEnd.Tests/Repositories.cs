namespace EndToEnd.Tests;

/// <summary>Small repositories in our own words.</summary>
public static class Repositories
{
    public const string Template = """
        # RFC NNNN: Title of the proposal

        - **Status**: Draft | Proposed | Accepted | Rejected
        - **Author**: Your name
        - **Created**: YYYY-MM-DD

        ## Summary

        <!-- What is proposed, in at most 50 words. -->

        ## Motivation

        <!-- Why is it needed? -->

        ## Design

        <!-- How does it work? -->

        ## Drawbacks

        <!-- Optional. What speaks against it? -->

        """;

    public static string Rfc(int number, string title, string status = "Proposed") => $"""
        # RFC {number:0000}: {title}

        - **Status**: {status}
        - **Author**: Ann Lee
        - **Created**: 2026-01-05

        ## Summary

        The service answers with a budget of retries that callers can see.

        ## Motivation

        Callers guess today, and guess badly.

        ## Design

        A header carries the rest of the budget.

        """;

    public static string Index(params (int Number, string Title, string File, string Status)[] rows) =>
        "# RFCs\n\n| RFC | Title | Status |\n| --- | --- | --- |\n"
        + string.Concat(rows.Select(r => $"| [{r.Number:0000}]({r.File}) | {r.Title} | {r.Status} |\n"));

    public static TemporaryFolder Rfcs() => TemporaryFolder.Repository(
        ("rfcs/template.md", Template),
        ("rfcs/0001-retry-budgets.md", Rfc(1, "Retry budgets")),
        ("rfcs/0002-quiet-start.md", Rfc(2, "Quiet start", "Accepted")),
        ("rfcs/README.md", Index((1, "Retry budgets", "0001-retry-budgets.md", "Proposed"), (2, "Quiet start", "0002-quiet-start.md", "Accepted"))));
}
