using System.Text;
using CsCheck;
using Lucene.Net.Util;
using Trialist.Search.Indexing.Segments;

namespace Trialist.Search.Tests.Indexing.Segments;

/// <summary>Packing, ranking and sorting give the postings back in the order of the index.</summary>
public sealed class PostingTests
{
    private static readonly Gen<string> AnyTerm = Gen.OneOf(Gen.String, Gen.String[Gen.Char['a', 'c'], 1, 4], Gen.Const("\ud800"), Gen.Const("\udbff"), Gen.Const("\U0001F600"), Gen.Const("\uFFFF"));

    [Fact]
    public void Terms_Ranked_AreInTheOrderOfTheirBytes() => AnyTerm.Array.Sample(texts =>
    {
        var table = new TermTable();
        var numbers = texts.Select(table.NumberOf).ToList();
        var ranked = table.Rank();
        var bytes = new BytesRef();
        foreach (var (first, second) in numbers.Zip(numbers.Skip(1)).Zip(texts.Zip(texts.Skip(1))).Select(pair => ((pair.First.First, pair.Second.First), (pair.First.Second, pair.Second.Second))))
        {
            var byBytes = Encoding.UTF8.GetBytes(first.Item2).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(second.Item2));
            Assert.Equal(Math.Sign(byBytes), Math.Sign(ranked.RankOf(first.Item1).CompareTo(ranked.RankOf(second.Item1))));
            ranked.Show(ranked.RankOf(first.Item1), bytes);
            Assert.Equal(Encoding.UTF8.GetBytes(first.Item2), bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
        }
    });

    [Fact]
    public void Postings_Sorted_StandByTermAndKeepTheirOrder()
    {
        var tokens = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 800], Gen.Int[0, 1_000_000], Gen.OneOf(Gen.Const(0u), Gen.UInt));
        var fields = Gen.Select(tokens.Array[0, 400], tokens.Array[0, 40], Gen.Bool);
        Gen.Select(fields, Gen.Int[0, 5000], Gen.Int[1, 500]).Sample((field, otherTerms, mostAtOnce) =>
        {
            var (added, forgotten, hasPlaces) = field;
            var (table, stream, doc, place) = (new TermTable(), new PostingStream(hasPlaces, new BytePages()), 0, 0);
            foreach (var (_, term, step, mark) in forgotten) // of the segment before
            {
                stream.Add(term, doc++, step, mark);
            }

            stream.Clear();
            Assert.Equal((0, 0L), (stream.Count, stream.Bytes)); // or the next segment would be full from the start
            doc = 0;
            for (var i = 0; i < otherTerms; i++) // of other fields: how many there are tells a small field from a large one
            {
                table.NumberOf($"{i:x}");
            }

            var expected = new List<Posting>();
            foreach (var (docStep, term, step, mark) in added)
            {
                (doc, place) = (doc + docStep, docStep == 0 && hasPlaces ? place + step : step);
                var number = table.NumberOf($"{term}");
                stream.Add(number, doc, place, mark);
                expected.Add(new Posting(number, doc, place, mark));
            }

            var ranked = table.Rank();
            var sort = new PostingSort(stream.Count, ranked, mostAtOnce);
            sort.Begin(stream);
            var (sorted, last) = (new List<Posting>(), -1);
            while (sort.Next() is { IsEmpty: false } part)
            {
                Assert.True(part.Span[0].Term > last); // a term is in one part
                last = part.Span[^1].Term;
                sorted.AddRange(part.Span);
            }

            Assert.Equal(expected.Select(posting => posting with { Term = ranked.RankOf(posting.Term) }).OrderBy(posting => posting.Term), sorted);
        });
    }
}
