using Trialist.Search.Analysis;

namespace Trialist.Search.Queries;

/// <summary>A typed word in the forms of the index.</summary>
/// <param name="Written">As typed.</param>
/// <param name="Parts">Its parts: one for a plain word, several for <c>covid-19</c>.</param>
/// <param name="Joined">The parts joined where hyphens join them (<c>covid19</c>); null otherwise.</param>
internal sealed record QueryWord(string Written, List<string> Parts, string? Joined)
{
    /// <summary>True when the parts are one name, to be found one after another.</summary>
    public bool IsCompound => Joined is not null;

    /// <summary>Reads what was typed between two spaces: one word, or several where other signs than hyphens stand between (HIV/AIDS).</summary>
    public static List<QueryWord> Of(string written)
    {
        var found = new List<QueryWord>();
        var words = WordSplitter.Split(written);
        for (var i = 0; i < words.Count;)
        {
            var first = i++;
            if (i == words.Count || !words[i].Joined)
            {
                found.Add(new QueryWord(written[words[first].Start..words[first].End], [words[first].Term], null));
                continue;
            }

            var joined = words[i++];
            var parts = new List<string> { words[first].Term };
            for (; i < words.Count && words[i].Start < joined.End; i++)
            {
                parts.Add(words[i].Term);
            }

            found.Add(new QueryWord(written[joined.Start..joined.End], parts, joined.Term));
        }

        return found;
    }
}
