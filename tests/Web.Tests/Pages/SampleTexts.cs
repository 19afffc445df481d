namespace Web.Tests.Pages;

/// <summary>The texts of the sample repository.</summary>
internal static class SampleTexts
{
    public const string Template = """
        # PIP-NNNN: Title of the proposal

        - **Status**: Draft | Proposed | Accepted | Rejected | Superseded
        - **Author**: Your name
        - **Supersedes**: the number of the proposal that this one replaces

        ## Summary

        <!-- What is proposed, in at most 80 words. -->

        ## Motivation

        <!-- Why is it needed? Who gains by it? -->

        ## Milestones

        <!-- Milestones and tasks, each with an estimate. -->

        """;

    /// <summary>A header with links, a field that the template does not have, and a key that is meant for a generator of sites.</summary>
    public const string Linked = """
        ---
        layout: page
        Shepherd: Di Oak
        ---
        # PIP-4: A linked one

        - **Status**: Draft
        - **Author**: Cy Dee
        - **Discussion**: [the thread](https://talk.example/t/4) and [its plan][plan], [gone](gone.md)
        - **Tracker**: https://tracker.example/issues/4

        ## Summary

        See [nothing](../nowhere.md) and [old ladders](0002-old-ladders.md).

        [plan]: 0002-old-ladders.md

        """;

    public const string Configuration = """
        version: 1
        processes:
          - name: PIP
            template: proposals/template.md
            files: proposals/{number}-{slug}.md
            number: next
            status: field
            fields: { Supersedes: { required: false } }
            sections: { Milestones: { required: false } }

        """;

    public const string Ladders = "The old ladders have eleven rungs.";

    public const string Baskets = """
        Baskets with *two* handles, as [the old ladders](0002-old-ladders.md) have. See PIP-3 and <https://example.org/baskets>.

        ![A tree](pictures/tree.svg) ![An evil one](pictures/evil.svg) ![Elsewhere](https://tracker.example/pixel.png)

        <script>alert(1)</script> <b onclick="alert(2)">bold</b>

        | a very long first column of a wide table | a second one | a third one that goes on | a fourth | a fifth column | and a sixth |
        | --- | --- | --- | --- | --- | --- |
        | one | two | three | four | five | six |

        ```python
        def weigh(basket):
            return basket.apples * 0.2  # a long comment that makes this line of code wider than a narrow screen can show at once
        ```

        ```mermaid
        graph LR
          Tree --> Basket
        ```

        ```mermaid
        graph LR
          Tree -->> [Nothing
        ```

        ```diff
        - an old step
        + a new step
        ```

        """;

    public static string Proposal(int number, string title, string status, string summary, string header = "") => $"""
        # PIP-{number}: {title}

        - **Status**: {status}
        - **Author**: Ann Lee, Bo Vale
        {header}
        ## Summary

        {summary}

        ## Motivation

        People fall, and apples too.

        ### Who gains

        The pickers.

        ## Milestones

        - [x] Buy one (1 day)
        - [ ] Try it (2 days)

        """;
}
