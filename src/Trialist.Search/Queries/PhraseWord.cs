using Lucene.Net.Index;

namespace Trialist.Search.Queries;

/// <summary>A word of a phrase in one segment.</summary>
/// <param name="postings">Its studies and its places in them.</param>
/// <param name="number">Its number in the phrase, from 0.</param>
/// <param name="studies">How many studies of the segment hold it.</param>
internal sealed class PhraseWord(DocsAndPositionsEnum postings, int number, int studies)
{
    private int left;

    public DocsAndPositionsEnum Postings => postings;

    public int Studies => studies;

    /// <summary>Where the phrase would begin if this word stood where it stands now.</summary>
    public int Start { get; private set; }

    /// <summary>Goes to the first place in the study that the postings stand at.</summary>
    public void Begin()
    {
        left = postings.Freq;
        Next();
    }

    /// <summary>Goes to the first place of the word at which the phrase begins at a place or after it; false when there is none in the study.</summary>
    public bool SkipTo(int start)
    {
        while (Start < start)
        {
            if (!Next())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes to the word's next place; false when there is none in the study.</summary>
    public bool Next()
    {
        if (left == 0)
        {
            return false;
        }

        left--;
        Start = postings.NextPosition() - number;
        return true;
    }
}
