using Trialist.Matching.Windows;

namespace Trialist.Matching.Leaves;

/// <summary>A leaf that asks whether something is or was there: a disease, a treatment, a procedure, a marker.</summary>
internal static class OccurrenceRule
{
    /// <summary>What one related fact says about the leaf.</summary>
    internal readonly record struct Testimony(Fact Fact, Kinship Kinship, Truth Truth, bool Denies, bool Exempt, string? Note);

    public static Finding Decide(Predicate.Leaf leaf, Predicate? exempted, PreparedPerson person)
    {
        List<Testimony>? heard = null;
        var (affirmed, denied, isOpen) = (false, false, false);
        foreach (var one in person.About(leaf))
        {
            var testimony = Hear(leaf, exempted, one, person);
            (heard ??= []).Add(testimony);
            affirmed |= testimony is { Denies: false, Truth: Truth.True };
            denied |= testimony is { Denies: true, Truth: Truth.True };
            isOpen |= testimony.Truth == Truth.Unknown;
        }

        if (heard is null)
        {
            return Silence(leaf, person);
        }

        return affirmed ? Affirmed(leaf, heard)
            : denied ? Denied(leaf, heard)
            : isOpen ? Open(leaf, heard)
            : Otherwise(leaf, heard, person);
    }

    private static Finding Affirmed(Predicate.Leaf leaf, List<Testimony> heard)
    {
        var affirming = heard.FindAll(one => one is { Denies: false, Truth: Truth.True });
        var contradicted = heard.FindAll(denial => denial is { Denies: true, Truth: Truth.True } && affirming.TrueForAll(one => !IsLater(one.Fact, denial.Fact)));
        return contradicted.Count == 0
            ? new Finding(Truth.True) { Facts = Facts(affirming), Note = affirming[0].Note }
            : Finding.Unknown(leaf.Concept.Name, "the record both affirms and denies it", [.. Facts(affirming), .. Facts(contradicted)]);
    }

    private static Finding Denied(Predicate.Leaf leaf, List<Testimony> heard)
    {
        var denying = heard.FindAll(one => one is { Denies: true, Truth: Truth.True });
        var against = heard.FindAll(one => one is { Denies: false, Truth: Truth.Unknown, Kinship: not Kinship.Broader });
        return against.Count == 0
            ? new Finding(OfNone(leaf)) { Facts = Facts(denying) }
            : Finding.Unknown(leaf.Concept.Name, against[0].Note ?? "the record both affirms and denies it", [.. Facts(against), .. Facts(denying)]);
    }

    private static Finding Open(Predicate.Leaf leaf, List<Testimony> heard)
    {
        var open = heard.FindAll(one => one.Truth == Truth.Unknown);
        return Finding.Unknown(leaf.Concept.Name, open[0].Note, Facts(open));
    }

    private static Finding Otherwise(Predicate.Leaf leaf, List<Testimony> heard, PreparedPerson person)
    {
        var exempt = heard.FindAll(one => one.Exempt);
        if (exempt.Count > 0)
        {
            return new Finding(Truth.False) { Facts = Facts(exempt), Note = "lifted by the exception" };
        }

        var differing = heard.FindAll(one => one is { Denies: false, Truth: Truth.False });
        return differing.Count > 0 ? new Finding(Truth.False) { Facts = Facts(differing), Note = differing[0].Note } : Silence(leaf, person);
    }

    private static Finding Silence(Predicate.Leaf leaf, PreparedPerson person) =>
        person.Settings.AssumeComplete.Contains(leaf.Type) && leaf.When?.Relation is not (TimeRelation.After or TimeRelation.During)
            ? new Finding(OfNone(leaf)) { Assumed = "silence of the record read as no" }
            : Finding.Unknown(leaf.Concept.Name);

    // None at all is grade zero, dose zero, count zero: "neuropathy of at most grade 1" holds for whoever has none.
    internal static Truth OfNone(Predicate.Leaf leaf) =>
        (leaf.Bounds is { } bounds && bounds.Admits(0)) || AsksForAbsence(leaf) ? Truth.True : Truth.False;

    private static bool AsksForAbsence(Predicate.Leaf leaf) =>
        leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Result && one.Value is "negative" or "absent" or "wild type" or "undetectable");

    /// <summary>True when kinds of the concept may not be what the words mean. Nothing else in how a fact is heard depends on what the leaf is about, but for limits and exceptions.</summary>
    internal static bool IsGeneral(Predicate.Leaf leaf) => leaf.Concept.Name is "disease" or "symptom" or "systemic disease";

    internal static Testimony Hear(Predicate.Leaf leaf, Predicate? exempted, RelatedFact related, PreparedPerson person)
    {
        var (fact, kinship) = related;
        if (fact.Presence == Presence.Uncertain)
        {
            return new Testimony(fact, kinship, Truth.Unknown, false, false, "the record leaves it open");
        }

        return fact.Presence == Presence.Absent ? Deny(leaf, fact, kinship, person) : Affirm(leaf, exempted, fact, kinship, person);
    }

    private static Testimony Deny(Predicate.Leaf leaf, Fact fact, Kinship kinship, PreparedPerson person)
    {
        // No pneumonia does not mean no infection, and no severe asthma does not mean no asthma.
        if (kinship == Kinship.Narrower || (fact.Qualifiers.Any(one => !Asks(leaf, one)) && !IsDeniedThroughout(leaf, fact, person)))
        {
            return new Testimony(fact, kinship, Truth.False, true, false, null);
        }

        // Nor does "no substance use disorder" mean that nothing is smoked.
        if (kinship == Kinship.Broader && leaf.Type == LeafType.Behaviour && fact.Type != LeafType.Behaviour)
        {
            return new Testimony(fact, kinship, Truth.False, true, false, null);
        }

        if (leaf.When is { Relation: TimeRelation.After } or { Relation: TimeRelation.During, Min: null, Max: null })
        {
            return new Testimony(fact, kinship, Truth.Unknown, true, false, "asks about what has not happened yet");
        }

        var age = fact.Date is { } date ? person.Settings.AsOf.DayNumber - date.Earliest.DayNumber : 0;
        return age <= ShelfLife.OfDenial(leaf.Type)
            ? new Testimony(fact, kinship, Truth.True, true, false, null)
            : new Testimony(fact, kinship, Truth.Unknown, true, false, $"denied on {fact.Date}, {age} days ago");
    }

    // "No steroids in the last 4 weeks" denies what began after the day that the denial reaches back to, and nothing before it.
    private static bool IsDeniedThroughout(Predicate.Leaf leaf, Fact fact, PreparedPerson person) =>
        fact.Start is { } since && leaf.When is { Relation: TimeRelation.Within or TimeRelation.During, Max: not null } window && Anchors.IsTheMatch(window.Anchor) &&
        fact.Qualifiers.All(one => one is { Kind: QualifierKind.Status, Value: "active" } || Asks(leaf, one)) &&
        Reach.Within(window, person.Settings.AsOf).Opens.First >= since.Latest.DayNumber;

    // "No active infection" denies what is there now, whether the words ask for "active" or for "currently".
    private static bool Asks(Predicate.Leaf leaf, Qualifier narrowed) =>
        leaf.Qualifiers.Any(asked => asked.Kind == narrowed.Kind && QualifierWords.Implies(narrowed.Kind, asked.Value, narrowed.Value)) ||
        (narrowed is { Kind: QualifierKind.Status, Value: "active" } && leaf.When is { Relation: TimeRelation.Current });

    private static Testimony Affirm(Predicate.Leaf leaf, Predicate? exempted, Fact fact, Kinship kinship, PreparedPerson person)
    {
        var (inTime, timeNote) = Occurrence.Lies(fact, leaf.When, person.Settings.AsOf);
        var fit = QualifierFit.Of(leaf.Qualifiers, fact);
        var grade = Graded(leaf, fact, person.Vocabulary);
        var truth = inTime.And(fit.Truth).And(grade.Truth);
        var note = truth == Truth.True ? null : inTime == truth ? timeNote ?? (truth == Truth.False ? "outside the window" : "not known whether it lies in the window") : fit.Truth == truth ? fit.Note : grade.Note;
        if (truth == Truth.False)
        {
            return new Testimony(fact, kinship, Settles(kinship, inTime, fit) ? Truth.False : Truth.Unknown, false, false, note);
        }

        if (kinship == Kinship.Broader)
        {
            return new Testimony(fact, kinship, Truth.Unknown, false, false, $"recorded only as {fact.Concept.Name}");
        }

        // "Any disease that …": whichever the person has, it need not be one that is meant.
        if (kinship == Kinship.Narrower && IsGeneral(leaf))
        {
            return new Testimony(fact, kinship, Truth.Unknown, false, false, "too general to say which is meant");
        }

        // Code systems file tobacco and alcohol under disorders of the mind; who smokes need not have one.
        if (fact.Type == LeafType.Behaviour && leaf.Type != LeafType.Behaviour && kinship == Kinship.Narrower)
        {
            return new Testimony(fact, kinship, Truth.Unknown, false, false, $"recorded only as {fact.Concept.Name}");
        }

        return Exemption.Of(exempted, fact, person) switch
        {
            Truth.True => new Testimony(fact, kinship, Truth.False, true, true, null),
            Truth.Unknown => new Testimony(fact, kinship, Truth.Unknown, false, false, "the exception may apply"),
            Truth.False => new Testimony(fact, kinship, truth, false, false, note),
        };
    }

    // The same disease known in another stage, or the same drug known to have ended, decides. A kind of it does so only for the
    // stage of a tumour: who had one infection last year may have another one now.
    private static bool Settles(Kinship kinship, Truth inTime, QualifierFit fit) => kinship switch
    {
        Kinship.Same => true,
        Kinship.Narrower => inTime != Truth.False && fit is { Truth: Truth.False, Kind: QualifierKind.Stage },
        Kinship.Broader or Kinship.None => false,
    };

    private static Comparison Graded(Predicate.Leaf leaf, Fact fact, IVocabulary vocabulary)
    {
        if (leaf.Bounds is not { } bounds)
        {
            return new Comparison(Truth.True, false, null, null);
        }

        if (fact.Value is null && fact.Qualifiers.FirstOrDefault(one => one.Kind == QualifierKind.Grade).Value is { } grade && decimal.TryParse(grade, out var number))
        {
            return new Comparison(bounds.Admits(number) ? Truth.True : Truth.False, false, null, $"recorded as grade {grade}");
        }

        return Comparison.Of(fact, bounds, leaf.Concept, vocabulary);
    }

    private static bool IsLater(Fact affirming, Fact denial) =>
        denial.Date is { } denied && (affirming.Date ?? affirming.Start) is { } affirmed && affirmed.Earliest > denied.Latest;

    private static Fact[] Facts(List<Testimony> heard) => heard.Count == 1 ? [heard[0].Fact] : [.. heard.Select(one => one.Fact).Distinct()];
}
