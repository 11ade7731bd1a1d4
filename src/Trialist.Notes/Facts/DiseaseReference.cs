using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>
/// Gives words about the course of "the disease" to the one malignant disease of a note: "AML diagnosed in 2025. … Now in second relapse, refractory to salvage."
/// Where the note has two, or the words stand beside another disease, nobody is meant for certain.
/// </summary>
internal sealed class DiseaseReference(Lexicon lexicon)
{
    private readonly Concept cancer = lexicon.ByName(EntryKind.Condition, "cancer")?.Concept ?? new Concept("cancer");

    // A word that may follow; any other may be what is relapsed or refractory ("refractory pain", "relapse prevention").
    private static readonly HashSet<string> Followers = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "after", "in", "and", "or", "disease", "since", "following", "on", "with", "at", "twice", "again", "now", "as", "within", "during", "by", "despite", "while", "three", "from", "of", "was", "is", "has", "have", "had", "occurred",
    };

    public void Read(IReadOnlyList<SentenceTerms> sentences, FactList facts)
    {
        if (!sentences.Any(terms => terms.Qualifiers.Exists(one => CourseOf(one.Qualifier) is not null)) || Malignancy(facts) is not { } disease)
        {
            return;
        }

        foreach (var terms in sentences)
        {
            foreach (var word in terms.Qualifiers)
            {
                if (CourseOf(word.Qualifier) is { } course && Concerns(terms, word, disease.Concept) && Followed(terms, word, disease.Concept))
                {
                    Add(terms, word, course, disease, facts);
                }
            }
        }
    }

    // The one malignant disease that the note affirms of the person, in its narrowest name.
    private Fact? Malignancy(FactList facts)
    {
        var known = facts.Facts.Select(fact => fact.Fact)
            .Where(fact => fact is { Type: LeafType.Condition, Presence: Presence.Present } && !fact.Qualifiers.Any(one => one.Kind == QualifierKind.Subject) && lexicon.Subsumes(cancer, fact.Concept))
            .DistinctBy(fact => fact.Concept.Name).ToList();
        var narrowest = known.FindAll(fact => !known.Exists(other => other != fact && lexicon.Subsumes(fact.Concept, other.Concept)));
        return narrowest is [var only] ? only : null;
    }

    private static string? CourseOf(Qualifier qualifier) => qualifier is not { Kind: QualifierKind.Status } ? null
        : qualifier.Value.EndsWith("relapse", StringComparison.Ordinal) || qualifier.Value.EndsWith("relapses", StringComparison.Ordinal) ? "relapsed"
        : qualifier.Value is "relapsed" or "refractory" or "relapsed or refractory" ? qualifier.Value
        : qualifier.Value is "primary refractory" ? "refractory"
        : null;

    // The disease named last before the word, else first after it, is the one, or one of its wider names.
    private bool Concerns(SentenceTerms terms, QualifierMention word, Concept disease)
    {
        var named = terms.Mentions.FindLast(mention => mention.Type == LeafType.Condition && mention.End <= word.First);
        return named is null || lexicon.Subsumes(named.Concept, disease);
    }

    private bool Followed(SentenceTerms terms, QualifierMention word, Concept disease)
    {
        if (!terms.Words(word.First, word.End).ToString().Contains("relaps", StringComparison.OrdinalIgnoreCase) &&
            !terms.Words(word.First, word.End).ToString().Contains("refract", StringComparison.OrdinalIgnoreCase) &&
            !terms.Words(word.First, word.End).Equals("R/R", StringComparison.Ordinal))
        {
            return false;
        }

        if (word.End >= terms.Tokens.Length || (!terms.Tokens[word.End].IsWord && !terms.Tokens[word.End].Is(terms.Note, '-')))
        {
            return true;
        }

        return Followers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Words(word.End, word.End + 1)) ||
            terms.Qualifiers.Exists(other => other.First == word.End && CourseOf(other.Qualifier) is not null) ||
            terms.Mentions.Find(mention => mention.First == word.End) is { Type: LeafType.Condition } named && lexicon.Subsumes(named.Concept, disease);
    }

    private static void Add(SentenceTerms terms, QualifierMention word, string course, Fact disease, FactList facts)
    {
        if (word.First > 0 && LinesReader.NumberOf(terms, word.First - 1) == 0)
        {
            return;
        }

        var context = ContextReader.Of(terms, new Mention(word.First, word.End, LeafType.Condition, disease.Concept));
        if (context is { Presence: Presence.Present, Relative: null } && context.Status is not FactStatus.Planned)
        {
            facts.Add(LeafType.Condition, disease.Concept, terms.SpanOf(word.First, word.End), fact => fact with { Qualifiers = [new Qualifier(QualifierKind.Status, course)] }, context.Cues);
        }
    }
}
