using System.Collections.Immutable;
using Gavel.Core.Catalogs;

namespace Gavel.Web.Pages.Charts;

/// <summary>A proposal in the drawing. Lengths in CSS pixels.</summary>
internal sealed record GraphBox(CatalogEntry Entry, int X, int Y);

/// <summary>Draws proposals in layers: what others stand on is on the left.</summary>
internal sealed class LayeredGraph
{
    public const int BoxWidth = 132;
    public const int BoxHeight = 28;
    private const int StepX = 186;
    private const int StepY = 40;
    private const int Sweeps = 4;

    private readonly RelationCluster _cluster;
    private readonly Dictionary<CatalogEntry, int> _layer = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CatalogEntry, GraphBox> _boxes = new(ReferenceEqualityComparer.Instance);

    public LayeredGraph(RelationCluster cluster)
    {
        _cluster = cluster;
        Rank();
        var layers = Order();
        for (var x = 0; x < layers.Count; x++)
        {
            for (var y = 0; y < layers[x].Count; y++) _boxes[layers[x][y]] = new GraphBox(layers[x][y], 4 + x * StepX, 4 + y * StepY);
        }
        Width = layers.Count * StepX - StepX + BoxWidth + 8;
        var rows = layers.Max(l => l.Count);
        Height = rows * StepY - StepY + BoxHeight + (rows == 1 && layers.Count > 2 ? 16 : 8); // a line below the only row
        Boxes = [.. cluster.Members.Select(m => _boxes[m])];
        Lines = [.. cluster.Edges.Select((e, i) => (LineOf(_boxes[e.From], _boxes[e.To], rows, i), e))];
    }

    public int Width { get; }

    public int Height { get; }

    public ImmutableArray<GraphBox> Boxes { get; }

    /// <summary>SVG path data with the edge that it draws.</summary>
    public ImmutableArray<(string Path, RelationEdge Edge)> Lines { get; }

    // The longest way to something that stands on nothing; a ring is cut after as many rounds as there are members.
    private void Rank()
    {
        foreach (var member in _cluster.Members) _layer[member] = 0;
        for (var round = 0; round < _cluster.Members.Length; round++)
        {
            var changed = false;
            foreach (var edge in _cluster.Edges)
            {
                if (_layer[edge.From] > _layer[edge.To] || _layer[edge.To] + 1 >= _cluster.Members.Length) continue;
                _layer[edge.From] = _layer[edge.To] + 1;
                changed = true;
            }
            if (!changed) break;
        }
        // Layers that a ring pushed apart close up again.
        var used = _layer.Values.Distinct().Order().Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        foreach (var member in _cluster.Members) _layer[member] = used[_layer[member]];
    }

    private List<List<CatalogEntry>> Order()
    {
        var layers = Enumerable.Range(0, _layer.Values.Max() + 1).Select(_ => new List<CatalogEntry>()).ToList();
        foreach (var member in _cluster.Members) layers[_layer[member]].Add(member);
        var near = _cluster.Members.ToDictionary(m => m, _ => new List<CatalogEntry>(), (IEqualityComparer<CatalogEntry>)ReferenceEqualityComparer.Instance);
        foreach (var edge in _cluster.Edges)
        {
            near[edge.From].Add(edge.To);
            near[edge.To].Add(edge.From);
        }
        var place = new Dictionary<CatalogEntry, double>(ReferenceEqualityComparer.Instance);
        foreach (var layer in layers) Number(layer);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < layers.Count; i++)
            {
                var at = sweep % 2 == 0 ? i : layers.Count - 1 - i;
                layers[at] = [.. layers[at].Select((m, n) => (m, n)).OrderBy(p => near[p.m].Count == 0 ? place[p.m] : near[p.m].Average(o => place[o])).ThenBy(p => p.n).Select(p => p.m)];
                Number(layers[at]);
            }
        }
        return layers;

        void Number(List<CatalogEntry> layer)
        {
            for (var i = 0; i < layer.Count; i++) place[layer[i]] = i;
        }
    }

    private static string LineOf(GraphBox from, GraphBox to, int rows, int number)
    {
        var (x1, y1, x2, y2) = (from.X, from.Y + BoxHeight / 2, to.X + BoxWidth + 5, to.Y + BoxHeight / 2);
        if (x1 == to.X) return FormattableString.Invariant($"M{x1 + BoxWidth} {y1}C{x1 + BoxWidth + 30} {y1} {x2 + 25} {y2} {x2} {y2}");
        var (first, last) = (x1 - StepX + BoxWidth, to.X + StepX); // where the layers between begin and end
        if (first <= last) return FormattableString.Invariant($"M{x1} {y1}C{x1 - 30} {y1} {x2 + 26} {y2} {x2} {y2}");
        // Between two rows, so that no box hides the line; three beside each other there.
        var row = Math.Clamp((y1 + y2 + StepY) / 2 / StepY, 1, Math.Max(1, rows - 1));
        var y = row * StepY - (StepY - BoxHeight) / 2 + 4 + (number % 3 - 1) * 3;
        return FormattableString.Invariant($"M{x1} {y1}C{x1 - 27} {y1} {x1 - 27} {y} {first} {y}H{last}C{last - 25} {y} {x2 + 25} {y2} {x2} {y2}");
    }
}
