using Trialist.Criteria;
using Trialist.Matching;
using Trialist.Notes;

namespace Trialist.Evaluation.Verdicts;

/// <summary>Judges a pair the way <c>match</c> would: the note is read, the criterion is read as the only one of a study, and the two are matched in the open world.</summary>
internal sealed class PairMatcher(DateOnly asOf)
{
    private static readonly NctId Nobody = NctId.Parse("NCT00000001");

    private string? lastNote;
    private PreparedPerson? lastPerson;

    public PairVerdict Judge(VerdictPair pair)
    {
        var person = PersonOf(pair.Note);
        var text = AsOnlyCriterion(pair);
        var document = CriteriaReader.Default.Read(text);
        var verdict = StudyMatcher.Judge(new Study(Nobody, "") { Eligibility = new EligibilityRules { Text = text } }, document, person);
        return new PairVerdict(pair.Kind, person.Person, document, verdict.Criteria);
    }

    // The corpora put the lines of one criterion below each other; as one item they stay one criterion.
    private static string AsOnlyCriterion(VerdictPair pair) =>
        $"{(pair.Kind == CriterionKind.Exclusion ? "Exclusion" : "Inclusion")} Criteria:\n\n* {string.Join(' ', pair.Criterion.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    private PreparedPerson PersonOf(string note)
    {
        if (note != lastNote || lastPerson is null)
        {
            lastNote = note;
            lastPerson = new PreparedPerson(NoteReader.Default.Read(note, asOf).Person, new MatchSettings(asOf), LexiconVocabulary.Default);
        }

        return lastPerson;
    }
}
