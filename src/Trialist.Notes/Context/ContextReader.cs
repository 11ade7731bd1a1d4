using Trialist.Notes.Mentions;
using Trialist.Notes.Text;

namespace Trialist.Notes.Context;

/// <summary>Applies the cues of a sentence to a term in it.</summary>
internal static class ContextReader
{
    // A relative goes on being meant through verbs that end other cues: "his mother had and died of breast cancer".
    private static readonly HashSet<string> FamilyStops = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "patient", "the patient", "but", "however", "although", "presents", "presented", "who presents", "admitted", ";", "the patient",
    };

    // ", lives alone, smokes, has diabetes": after a comma such a verb begins a statement of its own.
    private static readonly HashSet<string> ClauseVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "has", "had", "is", "was", "are", "were", "lives", "works", "smokes", "smoked", "drinks", "drank", "takes", "took", "uses", "used", "walks", "eats", "underwent", "received", "developed", "suffers", "remains", "continues",
    };

    private static readonly LexiconEntry? Tumour = Lexicon.Default.ByName(EntryKind.Condition, "cancer");

    private static readonly string[] Results = ["positive", "mutation", "mutated", "deletion", "amplification", "amplified", "rearrangement", "fusion", "expression", "reactive"];

    // A denial with such a word says nothing about the past: "no active infection", "not currently on steroids".
    private static readonly Dictionary<string, string?> OnlyNow = new(StringComparer.OrdinalIgnoreCase)
    {
        ["current"] = "active", ["currently"] = "active", ["active"] = "active", ["on"] = "active", ["taking"] = "active", ["receiving"] = "active", ["acute"] = "acute", ["new"] = null, ["recent"] = null,
    };

    public static TermContext Of(SentenceTerms terms, Mention mention)
    {
        var applied = terms.Cues.Where(hit => Applies(terms, hit, mention)).ToList();
        var isTreatment = mention.Type is LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour;
        var temporal = applied.Where(hit => IsTemporal(hit.Cue.Kind, isTreatment) && !(hit.Cue.Kind == CueKind.Ended && hit.First >= mention.End && IsOfTheNext(terms, hit))).OrderBy(hit => Distance(hit, mention)).Select(hit => (CueHit?)hit).FirstOrDefault();
        // "5 mg daily, stopped", "on spironolactone in the past": that it is over outweighs how it was taken.
        if (isTreatment && temporal is { Cue.Kind: CueKind.Taken } && applied.Find(hit => hit.First >= mention.End && !(hit.Cue.Words[0] == "last" && Facts.TreatmentSpan.IsTaken(terms, mention)) && (hit.Cue.Kind == CueKind.Ended ? !IsOfTheNext(terms, hit) : hit.Cue.Kind == CueKind.Past && !hit.Cue.Words.Contains("ago"))) is { Cue: not null } over)
        {
            temporal = over;
        }

        var presence = mention.Presence ?? PresenceOf(terms, applied, mention);
        var relative = applied.Find(hit => hit.Cue.Kind == CueKind.Family);
        var used = applied.Where(hit => hit.Cue.Kind is not (CueKind.Stop or CueKind.Pseudo) && (!IsAnyTime(hit.Cue.Kind) || hit == temporal));
        var section = terms.Sentence.Section;
        return new TermContext
        {
            Presence = presence,
            DeniedStatus = presence == Presence.Absent && mention.Presence is null ? OnlyNowOf(applied, mention) is var (_, status) ? status : null : null,
            Status = mention is { Status: FactStatus.Active, Type: LeafType.Behaviour } && temporal is { Cue.Kind: CueKind.Past or CueKind.Ended } ? FactStatus.Past : mention.Status ?? (temporal is { } hitOfTime ? StatusOf(hitOfTime.Cue.Kind, isTreatment) : StatusOf(section, mention.Type)),
            Relative = relative.Cue?.Label ?? (section == NoteSection.Family ? "relative" : null),
            IsAllergy = section == NoteSection.Allergies || applied.Exists(hit => hit.Cue.Kind == CueKind.Allergy),
            Cues = used.Select(hit => terms.SpanOf(hit.First, hit.End)).ToValueList(),
        };
    }

    // "Took aspirin, stopped warfarin": the word belongs to what follows it.
    private static bool IsOfTheNext(SentenceTerms terms, CueHit hit) => !hit.Cue.Words.Contains("to") && terms.Mentions.Exists(other => other.First >= hit.End && other.First <= hit.End + 1 && other.Type is LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour);

    private static Presence PresenceOf(SentenceTerms terms, List<CueHit> applied, Mention mention)
    {
        // "No risk of bleeding" is no denial of bleeding.
        if (applied.Exists(hit => hit.Cue.Kind == CueKind.Hypothetical))
        {
            return Presence.Uncertain;
        }

        var negation = applied.Find(hit => hit.Cue.Kind == CueKind.Negated);
        if (negation.Cue is not null)
        {
            // "No HIV, hepatitis B or C, asthma": "or" closes the list, and what follows the next comma may be denied or not.
            // "Not currently on steroids" says nothing about the past, which a criterion may ask for.
            if (negation.End <= mention.First && (IsBeyondTheList(terms, negation.End, mention.First) || IsAside(terms, negation.End, mention.First)))
            {
                return Presence.Uncertain;
            }

            // "No chemotherapy for metastatic disease" leaves other chemotherapy open.
            if (mention.Type is LeafType.Treatment or LeafType.Procedure && negation.End <= mention.First && mention.End < terms.Tokens.Length && terms.Tokens[mention.End].IsWordOf(terms.Note, "for") && terms.Mentions.Exists(other => other.First > mention.End && other.Type == LeafType.Condition))
            {
                return Presence.Uncertain;
            }

            return OnlyNowOf(applied, mention) is (_, null) ? Presence.Uncertain : Presence.Absent;
        }

        var offered = mention.Type is LeafType.Condition && applied.Exists(hit => hit.Cue.Kind == CueKind.Planned);
        return offered || applied.Exists(hit => hit.Cue.Kind == CueKind.Uncertain) ? Presence.Uncertain : Presence.Present;
    }

    // The word of a denial that narrows it, and the status that alone is denied; "no new …" leaves even that open.
    private static (string Word, string? Status)? OnlyNowOf(List<CueHit> applied, Mention mention)
    {
        if (mention.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour &&
            applied.Find(hit => hit.Cue.Kind == CueKind.Negated).Cue is { } cue && !cue.Words.Contains("never"))
        {
            foreach (var word in cue.Words)
            {
                if (OnlyNow.TryGetValue(word, out var status))
                {
                    return (word, status);
                }
            }
        }

        return null;
    }

    private static bool Applies(SentenceTerms terms, CueHit hit, Mention mention)
    {
        var cue = hit.Cue;
        // "Completed on 14 August 2025" is no word on what is taken.
        if (cue.Kind == CueKind.Taken && cue.Words[^1] == "on" && terms.Times.Exists(time => time.First == hit.End && time.IsDate))
        {
            return false;
        }

        // "Two relapses in the past year"
        if (cue.Kind == CueKind.Past && cue.Words[^1] == "past" && Facts.DenialReader.IsStretch(terms, hit.First))
        {
            return false;
        }

        if (cue.Kind is CueKind.Stop or CueKind.Pseudo || LeavesBrackets(terms, hit, mention) || IsOfResult(terms, hit, mention))
        {
            return false;
        }

        if (hit.End <= mention.First && cue.Direction != CueDirection.Backward)
        {
            return Reach(terms, hit.End, mention.First) <= cue.Reach && !IsStopped(terms, hit, hit.End, mention.First);
        }

        return hit.First >= mention.End && cue.Direction != CueDirection.Forward &&
            Reach(terms, mention.End, hit.First) <= cue.Reach && !IsStopped(terms, hit, mention.End, hit.First) && !HasOtherTerm(terms, mention, hit);
    }

    // "Drug screen negative" was done; "anti-HBc positive, HCV antibody negative" and "EGFR deletion, ALK negative" have each their own result.
    private static bool IsOfResult(SentenceTerms terms, CueHit hit, Mention mention)
    {
        if (hit.Cue.Kind != CueKind.Negated || hit.First < mention.End || !Array.Exists(hit.Cue.Words, word => word is "negative" or "neg" or "nonreactive" or "reactive" or "seronegative"))
        {
            return hit.Cue.Kind == CueKind.Negated && hit.End <= mention.First && mention.Type == LeafType.Procedure && mention.First > hit.End && IsMeans(terms, mention.First - 1);
        }

        // "Serous carcinoma, BRCA neg": of a tumour nothing is negative.
        if (mention.Type == LeafType.Condition && terms.Mentions.Exists(other => other.Type == LeafType.Biomarker && other.First >= mention.End && other.End <= hit.First) && Tumour is { } tumour && Lexicon.Default.Subsumes(tumour.Concept, mention.Concept))
        {
            return true;
        }

        return mention.Type == LeafType.Procedure || HasOwnResult(terms, mention) || terms.Qualifiers.Exists(one => one.Qualifier.Kind == QualifierKind.Result && one.First >= mention.End && one.End <= hit.First);
    }

    // "No metastases on MRI"
    private static bool IsMeans(SentenceTerms terms, int at) => terms.Tokens[at].IsWordOf(terms.Note, "on") || terms.Tokens[at].IsWordOf(terms.Note, "by") || terms.Tokens[at].IsWordOf(terms.Note, "per") || terms.Tokens[at].IsWordOf(terms.Note, "via");

    private static bool HasOwnResult(SentenceTerms terms, Mention mention)
    {
        for (var at = mention.First; at < mention.End; at++)
        {
            if (Array.Exists(Results, word => terms.Tokens[at].IsWordOf(terms.Note, word)))
            {
                return true;
            }
        }

        return false;
    }

    // "stroke (no residual deficits), hypertension": what is said in brackets stays in them.
    private static bool LeavesBrackets(SentenceTerms terms, CueHit hit, Mention mention)
    {
        // "HCTZ (stopped on admission)": what opens right behind the term is said of it.
        if (hit.Cue.Kind is CueKind.Ended or CueKind.Past && hit.First == mention.End + 1 && terms.Tokens[mention.End].Is(terms.Note, '('))
        {
            return false;
        }

        var (from, to, closes) = hit.End <= mention.First ? (hit.End, mention.First, ')') : (mention.End, hit.First, '(');
        var depth = 0;
        for (var step = 0; step < to - from; step++)
        {
            var token = terms.Tokens[closes == ')' ? from + step : to - 1 - step];
            if (token.Is(terms.Note, closes))
            {
                if (--depth < 0)
                {
                    return true;
                }
            }
            else if (token.Is(terms.Note, closes == ')' ? '(' : ')'))
            {
                depth++;
            }
        }

        return false;
    }

    // Other terms and the commas and conjunctions of their list are one step: "denies a, b, c or d" reaches d.
    private static int Reach(SentenceTerms terms, int from, int to)
    {
        var steps = to - from;
        foreach (var mention in terms.Mentions)
        {
            if (mention.First >= from && mention.End <= to)
            {
                steps -= mention.End - mention.First;
            }
        }

        return steps;
    }

    // "Pneumonia; her asthma has resolved": a backward cue belongs to the nearest term, unless the terms are a list.
    private static bool HasOtherTerm(SentenceTerms terms, Mention mention, CueHit hit)
    {
        foreach (var other in terms.Mentions)
        {
            if (other.First >= mention.End && other.End <= hit.First)
            {
                for (var at = mention.End; at < other.First; at++)
                {
                    if (!terms.Mentions.Exists(one => one.First <= at && one.End > at) && !terms.Tokens[at].Is(terms.Note, ',') && !terms.Tokens[at].Is(terms.Note, '/') && !terms.Tokens[at].IsWordOf(terms.Note, "and") && !terms.Tokens[at].IsWordOf(terms.Note, "or"))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsStopped(SentenceTerms terms, CueHit hit, int from, int to)
    {
        // "Her father, who has diabetes, had a stroke" goes on about him.
        if (hit.End <= from && IsNewClause(terms, from, to) && !(hit.Cue.Kind == CueKind.Family && hit.End + 1 < terms.Tokens.Length && terms.Tokens[hit.End].Is(terms.Note, ',') && terms.Tokens[hit.End + 1].IsWordOf(terms.Note, "who")))
        {
            return true;
        }

        foreach (var other in terms.Cues)
        {
            if (other.Cue.Kind == CueKind.Stop && other.First >= from && other.End <= to && other.First != hit.First &&
                (hit.Cue.Kind != CueKind.Family || FamilyStops.Contains(string.Join(' ', other.Cue.Words))))
            {
                return true;
            }
        }

        return false;
    }

    // "No chemotherapy for metastatic disease", "no diuretic (ankle oedema last year)": what something is for, or is said of it in brackets, is not denied with it.
    private static bool IsAside(SentenceTerms terms, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (terms.Tokens[at].Is(terms.Note, '(') || (terms.Tokens[at].IsWordOf(terms.Note, "for") && terms.Mentions.Exists(other => other.First >= from && other.End <= at && other.Type is LeafType.Treatment or LeafType.Procedure)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBeyondTheList(SentenceTerms terms, int from, int to)
    {
        var closing = false;
        for (var at = from; at < to; at++)
        {
            var token = terms.Tokens[at];
            if (token.IsWordOf(terms.Note, "or") || token.IsWordOf(terms.Note, "nor"))
            {
                closing = true;
            }
            else if (closing && token.Is(terms.Note, ','))
            {
                // "No fever, or chills, or cough" goes on.
                return !(at + 1 < terms.Tokens.Length && (terms.Tokens[at + 1].IsWordOf(terms.Note, "or") || terms.Tokens[at + 1].IsWordOf(terms.Note, "nor")));
            }
        }

        return false;
    }

    // The comma stands between the cue and the term, or right before a term that is itself the verb.
    private static bool IsNewClause(SentenceTerms terms, int from, int to)
    {
        for (var at = from; at + 1 <= to && at + 1 < terms.Tokens.Length; at++)
        {
            if (terms.Tokens[at].Is(terms.Note, ',') && terms.Tokens[at + 1].IsWord && ClauseVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Tokens[at + 1].In(terms.Note)))
            {
                return true;
            }
        }

        return false;
    }

    private static int Distance(CueHit hit, Mention mention) => hit.End <= mention.First ? mention.First - hit.End : hit.First - mention.End;

    private static bool IsAnyTime(CueKind kind) => kind is CueKind.History or CueKind.Past or CueKind.Ended or CueKind.Current or CueKind.Taken or CueKind.Planned;

    private static bool IsTemporal(CueKind kind, bool isTreatment) => kind switch
    {
        CueKind.Past or CueKind.History or CueKind.Current => true,
        CueKind.Ended or CueKind.Taken or CueKind.Planned => isTreatment,
        _ => false,
    };

    private static FactStatus StatusOf(CueKind kind, bool isTreatment) => kind switch
    {
        CueKind.Past or CueKind.Ended => FactStatus.Past,
        CueKind.Current or CueKind.Taken => FactStatus.Active,
        CueKind.Planned => FactStatus.Planned,
        // A history of diabetes goes on, a history of chemotherapy does not.
        CueKind.History => isTreatment ? FactStatus.Past : FactStatus.Unstated,
        _ => FactStatus.Unstated,
    };

    private static FactStatus StatusOf(NoteSection section, LeafType type) => (section, type) switch
    {
        (NoteSection.Medications, LeafType.Treatment) => FactStatus.Active,
        (NoteSection.PastMedications, LeafType.Treatment) => FactStatus.Past,
        (NoteSection.PastHistory or NoteSection.SurgicalHistory, LeafType.Treatment or LeafType.Procedure) => FactStatus.Past,
        (NoteSection.Plan, LeafType.Treatment or LeafType.Procedure) => FactStatus.Planned,
        _ => FactStatus.Unstated,
    };
}
