using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Trialist.Matching.Bulk;

/// <summary>Four words of persons at once, so that one formula can be written for words and for vectors of words.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "Named alternates of operators are of no use in generic arithmetic.")]
internal readonly struct Lanes(Vector256<ulong> words) : IBitwiseOperators<Lanes, Lanes, Lanes>
{
    /// <summary>Everybody.</summary>
    public static readonly Lanes All = new(Vector256<ulong>.AllBitsSet);

    private readonly Vector256<ulong> words = words;

    /// <summary>True where there is somebody.</summary>
    public bool IsAny => words != Vector256<ulong>.Zero;

    public static Lanes operator &(Lanes left, Lanes right) => new(left.words & right.words);

    public static Lanes operator |(Lanes left, Lanes right) => new(left.words | right.words);

    public static Lanes operator ^(Lanes left, Lanes right) => new(left.words ^ right.words);

    public static Lanes operator ~(Lanes value) => new(~value.words);

    /// <summary>The words of a bitmap as far as they fill vectors.</summary>
    public static ReadOnlySpan<Lanes> Of(ReadOnlySpan<ulong> bitmap) => MemoryMarshal.Cast<ulong, Lanes>(bitmap);

    /// <summary>The words of a bitmap as far as they fill vectors.</summary>
    public static Span<Lanes> Of(Span<ulong> bitmap) => MemoryMarshal.Cast<ulong, Lanes>(bitmap);

    /// <summary>The words of a bitmap that fill no vector.</summary>
    public static ReadOnlySpan<ulong> Rest(ReadOnlySpan<ulong> bitmap) => bitmap[^(bitmap.Length % Vector256<ulong>.Count)..];

    /// <summary>The words of a bitmap that fill no vector.</summary>
    public static Span<ulong> Rest(Span<ulong> bitmap) => bitmap[^(bitmap.Length % Vector256<ulong>.Count)..];
}
