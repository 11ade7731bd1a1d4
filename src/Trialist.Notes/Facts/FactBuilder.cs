using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Turns the terms of a sentence into facts.</summary>
internal sealed partial class FactBuilder(Lexicon lexicon)
{
    private static readonly string[] Serology = ["antibody", "antibodies", "antigen", "IgG", "IgM", "Ab", "Ag", "serology", "titer", "titre", "titers", "vaccine", "vaccination"];

    /// <summary>Of a longer line only so much is looked at, so that time stays linear.</summary>
    private const int LongestLine = 1000;

    private static readonly string[] Parts = ["core", "surface", "total", "envelope"];

    private static readonly string[] Naive = ["naive", "naïve"];

    private static readonly string[] ManyKinds = ["pain", "infection", "bleeding", "edema", "cancer", "tumor", "mass", "fracture", "rash", "weakness"];

    private static readonly string[] AfterMedicines = ["at", "in", "on", "or", "and", "for", "since", "within", "of", "currently", "now", "before", "during", "prior", "known", "to", "other", "except", "by"];

    private static readonly string[] PregnancyTests = ["test", "hcg", "upt"];

    private static readonly string[] LightChains = ["kappa", "lambda", "κ", "λ"];

    private readonly Concept drugUse = lexicon.ByName(EntryKind.Behaviour, "recreational drug use")?.Concept ?? new Concept("recreational drug use");

    private readonly Concept negativeTest = lexicon.ByName("negative pregnancy test")?.Concept ?? new Concept("negative pregnancy test");

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
        var span = type == LeafType.Treatment ? TreatmentSpan.Of(terms, mention, facts.WrittenOn) : default;
        var presence = result?.Presence is { } found && context.Presence == Presence.Present ? found : context.Presence;
        // "HIV-, HBV (-)", "rhinitis +, asthma -": the sign of a negative test or answer.
        if (type == LeafType.Condition && presence == Presence.Present && (BiomarkerResult.Sign(terms, mention.End) == '-' || IsAnsweredBySign(terms, mention.End) || IsAfterMinus(terms, mention.First)))
        {
            presence = Presence.Absent;
        }

        // "Dupilumab-naive"
        if (type == LeafType.Treatment && presence == Presence.Present && mention.End + 1 < terms.Tokens.Length && terms.Tokens[mention.End].Is(terms.Note, '-') && Array.Exists(Naive, word => terms.Tokens[mention.End + 1].IsWordOf(terms.Note, word)))
        {
            presence = Presence.Absent;
            qualifiers = [.. qualifiers.Where(one => one.Kind != QualifierKind.Status)];
        }

        // "Denies RUQ pain", "no tumor bleeding": a denial of one kind, named by words that are not known, is none of every kind.
        if (type == LeafType.Condition && presence == Presence.Absent && IsNarrowed(terms, mention))
        {
            presence = Presence.Uncertain;
        }

        // "Myeloma … no other malignancy" denies the others; of the one that is there it says nothing.
        if (type == LeafType.Condition && presence == Presence.Absent && mention.First > 0 && terms.Tokens[mention.First - 1].IsWordOf(terms.Note, "other"))
        {
            var others = lexicon.Find($"other {terms.Words(mention.First, mention.End)}");
            (concept, presence) = others.IsEmpty || others[0].LeafType != LeafType.Condition ? (concept, Presence.Uncertain) : (others[0].Concept, presence);
        }

        // "A pregnancy at 26", "her third pregnancy": that she is pregnant now is said otherwise.
        if (type == LeafType.Pregnancy && presence == Presence.Present && context.Status == FactStatus.Unstated)
        {
            presence = Presence.Uncertain;
        }

        // "Infliximab before, vedolizumab current"
        var isCurrent = type == LeafType.Treatment && qualifiers.Any(one => one is { Kind: QualifierKind.Status, Value: "active" });
        // An antibody against a virus is no infection with it.
        if (type == LeafType.Condition && presence == Presence.Present && IsSerology(terms, mention.End) && !IsLightChain(terms, mention.End + 1))
        {
            presence = Presence.Uncertain;
        }

        var (isLimited, since) = presence == Presence.Absent && type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour or LeafType.Participation
            ? DenialReader.Of(terms, mention, facts.WrittenOn)
            : (false, null);
        var deniedStatus = presence != Presence.Absent ? null : isLimited ? "active" : context.DeniedStatus;

        // "Quit smoking 30 years ago": the time is that of the end.
        var isHabitOver = type == LeafType.Behaviour && context.Status == FactStatus.Past;

        // "No medication overuse", "no treatment delays": not of medicines as such.
        if (type == LeafType.Treatment && presence == Presence.Absent && concept.Name is "drug" or "medication" or "treatment" or "therapy" && mention.End < terms.Tokens.Length && terms.Tokens[mention.End].IsWord &&
            !terms.Cues.Exists(hit => hit.First == mention.End) && !Array.Exists(AfterMedicines, word => terms.Tokens[mention.End].IsWordOf(terms.Note, word)))
        {
            return;
        }

        // "Denies urinary symptoms" is no denial of every symptom there is.
        if (presence == Presence.Absent && mention.Concept.Name is "symptom" or "disease" or "finding")
        {
            return;
        }

        facts.Add(type, concept, terms.SpanOf(mention.First, mention.End), fact => fact with
        {
            Presence = presence,
            Status = presence == Presence.Absent ? FactStatus.Unstated : span.IsOver ? FactStatus.Past : IsReaction(terms, mention, context) ? FactStatus.Past : isCurrent || span.GoesOn || (type == LeafType.Condition && context.Status == FactStatus.Unstated && IsSince(terms, mention, time)) ? FactStatus.Active : context.Status,
            Start = presence != Presence.Present ? since : isHabitOver ? null : span.End is null ? span.Start ?? time.Date : span.Start,
            End = presence != Presence.Present ? null : isHabitOver ? time.Date : span.End,
            Date = type is LeafType.Procedure && presence == Presence.Present ? time.Date : null,
            Qualifiers =
            [
                .. qualifiers.Where(qualifier => type != LeafType.Biomarker || qualifier.Kind != QualifierKind.Status).Where(qualifier => qualifier.Kind != QualifierKind.Result || (type != LeafType.Biomarker && presence != Presence.Absent)),
                .. deniedStatus is { } denied ? [new Qualifier(QualifierKind.Status, denied)] : Array.Empty<Qualifier>(),
                .. presence == Presence.Present && result?.Word is { } word ? [new Qualifier(QualifierKind.Result, word)] : Array.Empty<Qualifier>(),
                .. context.Relative is { } relative ? [new Qualifier(QualifierKind.Subject, relative)] : Array.Empty<Qualifier>(),
            ],
        }, context.Cues);
        if (type == LeafType.Pregnancy && presence == Presence.Absent && context.Relative is null && IsTest(terms, mention))
        {
            // A negative test is more than the word that she is not pregnant: criteria ask for it.
            var day = time.Date ?? (facts.WrittenOn is { } written ? PartialDate.OfDay(written) : null);
            facts.Add(type, negativeTest, terms.SpanOf(mention.First, mention.End), fact => fact with { Date = day }, context.Cues);
        }
    }

    // "Type 2 diabetes since 2015": and still.
    private static bool IsSince(SentenceTerms terms, Mention mention, SentenceTime time)
    {
        const int reach = 3;
        return time.Date is { } day && terms.Times.Exists(one => one.Time.Date == day && one.First > mention.End && one.First <= mention.End + reach && terms.Tokens[one.First - 1].IsWordOf(terms.Note, "since"));
    }

    private static bool IsTest(SentenceTerms terms, Mention mention)
    {
        for (var at = mention.First; at < mention.End; at++)
        {
            if (Array.Exists(PregnancyTests, word => terms.Tokens[at].IsWordOf(terms.Note, word)))
            {
                return true;
            }
        }

        return false;
    }

    // "Allergic to penicillin (rash)": that was then.
    private static bool IsReaction(SentenceTerms terms, Mention mention, TermContext context) =>
        context.IsAllergy && mention.Type == LeafType.Condition && mention.First > 0 && terms.Tokens[mention.First - 1].Is(terms.Note, '(');

    // A minus that stands alone before a comma, in a sentence that answers with signs.
    private static bool IsAnsweredBySign(SentenceTerms terms, int at) =>
        at < terms.Tokens.Length && terms.Tokens[at].Is(terms.Note, '-') && (at + 1 == terms.Tokens.Length || terms.Tokens[at + 1].Is(terms.Note, ',') || terms.Tokens[at + 1].Is(terms.Note, ';')) &&
        terms.Tokens.Any(token => token.Is(terms.Note, '+') || (token.Is(terms.Note, '-') && token.Start != terms.Tokens[at].Start));

    // "+HTN. -CAD": a minus at the word, behind one with a plus in the same line.
    private static bool IsAfterMinus(SentenceTerms terms, int first)
    {
        var (note, start) = (terms.Note, terms.Tokens[first].Start);
        if (start < 2 || note[start - 1] is not ('-' or '−') || note[start - 2] != ' ')
        {
            return false;
        }

        var before = note.AsSpan(Math.Max(0, start - LongestLine), Math.Min(start, LongestLine));
        var line = before[(before.LastIndexOf('\n') + 1)..];
        for (var at = 0; at + 1 < line.Length; at++)
        {
            if (line[at] == '+' && char.IsLetter(line[at + 1]) && (at == 0 || line[at - 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    // A short form or a word in capitals before the name of something that has many kinds.
    private static bool IsNarrowed(SentenceTerms terms, Mention mention)
    {
        var before = mention.First - 1;
        return mention.End == mention.First + 1 && before >= 0 && Array.Exists(ManyKinds, kind => kind == mention.Concept.Name) && terms.Tokens[before].IsWord && terms.Tokens[before].In(terms.Note) is { Length: > 1 } word &&
            char.IsUpper(word[0]) && char.IsUpper(word[1]) &&
            !terms.Cues.Exists(hit => hit.First <= before && hit.End > before) && !terms.Qualifiers.Exists(one => one.First <= before && one.End > before) && !terms.Mentions.Exists(other => other.First <= before && other.End > before);
    }

    // "HBV antibody", "HBV core Ab", "hepatitis B surface antigen"
    private static bool IsSerology(SentenceTerms terms, int at)
    {
        at += at < terms.Tokens.Length && Array.Exists(Parts, word => terms.Tokens[at].IsWordOf(terms.Note, word)) ? 1 : 0;
        return at < terms.Tokens.Length && Array.Exists(Serology, word => terms.Tokens[at].IsWordOf(terms.Note, word));
    }

    // "Multiple myeloma IgG kappa": what the tumour makes, no test.
    private static bool IsLightChain(SentenceTerms terms, int at) =>
        at < terms.Tokens.Length && Array.Exists(LightChains, word => terms.Tokens[at].IsWordOf(terms.Note, word));

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
