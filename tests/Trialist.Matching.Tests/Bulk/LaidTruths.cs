using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Reads the truth of one person off the bitmaps of a block.</summary>
internal static class LaidTruths
{
    extension(BlockLeaves leaves)
    {
        /// <summary>The truth of an atom for a person of a block of at most 64.</summary>
        public Truth TruthOf(int atom, int person) =>
            leaves.Holds(Side.Of(atom, Side.True), person) ? Truth.True : leaves.Holds(Side.Of(atom, Side.False), person) ? Truth.False : Truth.Unknown;

        private bool Holds(int side, int person) => (leaves.Bitmap(leaves.SlotOf(side))[0] >> person & 1) == 1;
    }
}
