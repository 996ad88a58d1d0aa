using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>
/// Gives each actor and object of a wait-for graph its place: those of a circle stand on one, the others in rows above.
/// An actor points at the object that it waits for, an object at who holds it.
/// </summary>
internal sealed class WaitGraphLayout
{
    public const double Width = 360;

    private const int MostNodes = 12;
    private const double RowHeight = 62;
    private const int LongestTitle = 14;

    private readonly Dictionary<string, WaitNode> _nodes = [];
    private readonly List<WaitEdge> _edges = [];

    private WaitGraphLayout() { }

    public IReadOnlyCollection<WaitNode> Nodes => _nodes.Values;

    public IReadOnlyList<WaitEdge> Edges => _edges;

    public double Height { get; private set; }

    /// <summary>The graph; null when nobody waits or when there are too many to draw.</summary>
    public static WaitGraphLayout? Of(Evidence evidence)
    {
        var graph = new WaitGraphLayout();
        foreach (var wait in evidence.Waits)
        {
            graph.Add(wait, evidence.Actors);
        }
        if (graph._nodes.Count is 0 or > MostNodes)
        {
            return null;
        }
        graph.Place(graph.Circle());
        return graph;
    }

    private void Add(EvidenceWait wait, IReadOnlyList<EvidenceActor> actors)
    {
        if (wait.Lane < 0 || wait.Lane >= actors.Count)
        {
            return;
        }
        var from = Actor(wait.Lane, actors);
        if (wait.Object is { } name)
        {
            var thing = Node($"object {name}", name, isObject: true);
            Connect(from, thing, holds: false);
            from = thing;
        }
        foreach (var holder in wait.Holders.Where(h => h >= 0 && h < actors.Count))
        {
            Connect(from, Actor(holder, actors), holds: wait.Object is not null);
        }
    }

    private WaitNode Actor(int lane, IReadOnlyList<EvidenceActor> actors) =>
        Node($"actor {lane}", actors[lane].Name, isObject: false);

    private WaitNode Node(string key, string title, bool isObject)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            node = new WaitNode(Untrusted.Cut(Untrusted.Line(title), LongestTitle), isObject);
            _nodes.Add(key, node);
        }
        return node;
    }

    private void Connect(WaitNode from, WaitNode to, bool holds)
    {
        if (!_edges.Exists(e => e.From == from && e.To == to))
        {
            _edges.Add(new WaitEdge(from, to, holds));
        }
    }

    // The first circle that is found going along the arrows; empty when there is none.
    private List<WaitNode> Circle()
    {
        HashSet<WaitNode> finished = [];
        List<WaitNode> path = [];
        return _nodes.Values.Select(Visit).FirstOrDefault(c => c is not null) ?? [];

        List<WaitNode>? Visit(WaitNode node)
        {
            var at = path.IndexOf(node);
            if (at >= 0)
            {
                return path[at..];
            }
            if (!finished.Add(node))
            {
                return null;
            }
            path.Add(node);
            var found = _edges.Where(e => e.From == node).Select(e => Visit(e.To)).FirstOrDefault(c => c is not null);
            path.RemoveAt(path.Count - 1);
            return found;
        }
    }

    private void Place(List<WaitNode> circle)
    {
        var others = _nodes.Values.Where(n => !circle.Contains(n)).ToList();
        var y = RowHeight / 2;
        foreach (var row in others.Chunk(3))
        {
            for (var i = 0; i < row.Length; i++)
            {
                (row[i].X, row[i].Y) = (Width * (2 * i + 1) / (2 * row.Length), y);
            }
            y += RowHeight;
        }
        Height = y - RowHeight / 2 + (others.Count > 0 ? 8 : 0);
        if (circle.Count == 0)
        {
            return;
        }
        var radius = circle.Count <= 2 ? 40 : 34 + 12 * circle.Count;
        var middle = Height + radius + WaitNode.Height;
        for (var i = 0; i < circle.Count; i++)
        {
            var angle = 2 * Math.PI * i / circle.Count - Math.PI / 2;
            (circle[i].X, circle[i].Y) = (Width / 2 + 115 * Math.Cos(angle), middle + radius * Math.Sin(angle));
            circle[i].InCircle = true;
            var next = circle[(i + 1) % circle.Count];
            _edges.First(e => e.From == circle[i] && e.To == next).InCircle = true;
        }
        Height = middle + radius + WaitNode.Height;
    }
}
