namespace Trialist.Criteria.Islands;

/// <content>What becomes of a fact when it is added to those before it.</content>
internal sealed partial class IslandParser
{
    private void Add(Node node)
    {
        contraceptionSaid |= node.Type == LeafType.Contraception;
        CountMeans(node);
        if (node is { IsLeaf: true, Type: LeafType.Age, Bounds: null } && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Age, Bounds: null } whom && whom.Concept.Name == node.Concept.Name)
        {
            // "infants and children": one group.
            whom.Span = whom.Span.Union(node.Span);
            return;
        }

        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Measurement or LeafType.Count } && node.Concept.Name is "allowed" or "permitted" or "acceptable" or "required" or "needed" or "present" or "eligible" or "times" or "predictive" or "predicted" or "predicted value" or "normal value" or "screening" or "baseline" or "enrollment" or "enrolment" or "entry" or "randomization" or "visit")
        {
            MakeUnread(node, Reasons.NumberOfNothing);
        }

        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Count, Bounds: not null } && !node.Concept.Name.Contains(' ', StringComparison.Ordinal) && !node.Concept.Name.EndsWith('s') && !lexicon.Find(node.Concept.Name).Any(known => known.LeafType is not null))
        {
            KeepInPart(node, "It is not clear what is counted.");
        }

        if (IsFurtherMeans(node))
        {
            return;
        }

        if (IsMeansOfMeasuring(node))
        {
            passed.Add(node.Span);
            link = Link.Adjacent;
            return;
        }

        SayEarlier(node);
        ShareAnti(node);
        DoubtGenericName(node);
        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Measurement, Bounds: { } bounds })
        {
            node.Type = NamedType(node.Concept.Name, bounds.Unit);
        }

        if (GoesIntoClassed(node) || IsAllergenOfTherapy(node) || TakesAllergen(node) || SaysAgainBehind(node))
        {
            return;
        }

        if (node is { IsLeaf: true, Type: LeafType.Language } && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Behaviour, Concept.Name: "literacy", Bounds: null } literate)
        {
            // "literate in Danish": the language says it.
            (node.Span, link) = (node.Span.Union(literate.Span), literate.Link);
            nodes.RemoveAt(nodes.Count - 1);
        }

        if (GoesIntoLast(node))
        {
            if (node.Type == LeafType.Consent && node.Concept.Name.Length > nodes[^1].Concept.Name.Length)
            {
                // "consents … in writing": the longer name says how.
                (nodes[^1].Concept, nodes[^1].Entry) = (node.Concept, node.Entry);
            }

            nodes[^1].Span = nodes[^1].Span.Union(node.Span);
            return;
        }

        if (node.IsGroup && node.Type == LeafType.Condition && link == Link.Or && !exclusion && depth == 0 && nodes.Count > 0 && nodes[^1] is not { IsGroup: true })
        {
            // "… within 7 days or at baseline in women of childbearing potential"
            Doubt(node, node.Span, "It is not clear whom this is asked of.");
        }

        if (IsSameStatus(node))
        {
            // "Karnofsky or Lansky performance score"
            nodes[^1].Span = nodes[^1].Span.Union(node.Span);
            return;
        }

        if (node is { IsLeaf: true, Type: LeafType.Behaviour, Bounds: not null } && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Behaviour, Bounds: null } named && named.Concept.Name == node.Concept.Name)
        {
            // "smoking > 10 cigarettes per day" says it once.
            (named.Bounds, named.Span) = (node.Bounds, named.Span.Union(node.Span));
            return;
        }

        if (node is { IsLeaf: true, Type: LeafType.Treatment, Bounds: not null, Qualifiers.Count: 0 } && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Treatment, Bounds: null, Except: null } drug && drug.Concept == node.Concept && (drug.When is null || drug.When == node.When))
        {
            // "steroids at more than 10 mg/d of prednisone": how much of the drug before it.
            (drug.Bounds, drug.When, drug.Span) = (node.Bounds, node.When, drug.Span.Union(node.Span));
            return;
        }

        if (node is { IsBare: true, Entry.Name: "sbp" or "dbp" } && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null, Concept.Name: BloodPressure } pressure && !(at < end && LimitFollows(at)))
        {
            // "blood pressure > 160 mmHg systolic"
            (pressure.Concept, pressure.Entry, pressure.Span) = (node.Concept, node.Entry, pressure.Span.Union(node.Span));
            return;
        }

        if (exclusion && link == Link.Adjacent && node is { IsLeaf: true, Type: LeafType.Age, Bounds.Min: { } low } && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Age, Bounds: { Min: null, Max: { } high } } && high.Value < low.Value)
        {
            // "age < 5 years > 18 years": nobody is both.
            link = Link.Or;
        }

        MarkIntolerance(node);
        ShareAllergen(node);
        ShareSeverity(node);
        DoubtSubstance(node);
        ShareAbuse(node);
        ShareAllergy(node);
        ShareContraindication(node);
        node = DoubtedState(node);
        if (IsBareNoun(node))
        {
            // "psychiatric illness or disorder": the second noun shares the first one's adjective.
            passed.Add(node.Span);
            link = Link.Adjacent;
            return;
        }

        if (!exclusion && depth == 0 && link == Link.Adjacent && node is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } && nodes is [.., { IsLeaf: true, Bounds: not null, Type: LeafType.Score or LeafType.Measurement } limited] && nodes.Count > 1
            && node.Span.Start > limited.Span.End && text.AsSpan(limited.Span.End, node.Span.Start - limited.Span.End).Trim() is "in")
        {
            // "platelets ≥ 75, and Child-Pugh A in HCC": asked of those who have it.
            var asked = limited.ToPredicate();
            limited.Whole = new Predicate.Any([new Predicate.Not(node.ToPredicate()) { Span = node.Span }, asked]) { Span = limited.Span.Union(node.Span) };
            limited.Span = limited.Whole.Span;
            return;
        }

        if (!exclusion && node is { IsLeaf: true, Type: LeafType.Condition, Concept.Name: "non-childbearing potential" } && link is Link.Adjacent or Link.With && nodes is [.., { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "male or female" }])
        {
            // "males or females of non-childbearing potential": said of the women.
            var women = new Predicate.Not(new Predicate.Leaf(LeafType.Sex, new Concept("female")) { Span = node.Span }) { Span = node.Span };
            node.Whole = new Predicate.Any([women, node.ToPredicate()]) { Span = node.Span };
        }

        if (node is { IsLeaf: true, Type: LeafType.Participation } && nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Participation } same)
        {
            // "participated in another interventional study" says it once.
            same.Span = same.Span.Union(node.Span);
            same.Wording ??= node.Wording;
            return;
        }

        if (node.When is not null && ReferenceEquals(node.When, pendingWhen))
        {
            passed.Add(pendingWhenSpan);
        }

        node.SharesNoun |= node.IsLeaf && (nounGoesOn || (link == Link.Or && nodes.Count > 0 && node.Type is LeafType.Condition or LeafType.Procedure && nodes[^1] is { IsLeaf: true, Bounds: null } tight && tight.Type == node.Type && node.Span.Start == tight.Span.End + 1 && text[tight.Span.End] == '/'));
        nounGoesOn = false;
        node.Link = nodes.Count == 0 || BeginsAfresh(node) ? Link.Strong : link;
        node.AfterComma = sawComma;
        node.AfterVerb = sawVerb;
        node.Touches = link == Link.Adjacent && nodes.Count > 0 && Touches(nodes[^1].Span.End, node.Span.Start);
        node.Relation = link == Link.Adjacent && nodes.Count > 0 ? RelationIn(nodes[^1].Span.End, node.Span.Start) : Relation.None;
        sawVerb = false;
        sawComma = false;
        nodes.Add(Doubted(node));
        link = Link.Adjacent;
    }

    // "LVEF ≥ 50 % by MUGA scan or echocardiogram": how it is measured, and no test that has to be done.
    private bool IsMeansOfMeasuring(Node node) =>
        node is { IsLeaf: true, Type: LeafType.Procedure, When: null, Qualifiers.Count: 0, Entry: { } test } && (test.Name == "imaging" || IsTest(test)) && link is Link.Adjacent or Link.Or
        && nodes is [.., { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null } measured] && node.Span.Start > measured.Span.End
        && node.Span.Start - measured.Span.End < FarthestMeans && StartsWithAny(text[measured.Span.End..node.Span.Start].TrimStart(), Means);

    private const int FarthestMeans = 100;

    private static readonly string[] Means = ["by ", "using ", "via ", "measured by ", "as measured by ", "assessed by ", "as assessed by ", "determined by ", "as determined by "];

    private const string AllergenImmunotherapy = "allergen immunotherapy";

    // "immunotherapy with birch pollen": what is given, and no allergy of its own.
    private bool IsAllergenOfTherapy(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Allergy, Entry.Kind: Terminology.EntryKind.Allergen } && pendingHead != Vocabulary.Cue.Allergy && link is Link.Or or Link.And && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Treatment, Entry: null } named && named.Concept.Name.EndsWith($" {AllergenImmunotherapy}", StringComparison.Ordinal))
        {
            // "immunotherapy with cat or dust mite"
            var other = named.Copy();
            (other.Concept, other.Span) = (new Concept(TherapyWith(node.Wording ?? node.Concept.Name, AllergenImmunotherapy)), node.Span);
            other.Qualifiers.AddRange(named.Qualifiers);
            Add(other);
            return true;
        }

        if (node is not { IsLeaf: true, Type: LeafType.Allergy } || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Treatment, Concept.Name: "immunotherapy" or AllergenImmunotherapy } therapy
            || text.AsSpan(therapy.Span.End, Math.Max(0, node.Span.Start - therapy.Span.End)).Trim() is not ("with" or "to" or "against" or "for" or "using"))
        {
            return false;
        }

        // Immunotherapy with another allergen is not meant, so that the wider concept would say too much.
        (therapy.Entry, therapy.Concept, therapy.Wording) = (null, new Concept(TherapyWith(node.Wording ?? node.Concept.Name, AllergenImmunotherapy)), null);
        therapy.Span = therapy.Span.Union(node.Span);
        return true;
    }
}
