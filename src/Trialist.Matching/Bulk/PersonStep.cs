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

    /// <summary>Puts the lowest steps first.</summary>
    public static void Sort(List<PersonStep> steps) => MemoryMarshal.Cast<PersonStep, ulong>(CollectionsMarshal.AsSpan(steps)).Sort();
}
