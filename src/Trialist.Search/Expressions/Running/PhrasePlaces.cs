using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>The studies of a segment in which a phrase stands as it is written, or at the edges of a value, and where it begins there.</summary>
internal sealed class PhrasePlaces
{
    private readonly PhraseTerms phrase;
    private readonly DocsAndPositionsEnum[] words;
    private readonly int[] order; // the rarest word first
    private readonly List<int> beginnings = [];
    private readonly List<int> others = [];

    private PhrasePlaces(PhraseTerms phrase, DocsAndPositionsEnum[] words, int[] order) => (this.phrase, this.words, this.order) = (phrase, words, order);

    /// <summary>Where the phrase begins in the study that this stands at, ascending.</summary>
    public IReadOnlyList<int> Beginnings => beginnings;

    /// <summary>The places of a phrase; null when the segment lacks one of its words.</summary>
    public static PhrasePlaces? Of(AtomicReader reader, string piece, PhraseTerms phrase, IBits? acceptDocs)
    {
        var found = new DocsAndPositionsEnum[phrase.Terms.Count];
        var studies = new int[found.Length];
        var flags = phrase.HasMarks ? DocsAndPositionsFlags.PAYLOADS : DocsAndPositionsFlags.NONE;
        for (var i = 0; i < found.Length; i++)
        {
            if (TermPlaces.At(reader, piece, phrase.Terms[i]) is not { } terms)
            {
                return null;
            }

            (found[i], studies[i]) = (terms.DocsAndPositions(acceptDocs, null, flags), terms.DocFreq);
        }

        var rarestFirst = Enumerable.Range(0, found.Length).ToArray();
        Array.Sort(studies, rarestFirst);
        return new PhrasePlaces(phrase, found, rarestFirst);
    }

    /// <summary>Goes to the next study in which the phrase stands.</summary>
    public int NextDoc()
    {
        var rarest = words[order[0]];
        var doc = rarest.NextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS)
        {
            var furthest = Furthest(doc);
            if (furthest > doc)
            {
                doc = furthest == DocIdSetIterator.NO_MORE_DOCS ? furthest : rarest.Advance(furthest);
            }
            else if (Stands())
            {
                return doc;
            }
            else
            {
                doc = rarest.NextDoc();
            }
        }

        return doc;
    }

    private int Furthest(int doc)
    {
        for (var i = 1; i < order.Length; i++)
        {
            var word = words[order[i]];
            var at = word.DocID >= doc ? word.DocID : word.Advance(doc);
            if (at > doc)
            {
                return at;
            }
        }

        return doc;
    }

    // Every enumerator stands at the same study: the phrase begins where all its words say that it does.
    private bool Stands()
    {
        Read(order[0], beginnings);
        for (var i = 1; i < order.Length && beginnings.Count > 0; i++)
        {
            Read(order[i], others);
            KeepOthers();
        }

        return beginnings.Count > 0;
    }

    private void Read(int word, List<int> places)
    {
        places.Clear();
        var docs = words[word];
        for (var left = docs.Freq; left > 0; left--)
        {
            var position = docs.NextPosition();
            if (position >= word && (!phrase.HasMarks || phrase.Allows(word, MarkOf(docs))))
            {
                places.Add(position - word);
            }
        }
    }

    private static uint MarkOf(DocsAndPositionsEnum docs) => Indexing.MarkBytes.Read(docs.GetPayload());

    // Both ascend.
    private void KeepOthers()
    {
        var (kept, j) = (0, 0);
        for (var i = 0; i < beginnings.Count; i++)
        {
            var place = beginnings[i];
            while (j < others.Count && others[j] < place)
            {
                j++;
            }

            if (j < others.Count && others[j] == place)
            {
                beginnings[kept++] = place;
            }
        }

        beginnings.RemoveRange(kept, beginnings.Count - kept);
    }
}
