using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Words of the index that must stand at given places to one another within one value.</summary>
/// <param name="Terms">The words.</param>
/// <param name="Places">Their places from the first word on.</param>
internal sealed record PhraseTerms(IReadOnlyList<string> Terms, IReadOnlyList<int> Places)
{
    /// <summary>The ways in which a text may stand in a value: its words in their parts, and where it has hyphens joined as well. None for a text without words.</summary>
    public static IReadOnlyList<PhraseTerms> Of(string text, bool exact, Coverage coverage)
    {
        var words = WordSplitter.Split(text);
        var parts = words.Where(word => !word.Joined).ToList();
        if (parts.Count == 0)
        {
            return [];
        }

        var plain = Covered([.. parts.Select(word => exact && PieceToken.HasExactForm(word.Written!) ? PieceToken.ExactMark + word.Written : word.Term)], coverage);
        return exact || parts.Count == words.Count ? [plain] : [plain, Covered(Joined(words), coverage)];
    }

    /// <summary>Some words one after another.</summary>
    public static PhraseTerms Of(IReadOnlyList<string> terms) => new(terms, [.. Enumerable.Range(0, terms.Count)]);

    // COVID-19 as covid19: the parts of a joined word are left out.
    private static List<string> Joined(List<Word> words)
    {
        var terms = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && words[i + 1].Joined)
            {
                var joined = words[i + 1];
                terms.Add(joined.Term);
                for (i++; i + 1 < words.Count && words[i + 1].Start < joined.End; i++) { }
            }
            else
            {
                terms.Add(words[i].Term);
            }
        }

        return terms;
    }

    private static PhraseTerms Covered(List<string> terms, Coverage coverage)
    {
        var places = Enumerable.Range(0, terms.Count).ToList();
        var last = terms.Count - 1;
        if (coverage is Coverage.StartsWith or Coverage.FullMatch)
        {
            terms.Add(PieceToken.ValueStart);
            places.Add(0);
        }

        if (coverage is Coverage.EndsWith or Coverage.FullMatch)
        {
            terms.Add(PieceToken.ValueEnd);
            places.Add(last);
        }

        return new PhraseTerms(terms, places);
    }
}
