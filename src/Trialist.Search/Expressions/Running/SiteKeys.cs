using System.Buffers;

namespace Trialist.Search.Expressions.Running;

/// <summary>Sets of sites as sorted keys: the study's number in the segment, then the number of the site.</summary>
internal static class SiteKeys
{
    private const int SiteBits = 20;

    public static long Of(int doc, int site) => ((long)doc << SiteBits) | (uint)site;

    public static int DocOf(long key) => (int)(key >> SiteBits);

    /// <summary>The keys of any of some sets.</summary>
    public static long[] AnyOf(IReadOnlyList<long[]> sets)
    {
        if (sets.Count == 1)
        {
            return sets[0];
        }

        var keys = sets.SelectMany(set => set).ToArray();
        Array.Sort(keys);
        return Distinct(keys);
    }

    /// <summary>Sorted keys, each once.</summary>
    public static long[] Distinct(long[] keys)
    {
        var count = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1])
            {
                keys[count++] = keys[i];
            }
        }

        return keys[..count];
    }

    public static long[] Both(long[] left, long[] right) => Merge(left, right, onlyLeft: false, both: true, onlyRight: false);

    public static long[] Either(long[] left, long[] right) => Merge(left, right, onlyLeft: true, both: true, onlyRight: true);

    public static long[] Without(long[] left, long[] right) => Merge(left, right, onlyLeft: true, both: false, onlyRight: false);

    private static long[] Merge(long[] left, long[] right, bool onlyLeft, bool both, bool onlyRight)
    {
        var merged = ArrayPool<long>.Shared.Rent(left.Length + right.Length);
        var (i, j, count) = (0, 0, 0);
        while (i < left.Length || j < right.Length)
        {
            var order = i == left.Length ? 1 : j == right.Length ? -1 : left[i].CompareTo(right[j]);
            if (order < 0 ? onlyLeft : order > 0 ? onlyRight : both)
            {
                merged[count++] = order > 0 ? right[j] : left[i];
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var keys = merged[..count];
        ArrayPool<long>.Shared.Return(merged);
        return keys;
    }
}
