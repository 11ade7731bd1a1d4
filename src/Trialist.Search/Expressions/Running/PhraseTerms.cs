using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Words of the index that must stand one after another within one value.</summary>
/// <param name="Terms">The words.</param>
/// <param name="Marks">How the words must be written (<see cref="WordForm.Mark"/>) and what must stand before all but the first (<see cref="Signs"/>), one a term; null when any way will do.</param>
internal sealed record PhraseTerms(IReadOnlyList<string> Terms, IReadOnlyList<uint>? Marks = null)
{
    /// <summary>True when the first word must be a value's first.</summary>
    public bool StartsValue { get; private init; }

    /// <summary>True when the last word must be a value's last.</summary>
    public bool EndsValue { get; private init; }

    /// <summary>True when something is asked of the marks beside the words.</summary>
    public bool HasMarks => Marks is not null || StartsValue || EndsValue;

    /// <summary>True when a word may stand with this mark.</summary>
    public bool Allows(int word, uint mark) =>
        (Marks is null || (mark & (word == 0 ? WordForm.MarkBits : WordForm.MarkBits | Signs.MarkBits)) == Marks[word])
        && (!StartsValue || word > 0 || (mark & PieceToken.StartsValue) != 0)
        && (!EndsValue || word < Terms.Count - 1 || (mark & PieceToken.EndsValue) != 0);

    /// <summary>The same words, however they are written and wherever they stand in the value.</summary>
    public PhraseTerms WithoutMarks() => new(Terms);

    /// <summary>The ways in which a text may stand in a value: its words in their parts, and where it has hyphens joined as well. None for a text without words.</summary>
    public static IReadOnlyList<PhraseTerms> Of(string text, bool exact, Coverage coverage)
    {
        var words = WordSplitter.Split(text);
        var parts = words.Where(word => !word.Joined).ToList();
        if (parts.Count == 0)
        {
            return [];
        }

        var plain = Covered([.. parts.Select(word => word.Term)], coverage);
        return exact ? [plain with { Marks = [.. parts.Select((word, i) => word.Mark | (i == 0 ? 0 : Signs.MarkOf(text.AsSpan(parts[i - 1].End..word.Start))))] }]
            : parts.Count == words.Count ? [plain]
            : [plain, Covered(Joined(words), coverage)];
    }

    /// <summary>Some words one after another.</summary>
    public static PhraseTerms Of(IReadOnlyList<string> terms) => new(terms);

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

    private static PhraseTerms Covered(IReadOnlyList<string> terms, Coverage coverage) => Of(terms) with
    {
        StartsValue = coverage is Coverage.StartsWith or Coverage.FullMatch,
        EndsValue = coverage is Coverage.EndsWith or Coverage.FullMatch,
    };
}
