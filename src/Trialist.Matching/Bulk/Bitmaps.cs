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

    /// <summary>Adds the persons of several bitmaps.</summary>
    /// <param name="into">Takes them.</param>
    /// <param name="all">Bitmaps of the same length, one after the other.</param>
    /// <param name="numbers">Which of them; a vector's worth of each is read before the next of any, so that reading waits for memory as little as can be.</param>
    public static void OrEach(Span<ulong> into, ReadOnlySpan<ulong> all, ReadOnlySpan<int> numbers)
    {
        var step = Vector512<ulong>.Count;
        var done = 0;
        for (; Vector512.IsHardwareAccelerated && done + (4 * step) <= into.Length; done += 4 * step)
        {
            ref var target = ref into[done];
            var (a, b, c, d) = (Vector512.LoadUnsafe(ref target), Vector512.LoadUnsafe(ref target, (nuint)step), Vector512.LoadUnsafe(ref target, (nuint)(2 * step)), Vector512.LoadUnsafe(ref target, (nuint)(3 * step)));
            foreach (var number in numbers)
            {
                ref var source = ref MemoryMarshal.GetReference(all.Slice((number * into.Length) + done, 4 * step));
                a |= Vector512.LoadUnsafe(ref source);
                b |= Vector512.LoadUnsafe(ref source, (nuint)step);
                c |= Vector512.LoadUnsafe(ref source, (nuint)(2 * step));
                d |= Vector512.LoadUnsafe(ref source, (nuint)(3 * step));
            }

            a.StoreUnsafe(ref target);
            b.StoreUnsafe(ref target, (nuint)step);
            c.StoreUnsafe(ref target, (nuint)(2 * step));
            d.StoreUnsafe(ref target, (nuint)(3 * step));
        }

        for (var left = 0; left < numbers.Length && done < into.Length; left++)
        {
            Or(into[done..], all.Slice((numbers[left] * into.Length) + done, into.Length - done));
        }
    }

    /// <summary>Adds the persons who are in each of several bitmaps.</summary>
    /// <param name="into">Takes them.</param>
    /// <param name="all">Bitmaps of the same length, one after the other.</param>
    /// <param name="numbers">Which of them; at least one.</param>
    public static void OrAllOf(Span<ulong> into, ReadOnlySpan<ulong> all, ReadOnlySpan<int> numbers)
    {
        for (var at = 0; at < into.Length;)
        {
            if (Vector512.IsHardwareAccelerated && at + Vector512<ulong>.Count <= into.Length)
            {
                var joint = Vector512.Create(all.Slice((numbers[0] * into.Length) + at, Vector512<ulong>.Count));
                foreach (var number in numbers[1..])
                {
                    joint &= Vector512.Create(all.Slice((number * into.Length) + at, Vector512<ulong>.Count));
                }

                (Vector512.Create<ulong>(into.Slice(at, Vector512<ulong>.Count)) | joint).CopyTo(into[at..]);
                at += Vector512<ulong>.Count;
                continue;
            }

            var word = all[(numbers[0] * into.Length) + at];
            foreach (var number in numbers[1..])
            {
                word &= all[(number * into.Length) + at];
            }

            into[at++] |= word;
        }
    }

    /// <summary>Adds the persons whose numbers lie between two others.</summary>
    /// <param name="into">Takes them.</param>
    /// <param name="numbers">The number of each person.</param>
    /// <param name="least">The least that does.</param>
    /// <param name="most">The greatest that does.</param>
    public static void AddBetween(Span<ulong> into, ReadOnlySpan<int> numbers, int least, int most)
    {
        var (low, high) = (Vector256.Create(least), Vector256.Create(most));
        var at = 0;
        for (; at + Vector256<int>.Count <= numbers.Length; at += Vector256<int>.Count)
        {
            var some = Vector256.Create(numbers.Slice(at, Vector256<int>.Count));
            var held = (Vector256.GreaterThanOrEqual(some, low) & Vector256.LessThanOrEqual(some, high)).ExtractMostSignificantBits();
            into[at >> 6] |= (ulong)held << (at & 63);
        }

        for (; at < numbers.Length; at++)
        {
            into[at >> 6] |= numbers[at] >= least && numbers[at] <= most ? 1UL << (at & 63) : 0;
        }
    }

    /// <summary>Takes the persons of one bitmap where a third says so, and of another elsewhere.</summary>
    /// <param name="into">Takes them.</param>
    /// <param name="elsewhere">Whom it takes of those who are not chosen.</param>
    /// <param name="chosen">Who is chosen.</param>
    /// <param name="among">Whom it takes as well; no others than are chosen.</param>
    public static void Blend(Span<ulong> into, ReadOnlySpan<ulong> elsewhere, ReadOnlySpan<ulong> chosen, ReadOnlySpan<ulong> among)
    {
        BlendEach(Lanes.Of(into), Lanes.Of(elsewhere), Lanes.Of(chosen), Lanes.Of(among));
        BlendEach(Lanes.Rest(into), Lanes.Rest(elsewhere), Lanes.Rest(chosen), Lanes.Rest(among));
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

    private static void BlendEach<T>(Span<T> into, ReadOnlySpan<T> elsewhere, ReadOnlySpan<T> chosen, ReadOnlySpan<T> among) where T : IBitwiseOperators<T, T, T>
    {
        for (var at = 0; at < into.Length; at++)
        {
            into[at] = (elsewhere[at] & ~chosen[at]) | among[at];
        }
    }
}
