using System.Collections.Immutable;
using System.Globalization;
using Gavel.Core.Processes;

namespace Gavel.Web.Pages.Charts;

/// <summary>A box of the lifecycle's drawing. Lengths in CSS pixels.</summary>
internal sealed record LifecycleBox(Status Status, int Count, int X, int Y);

/// <summary>A way from one box to another.</summary>
/// <param name="Path">SVG path data.</param>
/// <param name="Weight">How many proposals went it; 0 where nobody was seen to.</param>
internal sealed record LifecycleWay(string Path, int Weight, string Says);

/// <summary>Draws the statuses of a process below each other, narrow enough for a telephone, with the moves as bows beside them.</summary>
internal sealed class Lifecycle
{
    public const int BoxWidth = 190;
    public const int BoxHeight = 34;
    private const int Step = 54;
    private const int BowStep = 12;
    private const int MostBows = 8;

    public Lifecycle(ImmutableArray<(Status Status, int Count)> statuses, IEnumerable<(string From, string To, int Count)> moves)
    {
        Boxes = [.. statuses.Select((s, i) => new LifecycleBox(s.Status, s.Count, 4, 4 + i * Step))];
        Height = Math.Max(1, statuses.Length) * Step - Step + BoxHeight + 8;
        var ways = ImmutableArray.CreateBuilder<LifecycleWay>();
        var bows = 0;
        foreach (var (from, to, count) in moves.OrderByDescending(m => m.Count))
        {
            var a = Find(from);
            var b = Find(to);
            if (a is null || b is null) continue;
            var says = count == 0 ? $"{from} to {to}" : $"{from} to {to}: {count}";
            if (b.Y - a.Y == Step)
            {
                ways.Add(new LifecycleWay(Text($"M{a.X + BoxWidth / 2} {a.Y + BoxHeight}V{b.Y - 6}"), count, says));
                continue;
            }
            if (bows == MostBows) continue;
            var out1 = BoxWidth + 4 + 14 + ++bows * BowStep;
            ways.Add(new LifecycleWay(Text($"M{BoxWidth + 4} {a.Y + BoxHeight / 2 + 5}C{out1} {a.Y + BoxHeight / 2 + 5} {out1} {b.Y + BoxHeight / 2 - 5} {BoxWidth + 10} {b.Y + BoxHeight / 2 - 5}"), count, says));
        }
        Ways = ways.ToImmutable();
        Width = BoxWidth + 24 + (bows + 1) * BowStep;
    }

    public int Width { get; }

    public int Height { get; }

    public ImmutableArray<LifecycleBox> Boxes { get; }

    public ImmutableArray<LifecycleWay> Ways { get; }

    private LifecycleBox? Find(string name) => Boxes.FirstOrDefault(b => string.Equals(b.Status.Name, name, StringComparison.Ordinal));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
