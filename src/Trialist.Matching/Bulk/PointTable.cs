using System.Numerics;

namespace Trialist.Matching.Bulk;

/// <summary>Numbers for pairs of keys, found in a few steps.</summary>
internal sealed class PointTable
{
    private (ulong Left, ulong Right, int Number)[] places = new (ulong, ulong, int)[16];

    public int Count { get; private set; }

    /// <summary>The number of the pair; the next new one, and <paramref name="isNew"/>, where it is not yet there.</summary>
    public int NumberOf(ulong left, ulong right, out bool isNew)
    {
        var at = PlaceOf(left, right);
        isNew = places[at].Number == 0;
        if (!isNew)
        {
            return places[at].Number - 1;
        }

        places[at] = (left, right, ++Count);
        if (Count * 2 > places.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private int PlaceOf(ulong left, ulong right)
    {
        var mask = places.Length - 1;
        var hash = unchecked((left ^ BitOperations.RotateLeft(right, 31)) * 0x9E3779B97F4A7C15UL);
        for (var at = (int)(hash >> 40) & mask; ; at = (at + 1) & mask)
        {
            if (places[at].Number == 0 || (places[at].Left == left && places[at].Right == right))
            {
                return at;
            }
        }
    }

    private void Grow()
    {
        var old = places;
        places = new (ulong, ulong, int)[old.Length * 2];
        foreach (var one in old)
        {
            if (one.Number != 0)
            {
                places[PlaceOf(one.Left, one.Right)] = one;
            }
        }
    }
}
