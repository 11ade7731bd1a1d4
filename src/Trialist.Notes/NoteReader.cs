using Trialist.Notes.Facts;
using Trialist.Notes.Mentions;
using Trialist.Notes.People;
using Trialist.Notes.Text;

namespace Trialist.Notes;

/// <summary>Reads a free-text clinical note into a person whose every fact is tied to its words. Never fails on any text; safe to share between threads.</summary>
public sealed class NoteReader
{
    private readonly TermFinder finder;
    private readonly FactBuilder builder;

    private NoteReader(Lexicon lexicon)
    {
        finder = new TermFinder(lexicon);
        builder = new FactBuilder(lexicon);
    }

    /// <summary>The reader with the lexicon of the product.</summary>
    public static NoteReader Default { get; } = new(Lexicon.Default);

    /// <summary>Reads a note.</summary>
    /// <param name="note">The text as it is; spans count its UTF-16 units.</param>
    /// <param name="writtenOn">The day on which it was written, for "two weeks ago" and for the date of its measurements; null when not known, and then such facts have no date.</param>
    public NoteReading Read(string note, DateOnly? writtenOn = null)
    {
        var isCut = note.Length > NoteLimits.Length;
        var text = isCut ? note[..NoteLimits.Length] : note;
        var tokens = NoteTokenizer.Tokenize(text);
        var age = AgeReader.Find(text, tokens);
        var sex = SexReader.Find(text, tokens, age?.End);
        var facts = new FactList(writtenOn);
        foreach (var sentence in new SentenceSplitter(text, tokens).Split())
        {
            builder.Build(finder.Find(text, sentence), facts);
        }

        var kept = LinesReader.Joined(facts.Facts).Where(fact => !IsOfTheMother(fact.Fact, age)).OrderBy(fact => fact.Span.Start).ToValueList();
        return new NoteReading(
            new Person
            {
                AgeYears = age?.Years,
                AgeMonths = age?.Months,
                Sex = sex?.Sex,
                Facts = kept.Select(fact => fact.Fact).ToValueList(),
            },
            kept)
        {
            AgeSpan = age is { } said ? SpanOf(tokens, said.First, said.End) : null,
            SexSpan = sex is { } word ? SpanOf(tokens, word.First, word.End) : null,
            IsCut = isCut,
        };
    }

    // "Born at 39 weeks of gestation": in a small child's note the pregnancy is the mother's.
    private static bool IsOfTheMother(Fact fact, (int? Years, int? Months, int First, int End)? age) =>
        fact.Type is LeafType.Pregnancy or LeafType.Lactation && age is { } known && (known.Months is not null || known.Years < 9);

    private static TextSpan SpanOf(List<NoteToken> tokens, int first, int end) => new(tokens[first].Start, tokens[end - 1].End);
}
