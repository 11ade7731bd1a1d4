using Trialist.Notes.Context;
using Trialist.Notes.Text;

namespace Trialist.Notes.Mentions;

/// <summary>Finds terms, narrowing words and cues of a sentence from left to right; where several begin at one word, the longest wins.</summary>
internal sealed class TermFinder(Lexicon lexicon)
{
    private static readonly Qualifier FlowCytometry = new(QualifierKind.Method, "flow cytometry");

    private readonly PhraseTable phrases = new(lexicon);
    private readonly AbbreviationTable abbreviations = new(lexicon);

    public SentenceTerms Find(string note, NoteSentence sentence)
    {
        var terms = new SentenceTerms(note, sentence);
        var tokens = sentence.Tokens;
        for (var at = 0; at < tokens.Length;)
        {
            at = Take(terms, at);
        }

        UnknownTerms.Find(terms);
        AddHepatitides(terms);
        NameBleedings(terms);
        return terms;
    }

    // "Cerebral ischemia or hemorrhage": the second is of the brain as well.
    private void NameBleedings(SentenceTerms terms)
    {
        for (var index = 1; index < terms.Mentions.Count; index++)
        {
            var (before, bleeding) = (terms.Mentions[index - 1], terms.Mentions[index]);
            if (bleeding.Concept.Name == "bleeding" && bleeding.End == bleeding.First + 1 && bleeding.First == before.End + 1 && terms.Words(before.End, bleeding.First) is "/" or "and" or "or" &&
                IsOfTheBrain(terms.Words(before.First, before.First + 1)) && lexicon.ByName(EntryKind.Condition, "hemorrhagic stroke") is { } entry)
            {
                terms.Mentions[index] = bleeding with { Concept = entry.Concept, Entry = entry };
            }
        }
    }

    private static bool IsOfTheBrain(ReadOnlySpan<char> word) =>
        word.StartsWith("cerebr", StringComparison.OrdinalIgnoreCase) || word.StartsWith("brain", StringComparison.OrdinalIgnoreCase) || word.StartsWith("intracranial", StringComparison.OrdinalIgnoreCase);

    // "Hepatitis B and C", "hep B/C": the letter stands for the disease of that name.
    private void AddHepatitides(SentenceTerms terms)
    {
        const string hepatitis = "hepatitis ";
        for (var index = 0; index < terms.Mentions.Count; index++)
        {
            var (mention, tokens) = (terms.Mentions[index], terms.Tokens);
            var letter = mention.End + 1;
            if (mention.Concept.Name.Length != hepatitis.Length + 1 || !mention.Concept.Name.StartsWith(hepatitis, StringComparison.Ordinal) || letter >= tokens.Length ||
                terms.Words(mention.End, letter) is not ("/" or "," or "and" or "or" or "&") || tokens[letter].End - tokens[letter].Start != 1 || terms.Note[tokens[letter].Start] is not (>= 'A' and <= 'E'))
            {
                continue;
            }

            if (lexicon.ByName(EntryKind.Condition, hepatitis + char.ToLowerInvariant(terms.Note[tokens[letter].Start])) is { } entry && !terms.Mentions.Exists(other => other.First <= letter && other.End > letter))
            {
                terms.Mentions.Insert(index + 1, new Mention(letter, letter + 1, LeafType.Condition, entry.Concept) { Entry = entry });
            }
        }
    }

    private int Take(SentenceTerms terms, int at)
    {
        var tokens = terms.Tokens;
        var cues = tokens[at].Kind == NoteTokenKind.Mask ? [] : CueTable.Default.Find(terms.Note, tokens, at).ToArray();
        // "Asthma: no" answers a question; in "Other history: no asthma" the word belongs to what follows.
        if (tokens[at].Is(terms.Note, ':') && cues.Length > 0 && cues[0].End < tokens.Length && (tokens[cues[0].End].IsWord || tokens[cues[0].End].IsNumber))
        {
            cues = [];
        }

        var cueEnd = cues.Length > 0 ? cues[0].End : at;
        var phrase = phrases.Find(terms.Note, tokens, at);
        var (entry, entryEnd) = EntryAt(terms, at);
        if (phrase is not null && phrase.End >= entryEnd && phrase.End >= cueEnd)
        {
            if (phrase.Type != LeafType.Unread)
            {
                terms.Mentions.Add(phrase);
            }

            return phrase.End;
        }

        if (entry is not null && entryEnd >= cueEnd && !(cues.Length > 0 && entryEnd == cueEnd && entry.LeafType is null or LeafType.Procedure))
        {
            AddEntry(terms, entry, at, entryEnd);
            // "Vaccine" is a treatment and says that the disease before it is only guarded against.
            terms.Cues.AddRange(cues.Where(hit => hit.Cue.Kind == CueKind.Hypothetical && hit.End == entryEnd));
            return entryEnd;
        }

        terms.Cues.AddRange(cues);
        // "18 % (flow)", "by flow"
        if (tokens[at].IsWordOf(terms.Note, "flow") && at > 0 && (tokens[at - 1].Is(terms.Note, '(') || tokens[at - 1].IsWordOf(terms.Note, "by") || tokens[at - 1].IsWordOf(terms.Note, "on")) && (at + 1 == tokens.Length || !tokens[at + 1].IsWord))
        {
            terms.Qualifiers.Add(new QualifierMention(at, at + 1, FlowCytometry));
        }

        if (entry is { Qualifier: { } qualifier } && entryEnd <= cueEnd)
        {
            terms.Qualifiers.Add(new QualifierMention(at, entryEnd, qualifier));
        }

        return Math.Max(at + 1, cueEnd);
    }

    private (LexiconEntry? Entry, int End) EntryAt(SentenceTerms terms, int at)
    {
        var tokens = terms.Tokens;
        // "144/78 mm Hg", "60 mm/h": two small letters after a number are a unit, not a disease.
        if (tokens[at].Kind is NoteTokenKind.Mask or NoteTokenKind.Symbol ||
            (at > 0 && tokens[at].End - tokens[at].Start <= 2 && char.IsLower(terms.Note[tokens[at].Start]) && (tokens[at - 1].IsNumber || tokens[at - 1].Is(terms.Note, '/'))))
        {
            return (null, at);
        }

        // "Got 2 units": GOT is a transaminase in capitals only; "I'm" is no route.
        if (tokens[at].In(terms.Note) is "Got" or "got" or "I'm" or "I’m" or "i'm" or "i’m")
        {
            return (null, at);
        }

        var found = lexicon.TryMatch(terms.Note.AsSpan(0, terms.Sentence.End), tokens[at].Start, out var match) ? match : default(LexiconMatch?);
        var end = found is { } known ? EndToken(tokens, at, known.End) : at;
        // "Cr 2.2 mg/dL" is no second complete remission (CR2): a number behind a measurement is its value.
        var takesNumber = end > at + 1 && tokens[end - 1].IsNumber;
        if (takesNumber && tokens[end - 1].End > found!.Value.End)
        {
            (found, end, takesNumber) = (null, at, false);
        }

        if (abbreviations.Find(terms.Note, tokens, at) is (var entry, var shortEnd) && (shortEnd > end || (takesNumber && entry.LeafType == LeafType.Measurement) || (shortEnd == end && found is { Entry.Kind: EntryKind.Analyte } && entry.LeafType == LeafType.Condition && !IsValueNext(terms, end))))
        {
            return (entry, shortEnd);
        }

        return found is { } hit ? (Choose(hit, terms.Sentence.Section), end) : (null, at);
    }

    private static bool IsValueNext(SentenceTerms terms, int at) =>
        at < terms.Tokens.Length && (terms.Tokens[at].IsNumber || (at + 1 < terms.Tokens.Length && terms.Tokens[at + 1].IsNumber));

    // In a list of allergies "latex" is an allergen and "penicillin" a drug, whatever else the words may mean.
    private static LexiconEntry Choose(LexiconMatch match, NoteSection section) => section switch
    {
        NoteSection.Allergies => match.Of(EntryKind.Allergen) ?? match.Of(EntryKind.Drug) ?? match.Entry,
        NoteSection.Medications or NoteSection.PastMedications => match.Of(EntryKind.Drug) ?? match.Entry,
        NoteSection.SurgicalHistory => match.Of(EntryKind.Procedure) ?? match.Entry,
        NoteSection.PastHistory or NoteSection.Family => match.Of(EntryKind.Condition) ?? match.Entry,
        _ => match.Entry,
    };

    private static void AddEntry(SentenceTerms terms, LexiconEntry entry, int first, int end)
    {
        if (entry.Qualifier is { } qualifier)
        {
            terms.Qualifiers.Add(new QualifierMention(first, end, qualifier));
        }
        else if (entry.LeafType is { } type)
        {
            terms.Mentions.Add(new Mention(first, end, type, entry.Concept) { Entry = entry });
        }
    }

    private static int EndToken(NoteToken[] tokens, int at, int textEnd)
    {
        var end = at + 1;
        while (end < tokens.Length && tokens[end].Start < textEnd)
        {
            end++;
        }

        return end;
    }
}
