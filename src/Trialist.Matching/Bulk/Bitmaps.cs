using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trialist.Matching.Bulk;

/// <summary>Operations on bitmaps of persons: as vectors where the machine has them, else word by word. Both give the same.</summary>
internal static class Bitmaps
{
    /// <summary>Adds the persons of another bitmap of the same length.</summary>
    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> from)
    {
        if (!Vector256.IsHardwareAccelerated || into.Length < Vector256<ulong>.Count)
        {
            OrScalar(into, from);
            return;
        }

        ref var target = ref MemoryMarshal.GetReference(into);
        ref var source = ref MemoryMarshal.GetReference(from[..into.Length]);
        nuint at = 0;
        for (var steps = into.Length / Vector256<ulong>.Count; steps > 0; steps--, at += (nuint)Vector256<ulong>.Count)
        {
            (Vector256.LoadUnsafe(ref target, at) | Vector256.LoadUnsafe(ref source, at)).StoreUnsafe(ref target, at);
        }

        OrScalar(into[(int)at..], from[(int)at..into.Length]);
    }

    /// <summary>Keeps the persons of another bitmap of the same length.</summary>
    public static void And(Span<ulong> into, ReadOnlySpan<ulong> from)
    {
        if (!Vector256.IsHardwareAccelerated || into.Length < Vector256<ulong>.Count)
        {
            AndScalar(into, from);
            return;
        }

        ref var target = ref MemoryMarshal.GetReference(into);
        ref var source = ref MemoryMarshal.GetReference(from[..into.Length]);
        nuint at = 0;
        for (var steps = into.Length / Vector256<ulong>.Count; steps > 0; steps--, at += (nuint)Vector256<ulong>.Count)
        {
            (Vector256.LoadUnsafe(ref target, at) & Vector256.LoadUnsafe(ref source, at)).StoreUnsafe(ref target, at);
        }

        AndScalar(into[(int)at..], from[(int)at..into.Length]);
    }

    /// <summary>How many persons are in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ReadOnlySpan<ulong> words)
    {
        var ones = 0;
        foreach (var word in words)
        {
            ones += BitOperations.PopCount(word);
        }

        return ones;
    }

    /// <summary>As <see cref="Or"/>, word by word.</summary>
    public static void OrScalar(Span<ulong> into, ReadOnlySpan<ulong> from)
    {
        for (var word = 0; word < into.Length; word++)
        {
            into[word] |= from[word];
        }
    }

    /// <summary>As <see cref="And"/>, word by word.</summary>
    public static void AndScalar(Span<ulong> into, ReadOnlySpan<ulong> from)
    {
        for (var word = 0; word < into.Length; word++)
        {
            into[word] &= from[word];
        }
    }
}
