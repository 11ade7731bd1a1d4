using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Trialist.Search.Queries;

/// <summary>The studies of one segment in which words stand one after another, scored by how often they do.</summary>
internal sealed class PiecePhraseScorer : Scorer
{
    // A word in fewer than so many times the studies of the rarest goes from study to study; skipping costs more.
    private const int FarApart = 5;

    // The rarest first: it says which studies are looked at.
    private readonly PhraseWord[] words;
    private readonly Similarity.SimScorer score;
    private int doc = -1;
    private int found;

    public PiecePhraseScorer(Weight weight, PhraseWord[] words, Similarity.SimScorer score) : base(weight)
    {
        this.words = words;
        this.score = score;
        Array.Sort(words, (left, right) => left.Studies.CompareTo(right.Studies));
    }

    public override int DocID => doc;

    public override int Freq => found;

    public override float GetScore() => score.Score(doc, found);

    public override int NextDoc() => Settle(words[0].Postings.NextDoc());

    public override int Advance(int target) => Settle(words[0].Postings.Advance(target));

    public override long GetCost() => words[0].Studies;

    // From a study of the rarest word on: the first that holds the phrase.
    private int Settle(int candidate)
    {
        while (candidate != NO_MORE_DOCS)
        {
            var next = FurthestOfOthers(candidate);
            if (next == candidate)
            {
                found = Count();
                if (found > 0)
                {
                    break;
                }

                candidate = words[0].Postings.NextDoc();
            }
            else
            {
                candidate = next == NO_MORE_DOCS ? NO_MORE_DOCS : words[0].Postings.Advance(next);
            }
        }

        return doc = candidate;
    }

    // The candidate when every word is in it; else the study that a word goes to instead.
    private int FurthestOfOthers(int candidate)
    {
        for (var i = 1; i < words.Length; i++)
        {
            var postings = words[i].Postings;
            var at = postings.DocID < candidate ? GoTo(words[i], candidate) : postings.DocID;
            if (at != candidate)
            {
                return at;
            }
        }

        return candidate;
    }

    private int GoTo(PhraseWord word, int candidate)
    {
        if (word.Studies / FarApart >= words[0].Studies)
        {
            return word.Postings.Advance(candidate);
        }

        int at;
        do
        {
            at = word.Postings.NextDoc();
        }
        while (at < candidate);
        return at;
    }

    // How often the phrase stands in the study at which all words are.
    private int Count()
    {
        foreach (var word in words)
        {
            word.Begin();
        }

        var count = 0;
        for (var start = int.MinValue; Meet(ref start); start++)
        {
            count++;
        }

        return count;
    }

    // Goes to the first place from the given one on at which the phrase begins by all its words; false when there is none.
    private bool Meet(ref int start)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].SkipTo(start))
            {
                return false;
            }

            if (words[i].Start > start)
            {
                start = words[i].Start;
                i = -1;
            }
        }

        return true;
    }
}
