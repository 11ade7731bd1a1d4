using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private int NewSlot()
    {
        var slot = Reserve();
        BitmapOf(slot).Clear();
        return slot;
    }

    // A slot that holds whatever it held before.
    private int Reserve()
    {
        if ((used + 1) * words > bits.Length)
        {
            Array.Resize(ref bits, bits.Length * 2);
            var known = owners.Length;
            Array.Resize(ref owners, known * 2);
            Array.Fill(owners, NotOwned, known, known);
        }

        return used++;
    }

    private Span<ulong> BitmapOf(int slot) => bits.AsSpan(slot * words, words);

    private void Mark(int slot, int person) => bits[(slot * words) + (person >> 6)] |= 1UL << (person & 63);

    private void Unmark(int slot, int person) => bits[(slot * words) + (person >> 6)] &= ~(1UL << (person & 63));

    // What the reference says of one person, whatever the shared bitmaps say.
    private void Set(int atom, int person, Finding finding)
    {
        Set(Side.Of(atom, Side.True), person, finding.Truth == Truth.True);
        Set(Side.Of(atom, Side.False), person, finding.Truth == Truth.False);
        if (bank.IsHedged(atom))
        {
            Set(Side.Of(atom, Side.Silent), person, finding.Truth == Truth.Unknown);
        }
        else if (bank.Leaf(atom).Except is not null)
        {
            Set(Side.Of(atom, Side.Silent), person, finding is { Truth: Truth.Unknown, Facts.Count: 0 });
        }
    }

    private void Set(int side, int person, bool holds)
    {
        if (!isLive(side) || (Bitmap(slots[side])[person >> 6] >> (person & 63) & 1) == (holds ? 1UL : 0UL))
        {
            return;
        }

        if (slots[side] < Bases || owners[slots[side]] != side)
        {
            var own = Reserve();
            Bitmap(slots[side]).CopyTo(bits.AsSpan(own * words, words));
            slots[side] = own;
            owners[own] = side;
        }

        if (holds)
        {
            Mark(slots[side], person);
        }
        else
        {
            Unmark(slots[side], person);
        }
    }
}
