using System.Numerics;

namespace Trialist.Matching.Bulk;

/// <summary>What is testified about a leaf: of each kind of testimony, who has a fact that gives it. Bitmaps of the same length.</summary>
/// <param name="affirm">See <see cref="Testimonies.Affirms"/>.</param>
/// <param name="deny">See <see cref="Testimonies.Denies"/>.</param>
/// <param name="against">See <see cref="Testimonies.StandsAgainst"/>.</param>
/// <param name="open">See <see cref="Testimonies.Opens"/>.</param>
/// <param name="differ">See <see cref="Testimonies.Differs"/>.</param>
/// <param name="counted">To whom the leaf can apply.</param>
internal readonly ref struct Testimony(ReadOnlySpan<ulong> affirm, ReadOnlySpan<ulong> deny, ReadOnlySpan<ulong> against, ReadOnlySpan<ulong> open, ReadOnlySpan<ulong> differ, ReadOnlySpan<ulong> counted)
{
    private readonly ReadOnlySpan<ulong> affirm = affirm;
    private readonly ReadOnlySpan<ulong> deny = deny;
    private readonly ReadOnlySpan<ulong> against = against;
    private readonly ReadOnlySpan<ulong> open = open;
    private readonly ReadOnlySpan<ulong> differ = differ;
    private readonly ReadOnlySpan<ulong> counted = counted;

    /// <summary>Weighs the testimonies as the reference does.</summary>
    /// <param name="ofNone">What the leaf is where it is denied.</param>
    /// <param name="yes">Takes of whom the leaf holds; those whose denials are overcome are not yet among them.</param>
    /// <param name="no">Takes of whom it does not.</param>
    /// <param name="heard">Takes of whom there is any testimony.</param>
    /// <returns>Whether there is anybody in each.</returns>
    public (bool Yes, bool No, bool Heard) Weigh(Truth ofNone, Span<ulong> yes, Span<ulong> no, Span<ulong> heard)
    {
        var (isTrue, isFalse) = (ofNone == Truth.True, ofNone == Truth.False);
        var vectors = Weigh(Lanes.Of(affirm), Lanes.Of(deny), Lanes.Of(against), Lanes.Of(open), Lanes.Of(differ), Lanes.Of(counted), isTrue ? Lanes.All : default, isFalse ? Lanes.All : default, Lanes.Of(yes), Lanes.Of(no), Lanes.Of(heard));
        var words = Weigh(Lanes.Rest(affirm), Lanes.Rest(deny), Lanes.Rest(against), Lanes.Rest(open), Lanes.Rest(differ), Lanes.Rest(counted), isTrue ? ~0UL : 0, isFalse ? ~0UL : 0, Lanes.Rest(yes), Lanes.Rest(no), Lanes.Rest(heard));
        return (vectors.Yes.IsAny || words.Yes != 0, vectors.No.IsAny || words.No != 0, vectors.Heard.IsAny || words.Heard != 0);
    }

    // Of words of persons and of vectors of words alike.
    private static (T Yes, T No, T Heard) Weigh<T>(
        ReadOnlySpan<T> affirm, ReadOnlySpan<T> deny, ReadOnlySpan<T> against, ReadOnlySpan<T> open, ReadOnlySpan<T> differ, ReadOnlySpan<T> counted,
        T trueOfNone, T falseOfNone, Span<T> yes, Span<T> no, Span<T> heard) where T : struct, IBitwiseOperators<T, T, T>
    {
        (T Yes, T No, T Heard) any = default;
        for (var at = 0; at < yes.Length; at++)
        {
            var settled = deny[at] & ~(affirm[at] | against[at]);
            yes[at] = ((affirm[at] & ~deny[at]) | (trueOfNone & settled)) & counted[at];
            no[at] = ((differ[at] & ~(affirm[at] | deny[at] | open[at] | against[at])) | (falseOfNone & settled)) & counted[at];
            heard[at] = (affirm[at] | deny[at] | against[at] | open[at] | differ[at]) & counted[at];
            any = (any.Yes | yes[at], any.No | no[at], any.Heard | heard[at]);
        }

        return any;
    }
}
