namespace Trialist.Matching.Bulk;

/// <summary>The programs of a bank cut in two: of whom a study's program is false, and of whom it is true. Either is a formula without negation over the sides of atoms.</summary>
/// <remarks>
/// Most studies hold something that nobody can be known to meet, and their true side is nothing; of unknown parts nothing is left on either side.
/// In prefix form: And and Or are followed by the place after their last operand and how many operands there are, AtLeast by these and how many must hold.
/// </remarks>
internal sealed class SidePrograms
{
    /// <summary>A program that holds of nobody.</summary>
    public const int Nobody = -1;

    private readonly StudyBank bank;
    private readonly List<int> code = [];
    private readonly int[] falseStarts;
    private readonly int[] trueStarts;
    private readonly List<int> sides = [];
    private readonly int[] placeOf; // by side, from 1

    public SidePrograms(StudyBank bank)
    {
        this.bank = bank;
        falseStarts = new int[bank.Studies];
        trueStarts = new int[bank.Studies];
        placeOf = new int[bank.Atoms * Side.Count];
        for (var study = 0; study < bank.Studies; study++)
        {
            falseStarts[study] = Emit(bank.ProgramOf(study), wanted: false);
            trueStarts[study] = bank.CanBeEligible(study) ? Emit(bank.ProgramOf(study), wanted: true) : Nobody;
        }

        (Code, Sides) = ([.. code], [.. sides]);
        (code, sides) = ([], []);
    }

    private abstract record Node
    {
        public sealed record Literal(int Side) : Node;

        public sealed record Join(int Op, int Needed, List<Node> Operands) : Node;
    }

    /// <summary>The sides that programs read, in the order in which they first do.</summary>
    public int[] Sides { get; }

    /// <summary>The words of all programs: sides by their place among those that are read.</summary>
    public int[] Code { get; }

    /// <summary>Where the program starts of whom the study is known not to fit.</summary>
    public int FalseOf(int study) => falseStarts[study];

    /// <summary>Where the program starts of whom the study is known to fit.</summary>
    public int TrueOf(int study) => trueStarts[study];

    /// <summary>True when some program reads this side of an atom.</summary>
    public bool IsLive(int side) => placeOf[side] > 0;

    private int Emit(ReadOnlySpan<int> program, bool wanted)
    {
        var at = 0;
        if (program[1] == 0 || Read(program, ref at, wanted) is not { } node)
        {
            return Nobody;
        }

        var start = code.Count;
        Write(node);
        return start;
    }

    // Null where it holds of nobody.
    private Node? Read(ReadOnlySpan<int> program, ref int at, bool wanted)
    {
        var word = program[at++];
        switch (word)
        {
            case >= 0:
                return OfAtom(word >> 1, wanted == ((word & 1) == 0));
            case Op.And or Op.Or:
            {
                var operands = Operands(program, ref at, program[at++], wanted, out var lost);
                return Joined((word == Op.And) == wanted ? Op.And : Op.Or, operands, lost);
            }

            case Op.AtLeast:
            {
                var (needed, all) = (program[at++], program[at++]);
                var operands = Operands(program, ref at, all, wanted, out _);
                var least = wanted ? needed : all - needed + 1;
                return least > operands.Count ? null : new Node.Join(Op.AtLeast, least, operands);
            }

            case Op.Else:
            {
                var literal = program[at];
                var known = Read(program, ref at, wanted);
                var other = Read(program, ref at, wanted);
                return other is null ? known : Joined(Op.Or, [known!, Joined(Op.And, [new Node.Literal(Side.Of(literal >> 1, Side.Silent)), other], lost: false)!], lost: false);
            }

            default:
                return null;
        }
    }

    private List<Node> Operands(ReadOnlySpan<int> program, ref int at, int count, bool wanted, out bool lost)
    {
        lost = false;
        var operands = new List<Node>(count);
        for (var left = count; left > 0; left--)
        {
            if (Read(program, ref at, wanted) is { } operand)
            {
                operands.Add(operand);
            }
            else
            {
                lost = true;
            }
        }

        return operands;
    }

    private static Node? Joined(int op, List<Node> operands, bool lost)
    {
        if (operands.Count == 0 || (lost && op == Op.And))
        {
            return null;
        }

        // Single sides first: they are cheap, and a whole term ends with the first that holds of nobody.
        List<Node> flat = [.. operands.SelectMany(one => one is Node.Join join && join.Op == op ? join.Operands : [one]).Distinct().OrderBy(one => one is Node.Join)];
        return flat.Count == 1 ? flat[0] : new Node.Join(op, flat.Count, flat);
    }

    // Where the record is silent and the exception holds, the leaf does not.
    private Node? OfAtom(int atom, bool wanted)
    {
        var plain = new Node.Literal(Side.Of(atom, wanted ? Side.True : Side.False));
        if (wanted || bank.ExceptionOf(atom) is not { } exception)
        {
            return plain;
        }

        var at = 0;
        return Read(exception, ref at, wanted: true) is { } lifts
            ? Joined(Op.Or, [plain, Joined(Op.And, [new Node.Literal(Side.Of(atom, Side.Silent)), lifts], lost: false)!], lost: false)
            : plain;
    }

    private int PlaceOf(int side)
    {
        if (placeOf[side] == 0)
        {
            sides.Add(side);
            placeOf[side] = sides.Count;
        }

        return placeOf[side] - 1;
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case Node.Literal literal:
                code.Add(PlaceOf(literal.Side));
                break;
            case Node.Join join:
            {
                code.Add(join.Op);
                var end = code.Count;
                code.Add(0);
                code.Add(join.Operands.Count);
                if (join.Op == Op.AtLeast)
                {
                    code.Add(join.Needed);
                }

                foreach (var operand in join.Operands)
                {
                    Write(operand);
                }

                code[end] = code.Count;
                break;
            }
        }
    }
}
