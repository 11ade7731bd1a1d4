using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

/// <summary>Collects the terms of programs, equal ones once, and lays them out in layers.</summary>
/// <param name="atoms">How many atoms the literals are of.</param>
internal sealed class CircuitDraft(int atoms)
{
    private readonly int unknown = atoms * 2;
    private readonly List<Node> nodes = [];
    private readonly Dictionary<Node, int> numbers = new(SameNode.Instance);

    private readonly record struct Node(int Op, int Needed, int[] Operands, int Depth);

    /// <summary>Takes in the deciding criteria of a study.</summary>
    /// <param name="program">The study's program.</param>
    /// <param name="tops">Takes the number of each criterion's term.</param>
    public void AddCriteria(ReadOnlySpan<int> program, List<int> tops)
    {
        for (int left = program[1], at = 2; left > 0; left--)
        {
            tops.Add(Read(program, ref at));
        }
    }

    /// <summary>The layers, the places of their operands, and the place of every term by its number.</summary>
    public (CriteriaCircuit.Layer[] Layers, int[] Inputs, int[] Places) Layered()
    {
        var first = unknown + 1;
        int[] order = [.. Enumerable.Range(0, nodes.Count)];
        var kinds = nodes.ConvertAll(node => (node.Depth, node.Op, node.Operands.Length, node.Needed)).ToArray();
        Array.Sort(kinds, order);
        int[] places = [.. Enumerable.Range(0, first + nodes.Count)];
        for (var place = 0; place < order.Length; place++)
        {
            places[first + order[place]] = first + place;
        }

        List<CriteriaCircuit.Layer> layers = [];
        var inputs = new List<int>(nodes.Sum(node => node.Operands.Length));
        for (int from = 0, to; from < order.Length; from = to)
        {
            var (_, op, operands, needed) = kinds[from];
            var start = inputs.Count;
            for (to = from; to < order.Length && kinds[to] == kinds[from]; to++)
            {
                foreach (var operand in nodes[order[to]].Operands)
                {
                    inputs.Add(places[operand]);
                }
            }

            layers.Add(new CriteriaCircuit.Layer(op, operands, needed, to - from, first + from, start));
        }

        return ([.. layers], [.. inputs], places);
    }

    private int Read(ReadOnlySpan<int> code, ref int at)
    {
        var word = code[at++];
        switch (word)
        {
            case >= 0:
                return word;
            case Op.And or Op.Or:
            {
                List<int> operands = [];
                ReadInto(operands, code, ref at, word);
                var distinct = Distinct(operands);
                return distinct.Length == 1 ? distinct[0] : NumberOf(word, 0, distinct);
            }

            case Op.AtLeast:
            {
                var needed = code[at++];
                var operands = new int[code[at++]];
                for (var operand = 0; operand < operands.Length; operand++)
                {
                    operands[operand] = Read(code, ref at);
                }

                return NumberOf(word, needed, operands);
            }

            case Op.Else:
            {
                var known = Read(code, ref at);
                return NumberOf(word, 0, [known, Read(code, ref at)]);
            }

            default:
                return unknown;
        }
    }

    private static int[] Distinct(List<int> operands)
    {
        operands.Sort();
        var kept = 0;
        for (var index = 0; index < operands.Count; index++)
        {
            if (kept == 0 || operands[index] != operands[kept - 1])
            {
                operands[kept++] = operands[index];
            }
        }

        return [.. CollectionsMarshal.AsSpan(operands)[..kept]];
    }

    // What stands under the same connective stands beside its operands.
    private void ReadInto(List<int> operands, ReadOnlySpan<int> code, ref int at, int op)
    {
        for (var left = code[at++]; left > 0; left--)
        {
            if (code[at] == op)
            {
                at++;
                ReadInto(operands, code, ref at, op);
            }
            else
            {
                operands.Add(Read(code, ref at));
            }
        }
    }

    private int NumberOf(int op, int needed, int[] operands)
    {
        var depth = 1;
        foreach (var operand in operands)
        {
            depth = Math.Max(depth, operand <= unknown ? 1 : nodes[operand - unknown - 1].Depth + 1);
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, new Node(op, needed, operands, depth), out var isKnown);
        if (!isKnown)
        {
            nodes.Add(new Node(op, needed, operands, depth));
            number = unknown + nodes.Count;
        }

        return number;
    }

    private sealed class SameNode : IEqualityComparer<Node>
    {
        public static readonly SameNode Instance = new();

        public bool Equals(Node x, Node y) => x.Op == y.Op && x.Needed == y.Needed && x.Operands.AsSpan().SequenceEqual(y.Operands);

        public int GetHashCode(Node node)
        {
            var hash = new HashCode();
            hash.Add(node.Op);
            foreach (var operand in node.Operands)
            {
                hash.Add(operand);
            }

            return hash.ToHashCode();
        }
    }
}
