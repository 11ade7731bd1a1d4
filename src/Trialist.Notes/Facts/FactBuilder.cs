using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Turns the terms of a sentence into facts.</summary>
internal sealed partial class FactBuilder(Lexicon lexicon)
{
    private static readonly string[] Serology = ["antibody", "antibodies", "antigen", "IgG", "IgM", "Ab", "Ag", "serology", "titer", "titre", "titers", "vaccine", "vaccination"];

    private readonly Concept drugUse = lexicon.ByName(EntryKind.Behaviour, "recreational drug use")?.Concept ?? new Concept("recreational drug use");

    private readonly Concept lines = lexicon.ByName("prior lines")?.Concept ?? new Concept("prior lines");

    // Not facts about a person but words of the study or of the day.
    private static bool IsFact(LeafType type) => type is
        LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy or LeafType.Pregnancy or LeafType.Lactation
        or LeafType.Contraception or LeafType.Behaviour or LeafType.Consent or LeafType.Participation or LeafType.HealthyVolunteer or LeafType.Language;

    public void Build(SentenceTerms terms, FactList facts)
    {
        facts.BeginSentence();
        ReadUnnamedValues(terms, facts);
        LinesReader.Read(terms, lines, facts);
        RelapseReader.Read(terms, facts);
        foreach (var mention in terms.Mentions)
        {
            if (mention.Type is LeafType.Measurement or LeafType.Score or LeafType.Lines or LeafType.Count or LeafType.LifeExpectancy)
            {
                ReadMeasured(terms, mention, facts);
            }
            else if (IsFact(mention.Type))
            {
                AddTerm(terms, mention, facts);
            }
        }

        MethodReference.Read(terms, facts);
        if (terms.Sentence is { IsItem: true, Section: Text.NoteSection.PastHistory } && terms.Mentions.Count == 0 && facts.Facts.Count == facts.SentenceStart)
        {
            AddItem(terms, facts);
        }
    }

    private void AddTerm(SentenceTerms terms, Mention mention, FactList facts)
    {
        var context = ContextReader.Of(terms, mention);
        // "No steroids, systemic or inhaled" is no denial of systemic ones only.
        var qualifiers = QualifierFinder.Of(terms, mention, acrossComma: context.Presence != Presence.Absent && mention.Type is LeafType.Condition or LeafType.Biomarker);
        var result = mention.Type == LeafType.Biomarker ? BiomarkerResult.Of(terms, mention, qualifiers) : null;
        if (mention.Type is LeafType.Allergy && !context.IsAllergy && mention.Presence is null)
        {
            return;
        }

        var type = context.IsAllergy && mention.Type == LeafType.Treatment ? LeafType.Allergy : mention.Type;
        var concept = mention.Concept;
        // "Denies alcohol, tobacco and drugs" speaks of habits, not of medicines.
        if (type == LeafType.Treatment && concept.Name == "drug" && terms.Mentions.Exists(other => other.Type == LeafType.Behaviour))
        {
            (type, concept) = (LeafType.Behaviour, drugUse);
        }

        var time = SentenceTime.OfEvent(terms, mention.First, mention.End);
        var presence = result?.Presence is { } found && context.Presence == Presence.Present ? found : context.Presence;
        // "HIV-, HBV (-)": the sign of a negative test.
        if (type == LeafType.Condition && presence == Presence.Present && BiomarkerResult.Sign(terms, mention.End) == '-')
        {
            presence = Presence.Absent;
        }

        // "A pregnancy at 26", "her third pregnancy": that she is pregnant now is said otherwise.
        if (type == LeafType.Pregnancy && presence == Presence.Present && context.Status == FactStatus.Unstated)
        {
            presence = Presence.Uncertain;
        }

        // "Infliximab before, vedolizumab current"
        var isCurrent = type == LeafType.Treatment && qualifiers.Any(one => one is { Kind: QualifierKind.Status, Value: "active" });
        // An antibody against a virus is no infection with it.
        if (type == LeafType.Condition && presence == Presence.Present && mention.End < terms.Tokens.Length && Array.Exists(Serology, word => terms.Tokens[mention.End].IsWordOf(terms.Note, word)))
        {
            presence = Presence.Uncertain;
        }

        var (isLimited, since) = presence == Presence.Absent && type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour or LeafType.Participation
            ? DenialReader.Of(terms, mention, facts.WrittenOn)
            : (false, null);
        var deniedStatus = presence != Presence.Absent ? null : isLimited ? "active" : context.DeniedStatus;

        // "Denies urinary symptoms" is no denial of every symptom there is.
        if (presence == Presence.Absent && mention.Concept.Name is "symptom" or "disease" or "finding")
        {
            return;
        }

        facts.Add(type, concept, terms.SpanOf(mention.First, mention.End), fact => fact with
        {
            Presence = presence,
            Status = presence == Presence.Absent ? FactStatus.Unstated : isCurrent ? FactStatus.Active : context.Status,
            Start = presence == Presence.Present ? time.Date : since,
            Date = type is LeafType.Procedure && presence == Presence.Present ? time.Date : null,
            Qualifiers =
            [
                .. qualifiers.Where(qualifier => type != LeafType.Biomarker || qualifier.Kind != QualifierKind.Status).Where(qualifier => qualifier.Kind != QualifierKind.Result || (type != LeafType.Biomarker && presence != Presence.Absent)),
                .. deniedStatus is { } denied ? [new Qualifier(QualifierKind.Status, denied)] : Array.Empty<Qualifier>(),
                .. presence == Presence.Present && result?.Word is { } word ? [new Qualifier(QualifierKind.Result, word)] : Array.Empty<Qualifier>(),
                .. context.Relative is { } relative ? [new Qualifier(QualifierKind.Subject, relative)] : Array.Empty<Qualifier>(),
            ],
        }, context.Cues);
    }

    // An item of the past history is a condition even where no word of it is known.
    private static void AddItem(SentenceTerms terms, FactList facts)
    {
        const int longest = 6;
        if (terms.Tokens.Length <= longest && terms.Tokens.Any(token => token.IsWord && token.End - token.Start > 2))
        {
            var span = terms.SpanOf(0, terms.Tokens.Length);
            facts.Add(LeafType.Condition, new Concept(span.Of(terms.Note).ToLowerInvariant()), span, fact => fact, []);
        }
    }
}
