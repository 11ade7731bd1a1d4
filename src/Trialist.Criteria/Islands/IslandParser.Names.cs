using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What a run of words names.</content>
internal sealed partial class IslandParser
{
    /// <summary>What a run of words is about: the term at its end, or what its last word tells.</summary>
    private (LeafType? Type, Concept Concept, LexiconEntry? Entry) Resolve(int from, int to)
    {
        var first = items[from];
        var last = items[to - 1];
        if (to == from + 1 && first.Kind == ItemKind.Mention)
        {
            return Typed(SenseOf(first, to), Spelled(first.Span));
        }

        var name = NameOf(from, to);
        if (lexicon.Find(name) is { IsEmpty: false } found && found[0].LeafType is not null)
        {
            return Typed(found[0]);
        }

        if (TryTail(from, to) is { } tailed)
        {
            return tailed;
        }

        name = InFull(from, to) is { } full ? NameOf(from, to, full) : name;
        if (to == from + 2 && first is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } && last is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } && first.Of(text) is [.., not 's', 's'] && last.Of(text).EndsWith('s'))
        {
            // "psychotropics beta-blockers": two names between which a comma was lost.
            return (null, new Concept(name), null);
        }

        if (NamesTwo(from, to) || HasVerb(from, to))
        {
            return (null, new Concept(name), null);
        }

        if (last.Kind == ItemKind.Mention && last.Match.Entry.LeafType is { } mentioned)
        {
            return (Wanted(mentioned), new Concept(name), null);
        }

        var word = last.Of(text);
        var head = HeadTable.Default.TypeOf(word);
        if (word.StartsWith("function", StringComparison.OrdinalIgnoreCase) && qualifiers.Exists(item => QualifierOf(item) is { Kind: QualifierKind.Result, Value: "impaired" or "abnormal" or "reduced" or "decreased" or "deficient" }))
        {
            // "impaired liver function" is a condition, "liver function" alone a heading.
            head = LeafType.Condition;
        }

        if (head == LeafType.Treatment && word.StartsWith("antibod", StringComparison.OrdinalIgnoreCase) && !IsGivenAntibody(name))
        {
            // "HIV antibody" is found in blood; "anti-PD-1 antibody" is given.
            head = LeafType.Biomarker;
        }

        if (head == LeafType.Treatment && word.StartsWith("cell", StringComparison.OrdinalIgnoreCase) && pendingHead is not Cue.Treatment && OwnCells.OccursIn(name))
        {
            // "tumor cells in the cerebrospinal fluid" are found, not given.
            head = null;
        }

        if (head is { } known && !(known == LeafType.Measurement && to - from == 1) && !(to - from == 1 && qualifiers.Count == 0 && SaysNothingAlone.Contains(word) && !AsksWhat(to, word)))
        {
            return (Wanted(known), new Concept(name), null);
        }

        for (var i = to - 1; i >= from && !SaysNothingAlone.Contains(word); i--)
        {
            if (items[i].Kind == ItemKind.Mention && items[i].Match.Entry.LeafType is { } inside and (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker) && !IsAdverb(word) && to - i <= 3 && !EndsInCompound(i, to))
            {
                guessed.Add(new TextSpan(items[from].Start, items[to - 1].End));
                return (Wanted(inside), new Concept(name), null);
            }
        }

        // The words before it fix the kind of what they name: "diagnosis of …", "treatment with …".
        if (PendingType() is not LeafType.Allergy && !IsCode(name, from, to))
        {
            guessed.Add(new TextSpan(items[from].Start, items[to - 1].End));
        }

        if (headUsed && pendingHead is Cue.Allergy or Cue.Treatment && link is Link.Or or Link.Comma or Link.And && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Allergy or LeafType.Treatment } listed && listed.Type == PendingType() && !IsAdverb(word) && !IsLooseAdjective(word) && to - from <= LongestListed)
        {
            // "allergy to bevacizumab or mouse derived proteins": the list goes on.
            return (listed.Type, new Concept(name), null);
        }

        return !headUsed && PendingType() is { } pending && !IsAdverb(word) && !(pending == LeafType.Condition && IsLooseAdjective(word)) && to - from <= 5 ? (pending, new Concept(name), null)
            : pendingWhen?.Relation == TimeRelation.Ever && depth == 0 && exclusion && pendingHead == Cue.None && IsHistory() && !IsAdverb(word) && !IsLooseAdjective(word) && to - from <= 4 ? (LeafType.Condition, new Concept(name), null)
            : (null, new Concept(name), null);
    }

    private static readonly PhraseList OwnCells = KindsOfWords.HalfRead.PhrasesOf("own-cells");

    // "impairment of daily activities", "obstruction of the airways": the phrase behind says what of.
    private bool AsksWhat(int after, string word) => after + 1 < end && items[after].Text is "of" && word.ToLowerInvariant() is "impairment" or "dysfunction" or "disturbance" or "deficiency" or "insufficiency" or "obstruction" or "rupture" or "defect" or "tear" or "involvement";

    // "cardiovascular disease forbidding extracorporeal circulation": a sentence of its own.
    private bool HasVerb(int from, int to)
    {
        for (var i = from + 1; i < to - 1; i++)
        {
            if (items[i].Kind == ItemKind.Unknown && items[i - 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && items[i].Of(text).EndsWith("ing", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A longer phrase in a list says more than a name.</summary>
    private const int LongestListed = 4;

    // "bulimia celiac disease Crohn's disease": a list that lost its commas.
    private bool NamesTwo(int from, int to)
    {
        var whole = 0;
        for (var i = from; i < to; i++)
        {
            whole += items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && items[i].Of(text) is var words && (words.EndsWith("disease", StringComparison.OrdinalIgnoreCase) || words.EndsWith("syndrome", StringComparison.OrdinalIgnoreCase) || words.EndsWith("cancer", StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
        }

        return whole > 1;
    }

    // "AMG 157", "Retisert": a name of its own, as drugs and devices have.
    private bool IsCode(string name, int from, int to) => to == from + 1 && !name.Contains(' ', StringComparison.Ordinal) && text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start).IndexOfAnyInRange('A', 'Z') >= 0 | name.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    // "TB" is bilirubin where a limit follows, and tuberculosis where none does.
    private LexiconEntry SenseOf(Item item, int after)
    {
        var first = item.Match.Entry;
        if (first.LeafType == LeafType.Measurement && item.Match.Entries.Count > 1 && !LimitFollows(after) && !ValueFollows(first, after))
        {
            foreach (var other in item.Match.Entries)
            {
                if (other.LeafType is LeafType.Condition or LeafType.Biomarker)
                {
                    return other;
                }
            }
        }

        return first;
    }

    // "PSA 20 ng/mL": the number is in a unit that the value has.
    private bool ValueFollows(LexiconEntry entry, int index)
    {
        if (index >= end || items[index].Kind != ItemKind.Number || entry.Analyte is null)
        {
            return false;
        }

        ReadValue(index, out var unit, out _, out _);
        return unit is not null && Fits(entry, new Limit(null, null, unit, index + 1, items[index].Start, items[index].End, false));
    }

    // "dupilumab therapy", "insulin treatment": a drug by its own name; "biologic" and "antiviral" are adjectives as well.
    private bool NamesSubstance(Item item) =>
        item is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Treatment, Kind: EntryKind.Drug } entry } && item.Of(text) is var word && (entry.Name == JointTargets || word.Equals(entry.Name, StringComparison.OrdinalIgnoreCase))
        && !word.EndsWith("radiation", StringComparison.OrdinalIgnoreCase) && !Array.Exists(Adjectives, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !word.EndsWith("ic", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ary", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("ent", StringComparison.OrdinalIgnoreCase);

    // "creatinine level", "asthma disease", "statin therapy": the last word adds nothing to the term.
    private (LeafType?, Concept, LexiconEntry?)? TryTail(int from, int to)
    {
        var stop = to;
        while (stop > from + 1 && (items[stop - 1].Kind == ItemKind.Unknown || (items[stop - 1].Kind == ItemKind.Mention && TreatingTails.Contains(items[stop - 1].Of(text)) && (NamesClass(items[stop - 2].Of(text)) || NamesSubstance(items[stop - 2])))) && EmptyTails.Contains(items[stop - 1].Of(text)))
        {
            stop--;
        }

        if (stop == to || items[stop - 1].Kind != ItemKind.Mention || items[stop - 1].Match.Entry is not { LeafType: { } type } entry)
        {
            return null;
        }

        if (type == LeafType.Condition && TreatingTails.Contains(items[to - 1].Of(text)))
        {
            // "asthma treatment" is no asthma.
            return (Wanted(LeafType.Treatment), new Concept(NameOf(from, to, InFull(from, to))), null);
        }

        if (stop == from + 1)
        {
            return Typed(entry);
        }

        return (Wanted(type), new Concept(NameOf(from, stop)), null);
    }

    // "gene or cell therapy", "loss of weight": such a noun alone names no fact.
    private static readonly HashSet<string> SaysNothingAlone = new(StringComparer.OrdinalIgnoreCase)
    {
        "requirement", "requirements", "phase", "severity", "severities", "onset", "duration", "purposes", "indication", "reaction", "reactions",
        "condition", "conditions", "gene", "genes", "loss", "tear", "event", "events", "attack", "attacks", "involvement", "progression", "relapse",
        "recurrence", "tendency", "withdrawal", "section", "delivery", "extraction", "repair", "replacement", "reconstruction", "agent", "agents",
        "cells", "device", "devices", "scan", "scans", "examination", "marker", "markers", "variant", "variants", "expression", "receptor",
        "receptors", "deletion", "fusion", "amplification", "alteration", "alterations", "block", "rupture", "stones", "delay", "disturbance",
        "disturbances", "deficiency", "defect", "defects", "failure", "insufficiency", "impairment", "dysfunction", "obstruction", "compression",
        "retention", "prolongation", "diathesis", "complication", "complications", "involvement", "remission", "crisis", "instability", "inhibitor",
        "inhibitors", "antagonist", "antagonists", "agonist", "agonists", "blocker", "blockers", "analog", "analogs", "analogue", "analogues",
        "inducer", "inducers", "substrate", "substrates", "modulator", "modulators", "regimen", "regimens", "graft", "shunt", "implant", "implants",
    };

    private static readonly HashSet<string> TreatingTails = new(StringComparer.OrdinalIgnoreCase) { "product", "products", "therapy", "therapies", "treatment", "treatments", "medication", "medications", "drugs", "agents", "agent" };

    private static readonly HashSet<string> EmptyTails = new(StringComparer.OrdinalIgnoreCase)
    {
        "level", "levels", "value", "values", "count", "counts", "number", "numbers", "score", "scores", "concentration", "concentrations", "measurement", "measurements",
        "therapy", "treatment", "medication", "medications", "use", "disease", "condition", "diagnosis", "tests", "test", "result", "results",
        "rate", "class", "classification", "status", "scale", "grade", "grades", "stage", "stages", "classes", "category", "agents", "drugs",
        "agent", "treatments", "therapies", "infection",
    };

    private bool IsGivenAntibody(string name) =>
        pendingHead is Cue.Treatment or Cue.Allergy || name.Contains("monoclonal", StringComparison.Ordinal) || name.Contains("anti-", StringComparison.Ordinal) || name.Contains("specific", StringComparison.Ordinal) || name.Contains("therapeutic", StringComparison.Ordinal) || name.Contains("humanized", StringComparison.Ordinal);

    private bool IsHistory() => pendingWhenSpan.Of(text).Contains("history of", StringComparison.OrdinalIgnoreCase) && nodes.Count == 0;

    private static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);

    private LeafType? PendingType() => pendingHead switch
    {
        Cue.Treatment => LeafType.Treatment,
        Cue.Condition => LeafType.Condition,
        Cue.Allergy => LeafType.Allergy,
        Cue.Procedure => LeafType.Procedure,
        Cue.Contraindication => LeafType.Condition,
        _ => null,
    };

    private (LeafType?, Concept, LexiconEntry?) Typed(LexiconEntry entry, string? words = null)
    {
        if (entry.LeafType is not { } own)
        {
            return (null, entry.Concept, entry);
        }

        if (pendingHead == Cue.Treatment && own == LeafType.Condition && pendingHeadItem is { } head && Vaccinations.OccursIn(head.Of(text)))
        {
            // "vaccination against hepatitis B"
            var name = $"{entry.Name} vaccine";
            return lexicon.Find(name) is [{ LeafType: LeafType.Treatment } vaccine, ..] ? (LeafType.Treatment, vaccine.Concept, vaccine) : (LeafType.Treatment, new Concept(name), null);
        }

        if (pendingHead == Cue.Treatment && own == LeafType.Allergy && pendingHeadItem is { } met && Met.OccursIn(met.Of(text)))
        {
            // "exposed to cats", "after ingestion of milk": no treatment, and no allergy for that alone.
            return (null, entry.Concept, entry);
        }

        var type = Wanted(own);
        return pendingHead == Cue.Contraindication ? (LeafType.Condition, new Concept($"{ContraindicationTo}{(words is null ? null : WordingOf(own, words, entry)) ?? entry.Name}"), null) : (type, entry.Concept, entry);
    }

    private static readonly PhraseList Met = new("expos", "ingest", "eat", "consum", "contact", "intake");

    private static readonly PhraseList Vaccinations = new("vaccination", "vaccinated", "immunization", "immunized", "immunisation", "immunised");

    // An allergy is to a drug or a food; treatment with an antibody is a treatment.
    private LeafType Wanted(LeafType own) => pendingHead switch
    {
        Cue.Allergy when own is not (LeafType.Measurement or LeafType.Score) => LeafType.Allergy,
        Cue.Treatment when own is LeafType.Biomarker or LeafType.Allergy => LeafType.Treatment,
        Cue.Contraindication => LeafType.Condition,
        _ => own,
    };

    private string NameOf(int from, int to, string? full = null)
    {
        var start = items[from].Start;
        var words = Plain(full is null ? Spelled(new TextSpan(start, items[to - 1].End)) : SpelledWords.Of(full));
        return pendingHead == Cue.Contraindication && (!headUsed || link is Link.Or or Link.And or Link.Comma) ? $"{ContraindicationTo}{words}" : words;
    }

    private static readonly (string British, string American)[] Spellings =
        [("haem", "hem"), ("aemi", "emi"), ("tumour", "tumor"), ("angio-oedema", "angioedema"), ("lymphoedema", "lymphedema"), ("myxoedema", "myxedema"), ("papilloedema", "papilledema"), (" oedema", " edema"), ("oesoph", "esoph"), ("rrhoea", "rrhea"), ("isation", "ization"), ("paedi", "pedi"), ("leukaem", "leukem"), ("sulph", "sulf"), ("oestr", "estr"), ("behaviour", "behavior"), ("aetiolog", "etiolog"), ("health care", "healthcare")];

    private static readonly PhraseList British = new([.. Spellings.Select(pair => pair.British)]);

    // Without a bracketed abbreviation ("hepatitis C virus (HCV) antibody"), in American spelling.
    private static string Plain(string words)
    {
        for (var open = words.IndexOf(" (", StringComparison.Ordinal); open > 0 && words.IndexOf(')', open) is > 0 and var close; open = words.IndexOf(" (", StringComparison.Ordinal))
        {
            words = words.Remove(open, close + 1 - open);
        }

        foreach (var (british, american) in British.OccursIn(words) ? Spellings : [])
        {
            if (words.Contains(british, StringComparison.Ordinal))
            {
                words = words.Replace(british, american, StringComparison.Ordinal);
            }
        }

        words = words.StartsWith("oedema", StringComparison.Ordinal) ? words[1..] : words;

        return words;
    }
}
