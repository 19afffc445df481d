using System.Text;
using Gavel.Core.Checking;
using Gavel.Core.Diagnostics;
using Gavel.Core.Reporting;
using Gavel.Core.Text;

namespace Core.Tests.Reporting;

public sealed class TextReportTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    public void A_window_of_a_long_line_shows_whole_characters(int width)
    {
        var text = SourceText.From("a.md", string.Concat(Enumerable.Repeat("\U0001F600", 300)) + "x" + string.Concat(Enumerable.Repeat("\U0001F600", 300)));
        var at = Place.In(text, new TextSpan(600, 1));
        var report = new Report(1, 0, [new Finding(new Diagnostic("syntax", Severity.Error, at, "wrong", new Reason.Standard("text")), "")]);
        var shown = TextReport.Render(report, _ => text, new TextStyle(Colour: false, width), 1);
        Assert.Contains("\U0001F600x\U0001F600", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Rune.ReplacementChar, shown.EnumerateRunes());
    }
}
