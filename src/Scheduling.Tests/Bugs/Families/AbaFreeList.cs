using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>
/// A free list without a lock, of nodes 1, 2 and 3. One process takes two nodes; the other takes two and gives the first
/// one back: then the head is what it was and the rest is not. A node that two hold at once is the bug.
/// </summary>
internal sealed class AbaFreeList
{
    private const int Nodes = 3;

    private readonly int _head;
    private readonly int[] _next;
    private readonly int[] _owners;

    private AbaFreeList(BugModel model) =>
        (_head, _next, _owners) = (
            model.Cell("head"),
            model.Cells("next", Nodes + 1),
            model.Cells("owners", Nodes + 1)
        );

    public static BugModel Of(int noise)
    {
        var model = new BugModel("ABA free list, 2", noise);
        var list = new AbaFreeList(model);
        return model.Process(me => list.Taker(me, noise)).Process(list.Giver);
    }

    private IEnumerable<Operation> Taker(Voice me, int noise)
    {
        var own = _next[0]; // belongs to no node
        for (var time = 0; time < 2 && !me.HasFailed; time++)
        {
            for (var point = 0; time > 0 && point < noise / 2; point++)
            {
                yield return Voice.Read(own);
            }
            foreach (var operation in Take(me, _ => { }))
            {
                yield return operation;
            }
        }
    }

    private IEnumerable<Operation> Giver(Voice me)
    {
        var taken = 0;
        foreach (var operation in Take(me, node => taken = node))
        {
            yield return operation;
        }
        if (!me.HasFailed)
        {
            foreach (var operation in Take(me, _ => { }))
            {
                yield return operation;
            }
        }
        if (!me.HasFailed && taken != 0)
        {
            foreach (var operation in Give(me, taken))
            {
                yield return operation;
            }
        }
    }

    // A cell is zero at first, so the head is kept as what it is more than 1, and each next as what it is more than at first.
    private IEnumerable<Operation> Take(Voice me, Action<int> taken)
    {
        while (true)
        {
            yield return Voice.Read(_head);
            var head = me.Number + 1;
            if (head == 0)
            {
                yield break;
            }
            yield return Voice.Read(_next[head]);
            var next = me.Number + NextAtFirst(head);
            yield return Voice.CompareExchange(_head, next - 1, head - 1);
            if (me.Number == head - 1)
            {
                yield return Voice.Add(_owners[head], 1);
                me.Refutes(me.Number == 1);
                taken(head);
                yield break;
            }
        }
    }

    private IEnumerable<Operation> Give(Voice me, int node)
    {
        yield return Voice.Add(_owners[node], -1);
        while (true)
        {
            yield return Voice.Read(_head);
            var head = me.Number + 1;
            yield return Voice.Write(_next[node], head - NextAtFirst(node));
            yield return Voice.CompareExchange(_head, node - 1, head - 1);
            if (me.Number == head - 1)
            {
                yield break;
            }
        }
    }

    private static int NextAtFirst(int node) => node < Nodes ? node + 1 : 0;
}
