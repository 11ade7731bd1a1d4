namespace Trialist.Matching.Bulk;

/// <summary>The deciding criteria of all studies of a bank as one network of connectives over the literals, in layers: whatever a layer needs stands in those before it.</summary>
/// <remarks>
/// For one person it is run whole. Connectives of the same kind and width stand side by side, so that a layer is a few loops that never ask what comes next;
/// that is faster than to find the criteria that the person's facts bear on. Equal terms of different studies are one.
/// </remarks>
internal sealed class CriteriaCircuit
{
    private readonly Layer[] layers;
    private readonly int[] inputs;
    private readonly int[] criteria;
    private readonly int[] firsts;

    /// <summary>Lays out the programs of a bank.</summary>
    public CriteriaCircuit(StudyBank bank)
    {
        var draft = new CircuitDraft(bank.Atoms);
        List<int> tops = [];
        firsts = new int[bank.Studies + 1];
        for (var study = 0; study < bank.Studies; study++)
        {
            draft.AddCriteria(bank.ProgramOf(study), tops);
            firsts[study + 1] = tops.Count;
        }

        (layers, inputs, var places) = draft.Layered();
        criteria = [.. tops.Select(top => places[top])];
        Places = places.Length;
    }

    /// <summary>Connectives of the same kind and width, one after the other.</summary>
    /// <param name="Op">The connective, of <see cref="Bulk.Op"/>.</param>
    /// <param name="Operands">How many operands each has.</param>
    /// <param name="Needed">How many of them must hold; for <see cref="Op.AtLeast"/>.</param>
    /// <param name="Count">How many connectives.</param>
    /// <param name="FirstPlace">Where the truth of the first of them stands.</param>
    /// <param name="FirstInput">Where the places of its operands stand.</param>
    internal readonly record struct Layer(int Op, int Operands, int Needed, int Count, int FirstPlace, int FirstInput);

    /// <summary>How many truths a run takes: those of the literals by their number, one that is never known, those of the connectives.</summary>
    public int Places { get; }

    /// <summary>Finds the truths of all connectives.</summary>
    /// <param name="truths">A truth for each of <see cref="Places"/>; those of the literals are given.</param>
    public void Run(Span<sbyte> truths)
    {
        foreach (var layer in layers)
        {
            var operands = inputs.AsSpan(layer.FirstInput, layer.Count * layer.Operands);
            var into = truths.Slice(layer.FirstPlace, layer.Count);
            switch (layer.Op)
            {
                case Op.And when layer.Operands == 2:
                    RunAndOfTwo(operands, truths, into);
                    break;
                case Op.And:
                    RunAnd(operands, layer.Operands, truths, into);
                    break;
                case Op.Or when layer.Operands == 2:
                    RunOrOfTwo(operands, truths, into);
                    break;
                case Op.Or:
                    RunOr(operands, layer.Operands, truths, into);
                    break;
                case Op.AtLeast:
                    RunAtLeast(operands, layer.Operands, layer.Needed, truths, into);
                    break;
                case Op.Else:
                    RunElse(operands, truths, into);
                    break;
            }
        }
    }

    /// <summary>How many deciding criteria of a study are met, not met and open after a run.</summary>
    public (int Met, int NotMet, int Open) TallyOf(int study, ReadOnlySpan<sbyte> truths)
    {
        var all = criteria.AsSpan(firsts[study]..firsts[study + 1]);
        var (known, sum) = (0, 0);
        foreach (var place in all)
        {
            int truth = truths[place];
            known += truth & 1;
            sum += truth;
        }

        return ((known + sum) / 2, (known - sum) / 2, all.Length - known);
    }

    private static void RunAndOfTwo(ReadOnlySpan<int> operands, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            into[node] = Math.Min(truths[operands[2 * node]], truths[operands[(2 * node) + 1]]);
        }
    }

    private static void RunOrOfTwo(ReadOnlySpan<int> operands, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            into[node] = Math.Max(truths[operands[2 * node]], truths[operands[(2 * node) + 1]]);
        }
    }

    private static void RunAnd(ReadOnlySpan<int> operands, int width, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            var least = (sbyte)Truth.True;
            foreach (var operand in operands.Slice(node * width, width))
            {
                least = Math.Min(least, truths[operand]);
            }

            into[node] = least;
        }
    }

    private static void RunOr(ReadOnlySpan<int> operands, int width, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            var greatest = (sbyte)Truth.False;
            foreach (var operand in operands.Slice(node * width, width))
            {
                greatest = Math.Max(greatest, truths[operand]);
            }

            into[node] = greatest;
        }
    }

    private static void RunAtLeast(ReadOnlySpan<int> operands, int width, int needed, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            var (sure, possible) = (0, 0);
            foreach (var operand in operands.Slice(node * width, width))
            {
                sure += truths[operand] == (sbyte)Truth.True ? 1 : 0;
                possible += truths[operand] != (sbyte)Truth.False ? 1 : 0;
            }

            into[node] = (sbyte)(sure >= needed ? Truth.True : possible < needed ? Truth.False : Truth.Unknown);
        }
    }

    private static void RunElse(ReadOnlySpan<int> operands, ReadOnlySpan<sbyte> truths, Span<sbyte> into)
    {
        for (var node = 0; node < into.Length; node++)
        {
            var known = truths[operands[2 * node]];
            into[node] = known != (sbyte)Truth.Unknown ? known : truths[operands[(2 * node) + 1]];
        }
    }
}
