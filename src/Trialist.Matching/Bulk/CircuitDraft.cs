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
        int[] order = [.. Enumerable.Range(0, nodes.Count).OrderBy(node => nodes[node].Depth).ThenBy(node => nodes[node].Op).ThenBy(node => nodes[node].Operands.Length).ThenBy(node => nodes[node].Needed)];
        int[] places = [.. Enumerable.Range(0, first + nodes.Count)];
        foreach (var (place, node) in order.Index())
        {
            places[first + node] = first + place;
        }

        List<CriteriaCircuit.Layer> layers = [];
        List<int> inputs = [];
        for (int from = 0, to; from < order.Length; from = to)
        {
            var one = nodes[order[from]];
            var start = inputs.Count;
            for (to = from; to < order.Length && nodes[order[to]] is var next && (next.Depth, next.Op, next.Operands.Length, next.Needed) == (one.Depth, one.Op, one.Operands.Length, one.Needed); to++)
            {
                inputs.AddRange(next.Operands.Select(operand => places[operand]));
            }

            layers.Add(new CriteriaCircuit.Layer(one.Op, one.Operands.Length, one.Needed, to - from, first + from, start));
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
                operands.Sort();
                int[] distinct = [.. operands.Distinct()];
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
        var depth = 1 + operands.Select(operand => operand <= unknown ? 0 : nodes[operand - unknown - 1].Depth).DefaultIfEmpty().Max();
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
            var hash = default(HashCode);
            hash.Add(node.Op);
            hash.Add(node.Needed);
            hash.AddBytes(MemoryMarshal.AsBytes(node.Operands.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
