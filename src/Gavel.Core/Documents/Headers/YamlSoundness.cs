using System.Text;
using Gavel.Core.Diagnostics;
using Gavel.Core.Text;
using YamlDotNet.Core;

namespace Gavel.Core.Documents.Headers;

/// <summary>Says what is wrong with front matter as YAML. Asked only where a line looks doubtful.</summary>
internal static class YamlSoundness
{
    /// <summary>Characters; longer front matter is not judged.</summary>
    private const int MaxLength = 32_768;

    public static Diagnostic? FaultOf(SourceText text, List<TextSpan> lines)
    {
        if (lines.Count == 0) return null;
        var span = TextSpan.Between(lines[0].Start, lines[^1].End);
        if (span.Length > MaxLength) return null;
        var content = new StringBuilder();
        foreach (var line in lines) content.Append(text.Slice(line)).Append('\n');
        try
        {
            var parser = new Parser(new StringReader(content.ToString()));
            while (parser.MoveNext()) { }
            return null;
        }
        catch (YamlException problem)
        {
            var line = lines[Math.Clamp((int)problem.Start.Line - 1, 0, lines.Count - 1)];
            return FrontMatter.FaultAt(text, line, "front matter is not sound YAML here; it is read line by line");
        }
        // The scanner of the library is not always as polite.
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            return FrontMatter.FaultAt(text, lines[0], "front matter is not sound YAML; it is read line by line");
        }
    }
}
