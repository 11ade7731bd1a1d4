using System.Runtime.Intrinsics;

namespace Trialist.Matching.Bulk;

/// <summary>Runs a study's program for a block of persons at once: for each a bit that says true and a bit that says false.</summary>
/// <remarks>The vector form is the same on every machine: where 512 bits are not native, the runtime makes two or four steps of one.</remarks>
internal ref struct BlockProgram(ReadOnlySpan<int> code, ReadOnlySpan<int> slots, ReadOnlySpan<ulong> bits)
{
    /// <summary>Persons in a block.</summary>
    public const int Persons = 512;

    /// <summary>64-bit words in a bitmap of a block.</summary>
    public const int Words = Persons / 64;

    private readonly ReadOnlySpan<int> code = code;
    private readonly ReadOnlySpan<int> slots = slots;
    private readonly ReadOnlySpan<ulong> bits = bits;
    private int at;

    public readonly record struct Pair(Vector512<ulong> True, Vector512<ulong> False);

    public Pair Run()
    {
        at = 0;
        return Step();
    }

    private Pair Step()
    {
        var word = code[at++];
        if (word >= 0)
        {
            return Literal(word);
        }

        switch (word)
        {
            case Op.And:
            {
                var (yes, no) = (Vector512<ulong>.AllBitsSet, Vector512<ulong>.Zero);
                for (var left = code[at++]; left > 0; left--)
                {
                    var one = code[at] >= 0 ? Literal(code[at++]) : Step();
                    yes &= one.True;
                    no |= one.False;
                }

                return new Pair(yes, no);
            }

            case Op.Or:
            {
                var (yes, no) = (Vector512<ulong>.Zero, Vector512<ulong>.AllBitsSet);
                for (var left = code[at++]; left > 0; left--)
                {
                    var one = code[at] >= 0 ? Literal(code[at++]) : Step();
                    yes |= one.True;
                    no &= one.False;
                }

                return new Pair(yes, no);
            }

            case Op.AtLeast:
                return AtLeast(code[at++], code[at++]);
            default:
                return default;
        }
    }

    private readonly Pair Literal(int word)
    {
        var place = bits.Slice(slots[word >> 1] * 2 * Words, 2 * Words);
        var yes = Vector512.Create(place);
        var no = Vector512.Create(place[Words..]);
        return (word & 1) == 0 ? new Pair(yes, no) : new Pair(no, yes);
    }

    // atLeast[k] after each operand: at least k of those seen so far. The false side counts those not known to be false.
    private Pair AtLeast(int needed, int operands)
    {
        var sure = new Vector512<ulong>[Math.Max(0, needed) + 1];
        var possible = new Vector512<ulong>[sure.Length];
        sure[0] = possible[0] = Vector512<ulong>.AllBitsSet;
        for (var left = operands; left > 0; left--)
        {
            var one = Step();
            for (var count = sure.Length - 1; count > 0; count--)
            {
                sure[count] |= sure[count - 1] & one.True;
                possible[count] |= possible[count - 1] & ~one.False;
            }
        }

        return new Pair(sure[^1], ~possible[^1]);
    }
}
