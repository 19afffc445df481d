using Gavel.Web.Pages;
using Gavel.Web.Serving;

namespace Web.Tests.Serving;

/// <summary>A server keeps the pages of searches, but not more of them than so many bytes.</summary>
public sealed class Answers_that_are_kept
{
    [Fact]
    public void The_same_question_gets_the_same_page()
    {
        var kept = new KeptAnswers();
        var page = kept.Keep("retry", 20, 0, Page(1000));
        Assert.Same(page, kept.Find("retry", 20, 0));
        Assert.Null(kept.Find("retry", 20, 20));
        Assert.Null(kept.Find("retry ", 20, 0));
    }

    [Fact]
    public void They_never_hold_more_bytes_than_they_may()
    {
        var kept = new KeptAnswers();
        var most = 0;
        for (var i = 0; i < 300; i++)
        {
            var page = kept.Keep($"question {i}", 20, 0, Page(100_000));
            Assert.Same(page, kept.Find($"question {i}", 20, 0));
            most = Math.Max(most, kept.Count);
        }
        Assert.InRange(most, 30, (int)(KeptAnswers.Most / 100_000));
    }

    private static CachedPage Page(int bytes) => new(new PageContent(new byte[bytes], "text/html"));
}
