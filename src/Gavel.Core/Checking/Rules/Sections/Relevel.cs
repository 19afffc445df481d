using System.Collections.Immutable;
using Gavel.Core.Diagnostics;
using Gavel.Core.Documents;
using Gavel.Core.Proposals;
using Gavel.Core.Text;

namespace Gavel.Core.Checking.Rules.Sections;

/// <summary>Writes a heading at another level, and the author's own headings below it with it.</summary>
internal static class Relevel
{
    private const int Deepest = 6; // ATX (CommonMark 4.2)

    /// <param name="answered">Where the sections begin that answer demands of their own: they are judged for themselves and stay.</param>
    /// <returns>Null where the syntax or the document has no way to write the level.</returns>
    public static Fix? Fix(Proposal proposal, Section section, int wanted, HashSet<int> answered)
    {
        var text = proposal.Text;
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        var shift = wanted - section.Heading!.Level;
        var moving = Moving(section, answered).ToList();
        foreach (var each in moving)
        {
            var heading = each.Heading!;
            var edit = heading.Style is HeadingStyle.Atx ? Atx(text, heading, heading.Level + shift) : Adorned(proposal, heading, heading.Level + shift);
            if (edit is null) return null;
            edits.Add(edit);
        }
        if (section.Heading.Style is HeadingStyle.Underlined && !KeepsOthers(proposal, [.. moving.Select(m => m.Heading!)], shift)) return null;
        var level = wanted.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Fix($"write the heading at level {level}", IsSafe: true, new ChangeSet(edits.ToImmutable(), [], []));
    }

    private static IEnumerable<Section> Moving(Section section, HashSet<int> answered)
    {
        var open = new Stack<Section>();
        open.Push(section);
        while (open.TryPop(out var each))
        {
            yield return each;
            foreach (var child in each.Children)
            {
                if (!answered.Contains(child.Span.Start)) open.Push(child);
            }
        }
    }

    // In RST the level of an adornment is told by the order in which adornments come: another one at one heading may move all others.
    private static bool KeepsOthers(Proposal proposal, HashSet<Heading> moved, int shift)
    {
        var headings = proposal.Document.Root.SelfAndDescendants().Select(s => s.Heading).OfType<Heading>().ToList();
        var now = new List<(HeadingStyle, char)>();
        var then = new List<(HeadingStyle, char)>();
        foreach (var heading in headings)
        {
            var adornment = (heading.Style, heading.Adornment);
            var next = moved.Contains(heading) && headings.Find(h => h.Level == heading.Level + shift) is { } model ? (model.Style, model.Adornment) : adornment;
            if (RankOf(then, next) - RankOf(now, adornment) != (moved.Contains(heading) ? shift : 0)) return false;
        }
        return true;
    }

    private static int RankOf<T>(List<T> seen, T adornment)
    {
        if (!seen.Contains(adornment)) seen.Add(adornment);
        return seen.IndexOf(adornment);
    }

    private static FileEdit? Atx(SourceText text, Heading heading, int level)
    {
        if (level is < 1 or > Deepest) return null;
        var start = heading.Span.Start;
        while (start < heading.Span.End && text.Chars[start] != '#') start++;
        var end = start;
        while (end < heading.Span.End && text.Chars[end] == '#') end++;
        return end - start == heading.Level ? new FileEdit(text.Path, text.Id, TextSpan.Between(start, end), new string('#', level)) : null;
    }

    /// <summary>Takes the adornment of another heading of that level; setext and RST have no other way to say a level.</summary>
    private static FileEdit? Adorned(Proposal proposal, Heading heading, int level)
    {
        if (heading.Style is HeadingStyle.Setext) return null;
        var model = proposal.Document.Root.SelfAndDescendants().Select(s => s.Heading).FirstOrDefault(h => h is not null && h.Level == level);
        if (model is null || model.Style != heading.Style) return null;
        var lines = proposal.Text.Lines;
        var under = lines.SpanOf(lines.LineOf(Math.Max(heading.Span.End - 1, heading.Span.Start)));
        if (heading.Style != HeadingStyle.Underlined || under.IsEmpty) return null;
        return new FileEdit(proposal.Path, proposal.Text.Id, under, new string(model.Adornment, under.Length));
    }
}
