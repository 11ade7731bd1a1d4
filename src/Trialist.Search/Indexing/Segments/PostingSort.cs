namespace Trialist.Search.Indexing.Segments;

/// <summary>Sorts the postings of a field by the rank of their term; those of one term stay in their order, which is that of the studies.</summary>
/// <remarks>
/// Nothing is compared: of a large field the postings of each term are counted first, so that each has its place; a small one is sorted digit by digit. A large field
/// comes in parts, and its postings are gone over once for each: they are packed, and all of them unpacked at once would take as much memory as the whole segment.
/// </remarks>
/// <param name="most">How many postings the largest field has.</param>
/// <param name="terms">Gives the ranks.</param>
/// <param name="mostAtOnce">How many postings a part has, unless a single term has more.</param>
internal sealed class PostingSort(int most, RankedTerms terms, int mostAtOnce = PostingSort.MostAtOnce)
{
    private const int MostAtOnce = 1 << 17; // of sixteen bytes
    private const int RanksOfSmall = 8; // a field with so many times fewer postings than there are terms is small: counting all terms would take longer
    private const int DigitBits = 9;    // so many places are written to at once; more would not stay in the nearest cache
    private const int Digits = 1 << DigitBits;

    private readonly int[] ranks = new int[terms.Count]; // of a large field: how many postings a term has, then where they end
    private readonly int[] digits = new int[Digits];
    private Posting[] postings = GC.AllocateUninitializedArray<Posting>(Math.Min(most, mostAtOnce));
    private Posting[] room = [];
    private PostingStream? stream;
    private int next; // rank that the next part begins with

    /// <summary>Turns to a field.</summary>
    public void Begin(PostingStream field)
    {
        (stream, next) = (field, 0);
        if (!IsSmall(field))
        {
            Array.Clear(ranks);
            foreach (var posting in field)
            {
                ranks[terms.RankOf(posting.Term)]++;
            }
        }
    }

    /// <summary>The next postings of the field, with ranks in the place of numbers; those of a term are never parted. They are good until more are asked for; none when all were given.</summary>
    public ReadOnlyMemory<Posting> Next()
    {
        if (stream is null)
        {
            return default;
        }

        if (IsSmall(stream))
        {
            var all = SortByDigits(stream);
            stream = null;
            return all;
        }

        return SortPart(stream);
    }

    private bool IsSmall(PostingStream field) => field.Count < terms.Count / RanksOfSmall;

    private ReadOnlyMemory<Posting> SortPart(PostingStream field)
    {
        var (first, count) = (next, 0);
        for (; next < ranks.Length && (count == 0 || count + ranks[next] <= mostAtOnce); next++)
        {
            (ranks[next], count) = (count, count + ranks[next]);
        }

        if (count == 0)
        {
            stream = null;
            return default;
        }

        MakeRoom(ref postings, count);
        foreach (var posting in field)
        {
            var rank = terms.RankOf(posting.Term);
            if (rank >= first && rank < next)
            {
                postings[ranks[rank]++] = posting with { Term = rank };
            }
        }

        return postings.AsMemory(0, count);
    }

    private ReadOnlyMemory<Posting> SortByDigits(PostingStream field)
    {
        MakeRoom(ref postings, field.Count);
        MakeRoom(ref room, Math.Min(most, terms.Count / RanksOfSmall));
        var count = 0;
        foreach (var posting in field)
        {
            postings[count++] = posting with { Term = terms.RankOf(posting.Term) };
        }

        for (var shift = 0; (terms.Count - 1) >> shift > 0; shift += DigitBits)
        {
            Distribute(postings.AsSpan(0, count), room, shift);
            room.AsSpan(0, count).CopyTo(postings);
        }

        return postings.AsMemory(0, count);
    }

    private static void MakeRoom(ref Posting[] array, int count)
    {
        if (array.Length < count)
        {
            array = GC.AllocateUninitializedArray<Posting>(count);
        }
    }

    private void Distribute(ReadOnlySpan<Posting> from, Span<Posting> to, int shift)
    {
        Array.Clear(digits);
        foreach (ref readonly var posting in from)
        {
            digits[DigitOf(posting, shift)]++;
        }

        ToStarts(digits);
        foreach (ref readonly var posting in from)
        {
            to[digits[DigitOf(posting, shift)]++] = posting;
        }
    }

    // From how many there are to where they begin.
    private static void ToStarts(int[] counts)
    {
        var start = 0;
        foreach (ref var count in counts.AsSpan())
        {
            (count, start) = (start, start + count);
        }
    }

    private static int DigitOf(in Posting posting, int shift) => (posting.Term >> shift) & (Digits - 1);
}
