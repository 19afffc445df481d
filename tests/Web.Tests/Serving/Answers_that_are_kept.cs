using Gavel.Web.Pages;
using Gavel.Web.Serving;
using Microsoft.AspNetCore.Http;

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

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Scripts_and_style_sheets_are_packed_with_more_effort_than_pages(string coding)
    {
        var (style, page) = (await Packed("text/css; charset=utf-8"), await Packed("text/html; charset=utf-8"));
        Assert.InRange(style, 1, page * 9 / 10);

        async Task<long> Packed(string type)
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.AcceptEncoding = coding;
            await new CachedPage(new PageContent(SiteAssets.Style.Bytes, type)).WriteAsync(context, StatusCodes.Status200OK, "snapshot");
            Assert.Equal(coding, context.Response.Headers.ContentEncoding);
            return context.Response.ContentLength!.Value;
        }
    }

    private static CachedPage Page(int bytes) => new(new PageContent(new byte[bytes], "text/html"));
}
