using Trialist.Notes.Facts;
using Trialist.Notes.Mentions;
using Trialist.Notes.People;
using Trialist.Notes.Text;
using Trialist.Notes.Values;

namespace Trialist.Notes;

/// <summary>Reads a free-text clinical note into a person whose every fact is tied to its words. Never fails on any text; safe to share between threads.</summary>
public sealed class NoteReader
{
    private readonly TermFinder finder;
    private readonly FactBuilder builder;
    private readonly DiseaseReference disease;

    private NoteReader(Lexicon lexicon)
    {
        finder = new TermFinder(lexicon);
        builder = new FactBuilder(lexicon);
        disease = new DiseaseReference(lexicon);
    }

    /// <summary>The reader with the lexicon of the product.</summary>
    public static NoteReader Default { get; } = new(Lexicon.Default);

    /// <summary>Reads a note.</summary>
    /// <param name="note">The text as it is; spans count its UTF-16 units.</param>
    /// <param name="writtenOn">The day on which it was written, for "two weeks ago" and for the date of its measurements; null when not known, and then such facts have no date. A date that the note gives as its own counts instead.</param>
    public NoteReading Read(string note, DateOnly? writtenOn = null)
    {
        var isCut = note.Length > NoteLimits.Length;
        var text = isCut ? note[..NoteLimits.Length] : note;
        var tokens = NoteTokenizer.Tokenize(text);
        var age = AgeReader.Find(text, tokens);
        var dates = DateReader.Of(text, tokens, writtenOn);
        var birth = BirthDateReader.Find(text, tokens, dates);
        var sex = SexReader.Find(text, tokens, age?.End);
        var facts = new FactList(NoteDay.Find(text, tokens, dates, writtenOn) ?? writtenOn);
        var sentences = new SentenceSplitter(text, tokens).Split().ConvertAll(sentence => finder.Find(text, sentence));
        foreach (var sentence in sentences)
        {
            sentence.Times = SentenceTime.Find(sentence, dates, facts.WrittenOn);
            builder.Build(sentence, facts);
        }

        disease.Read(sentences, facts);

        var kept = LinesReader.Joined(facts.Facts).Where(fact => !IsOfTheMother(fact.Fact, age)).SelectMany(WithWhatItMeans).OrderBy(fact => fact.Span.Start).ToValueList();
        return new NoteReading(
            new Person
            {
                BirthDate = birth?.Date,
                AgeYears = age?.Years,
                AgeMonths = age?.Months,
                Sex = sex?.Sex,
                Facts = kept.Select(fact => fact.Fact).ToValueList(),
            },
            kept)
        {
            AgeSpan = age is { } said ? SpanOf(tokens, said.First, said.End) : birth is { } day ? SpanOf(tokens, day.First, day.End) : null,
            SexSpan = sex is { } word ? SpanOf(tokens, word.First, word.End) : null,
            IsCut = isCut,
        };
    }

    // "Born at 39 weeks of gestation": in a small child's note the pregnancy is the mother's.
    private static bool IsOfTheMother(Fact fact, (int? Years, int? Months, int First, int End)? age) =>
        fact.Type is LeafType.Pregnancy or LeafType.Lactation && age is { } known && (known.Months is not null || known.Years < 9);

    // "HBsAg negative" is also a word on hepatitis B.
    private static IEnumerable<NoteFact> WithWhatItMeans(NoteFact fact) =>
        TestMeanings.Default.Of(fact.Fact).Select(meant => fact with { Fact = meant }).Prepend(fact);

    private static TextSpan SpanOf(List<NoteToken> tokens, int first, int end) => new(tokens[first].Start, tokens[end - 1].End);
}
