namespace Gavel.Core.Catalogs;

/// <summary>Rings in a directed graph, without recursion and in linear time but for the way around each.</summary>
internal static class RelationCycles
{
    /// <summary>One ring for each set of nodes that all lead to each other: the shortest through its first node.</summary>
    /// <param name="inside">Told of each edge within such a set.</param>
    public static List<List<int>> Find(int nodes, IEnumerable<(int From, int To)> edges, Action<int, int> inside)
    {
        var next = new List<int>[nodes];
        for (var i = 0; i < nodes; i++) next[i] = [];
        foreach (var (from, to) in edges) next[from].Add(to);
        foreach (var list in next) list.Sort();
        var set = Sets(next);
        var sizes = set.CountBy(s => s).ToDictionary();
        var rings = new List<List<int>>();
        var done = new HashSet<int>();
        for (var i = 0; i < nodes; i++)
        {
            foreach (var to in next[i])
            {
                if (set[to] == set[i] && (sizes[set[i]] > 1 || to == i)) inside(i, to);
            }
            if ((sizes[set[i]] > 1 || next[i].Contains(i)) && done.Add(set[i])) rings.Add(Around(i, next, set));
        }
        return rings;
    }

    // Tarjan's strongly connected components, with a stack of its own.
    private static int[] Sets(List<int>[] next)
    {
        var order = new int[next.Length];
        var low = new int[next.Length];
        var set = new int[next.Length];
        Array.Fill(order, -1);
        Array.Fill(set, -1);
        var open = new Stack<int>();
        var path = new Stack<(int Node, int At)>();
        var (count, sets) = (0, 0);
        for (var start = 0; start < next.Length; start++)
        {
            if (order[start] >= 0) continue;
            path.Push((start, 0));
            while (path.TryPop(out var step))
            {
                var (node, at) = step;
                if (at == 0)
                {
                    order[node] = low[node] = count++;
                    open.Push(node);
                }
                else
                {
                    low[node] = Math.Min(low[node], low[next[node][at - 1]]);
                }
                while (at < next[node].Count && order[next[node][at]] >= 0)
                {
                    if (set[next[node][at]] < 0) low[node] = Math.Min(low[node], order[next[node][at]]);
                    at++;
                }
                if (at < next[node].Count)
                {
                    path.Push((node, at + 1));
                    path.Push((next[node][at], 0));
                    continue;
                }
                if (low[node] != order[node]) continue;
                int member;
                do
                {
                    member = open.Pop();
                    set[member] = sets;
                }
                while (member != node);
                sets++;
            }
        }
        return set;
    }

    private static List<int> Around(int start, List<int>[] next, int[] set)
    {
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var to in next[node])
            {
                if (to == start)
                {
                    var ring = new List<int> { node };
                    while (node != start) ring.Add(node = from[node]);
                    ring.Reverse();
                    return ring;
                }
                if (set[to] == set[start] && from.TryAdd(to, node)) queue.Enqueue(to);
            }
        }
        return [start];
    }
}
