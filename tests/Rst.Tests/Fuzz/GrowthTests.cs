using System.Diagnostics;
using Gavel.Rst.Transforms;
using Xunit;

namespace Rst.Tests.Fuzz;

/// <summary>Texts that would tempt a parser to look at everything again and again: eight times the text may not take much more than eight times as long.</summary>
public sealed class GrowthTests
{
    public static TheoryData<string> Shapes => [.. AdversarialTexts.Names];

    [Theory, MemberData(nameof(Shapes))]
    public void Time_grows_with_the_text(string shape)
    {
        const int Small = 1_000;
        Time(shape, Small);
        var small = Time(shape, Small);
        var large = Time(shape, Small * 8);
        Assert.True(large < TimeSpan.FromMilliseconds(150) || large < small * 40, $"{shape}: {small.TotalMilliseconds:F1} ms, then {large.TotalMilliseconds:F1} ms");
    }

    private static TimeSpan Time(string shape, int size)
    {
        var text = AdversarialTexts.Make(shape, size);
        var watch = Stopwatch.StartNew();
        RstTransforms.ParseAndResolve(text);
        return watch.Elapsed;
    }
}
