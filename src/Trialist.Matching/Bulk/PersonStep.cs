using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

/// <summary>The step of a person's number among limits. In one word, which sorts several times as fast as two.</summary>
internal readonly struct PersonStep(int step, int person)
{
    private readonly ulong word = ((ulong)(uint)step << 32) | (uint)person;

    /// <summary>The step.</summary>
    public int Step => (int)(word >> 32);

    /// <summary>The person's place in the block.</summary>
    public int Person => (int)(word & int.MaxValue);

    /// <summary>Where the first step stands, among sorted ones, that is not below a given one.</summary>
    public static int FirstFrom(List<PersonStep> sorted, int step)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = sorted[middle].Step < step ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Puts the lowest steps first.</summary>
    public static void Sort(List<PersonStep> steps) => MemoryMarshal.Cast<PersonStep, ulong>(CollectionsMarshal.AsSpan(steps)).Sort();
}
