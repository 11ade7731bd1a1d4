using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What is only planned and when, how far a denial and an adjective reach: doubts about the whole of a criterion.</content>
internal sealed partial class IslandParser
{
    private void DoubtWhole()
    {
        LimitBareValues();
        ShareNormal();
        JoinValueWithDisease();
        if (items.Count > 1 && unread.Count == 0)
        {
            DoubtForeseen();
            DoubtDeniedVerbs();
            DoubtTotal();
            DoubtBarePersons();
            DoubtTestOrValue();
            AskContraceptionOfWomen();
            DoubtGroups();
            DoubtRunOn();
        }
    }

    /// <summary>What says that a fact is ahead stands so near before it.</summary>
    private const int LongestPlan = 48;

    private static readonly PhraseList Plans = new("scheduled", "anticipat", "planned", "plans to", "expected", "in need of", "initiate ", "proposed ", "plans for ", "plan to become", "planning to become");

    // "any planned surgery within 12 months": ahead, where "within" alone would be behind.
    private void DoubtForeseen()
    {
        if (!Plans.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start)))
        {
            return;
        }

        var from = items[0].Start;
        foreach (var node in nodes)
        {
            foreach (var leaf in Leaves.Of(node.ToPredicate()))
            {
                var ahead = Math.Max(from, leaf.Span.Start - LongestPlan);
                if (leaf is { Type: LeafType.Treatment or LeafType.Procedure, When: { Relation: TimeRelation.Within, Max: not null } } or { Type: LeafType.Pregnancy, When: { Relation: TimeRelation.Within, Max: not null, Anchor: not (null or "planned") } } && (leaf.Span.Start > ahead && Foresees(text.AsSpan(ahead, leaf.Span.Start - ahead)) || Foresees(leaf.Wording ?? leaf.Concept.Name) || leaf.Qualifiers.Any(one => Foresees(one.Value))))
                {
                    unread.Add(new UnreadWords(leaf.Span, "How soon this is planned is not read."));
                    Doubt(node, leaf.Span, "How soon this is planned is not read.");
                    break;
                }

                from = Math.Max(from, leaf.Span.End);
            }
        }
    }

    private static bool Foresees(ReadOnlySpan<char> words) => Plans.IndexIn(words) is >= 0 and var at && !(at > 1 && words[..at].EndsWith("un", StringComparison.OrdinalIgnoreCase));

    private static readonly PhraseList NewVerb = new("or has ", "and has ", ", has ", "or is ", "and is ", ", is ", "or are ", "and are ", ", are ", "who are ", "who is ", "who has ");

    // "has never taken A or has taken B", "not using contraception, are planning pregnancy": behind a new verb nothing is denied.
    private void DoubtDeniedVerbs()
    {
        if (nodes.TrueForAll(node => node.IsLeaf) || !NewVerb.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start)))
        {
            return;
        }

        foreach (var node in nodes)
        {
            if (node.Whole is { } whole && DeniesVerb(whole))
            {
                unread.Add(new UnreadWords(node.Span, Reasons.DenialReach));
                Doubt(node, node.Span, Reasons.DenialReach);
            }
        }
    }

    private bool DeniesVerb(Predicate predicate) => predicate switch
    {
        Predicate.All all => all.Items.Any(DeniesVerb),
        Predicate.Any any => any.Items.Any(DeniesVerb),
        Predicate.Not { Item: Predicate.Any denied } not => !not.Span.Of(text).StartsWith("no ", StringComparison.OrdinalIgnoreCase) && HoldsVerb(denied.Items),
        _ => false,
    };

    private bool HoldsVerb(ValueList<Predicate> listed)
    {
        for (var i = 1; i < listed.Count; i++)
        {
            var (start, end) = (listed[i - 1].Span.End, listed[i].Span.Start);
            if (end > start && NewVerb.OccursIn(text.AsSpan(start, end - start)))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseList OfWomen = new("female subjects only)", "female participants only)", "female patients only)", "females only)", "female only)", "women only)", "for females)", "for women)", "if female)", "if a woman)");

    // "failure to use birth control (for females)"
    private void AskContraceptionOfWomen()
    {
        if (!exclusion || OfWomen.IndexIn(text.AsSpan(0, textEnd)[items[0].Start..]) is not (>= 0 and var at))
        {
            return;
        }

        var start = items[0].Start + at;
        foreach (var node in nodes)
        {
            if (node.Whole is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Contraception } } unused)
            {
                node.Whole = new Predicate.All([new Predicate.Leaf(LeafType.Sex, new Concept("female")) { Span = new TextSpan(start, start + "female".Length) }, unused]) { Span = node.Span };
            }
        }
    }

    private static readonly string[] RunOnHeadings = [" Surgery:", " Other:", " Biologic therapy:", " Radiotherapy:", " Chemotherapy:", " Endocrine therapy:", " Hormonal therapy:"];

    // "No prior radiotherapy Surgery: no biopsy", several demands without a sign between them; "A. B. C.", drugs that no word joins.
    private void DoubtRunOn()
    {
        var whole = text.AsSpan(items[0].Start, textEnd - items[0].Start);
        foreach (var heading in RunOnHeadings)
        {
            if (whole.IndexOf(heading, StringComparison.Ordinal) is > 0 and var at && char.IsLetterOrDigit(whole[..at].TrimEnd()[^1]))
            {
                Further(new TextSpan(items[0].Start + at + 1, items[0].Start + at + heading.Length), Reasons.Colons);
                return;
            }
        }

        if (!exclusion && nodes.Count > 2 && nodes.TrueForAll(node => node.Link == Link.Strong && (node is { IsLeaf: true, Type: LeafType.Treatment, When: null, Bounds: null } || node.Whole is Predicate.Any any && any.Items.All(item => item is Predicate.Leaf { Type: LeafType.Treatment, When: null }))))
        {
            KeepInPart(nodes[^1], Reasons.NoJoin);
        }
    }

    private static bool AsksBothSexes(Predicate predicate) => predicate switch
    {
        Predicate.All all => (all.Items.Any(item => IsSex(item, "male")) && all.Items.Any(item => IsSex(item, "female"))) || all.Items.Any(AsksBothSexes),
        Predicate.Any any => any.Items.Any(AsksBothSexes),
        Predicate.Not not => AsksBothSexes(not.Item),
        _ => false,
    };

    private static bool IsSex(Predicate predicate, string sex) => predicate is Predicate.Leaf { Type: LeafType.Sex } leaf && leaf.Concept.Name == sex;

    private static readonly PhraseList OfSome = new("patients with", "subjects with", "participants with", "those with", "patients on", "subjects on", "participants on");

    // "…; patients with obstruction must have it corrected": asked of some.
    private void DoubtGroups()
    {
        if (exclusion)
        {
            return;
        }

        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Link: Link.Strong, Type: LeafType.Condition or LeafType.Treatment, Bounds: null } some && text.AsSpan(nodes[i - 1].Span.End, Math.Max(0, some.Span.Start - nodes[i - 1].Span.End)) is var before && OfSome.OccursIn(before)
                && text.AsSpan(some.Span.End, Math.Min(LongestPlan, textEnd - some.Span.End)).Contains("must", StringComparison.OrdinalIgnoreCase))
            {
                KeepInPart(some, Reasons.OfSomeOnly);
            }
        }
    }

    // "HIV infection and a CD4 count below 200": both.
    private void JoinValueWithDisease()
    {
        for (var i = 1; exclusion && i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null, Link: Link.And } value && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Link: Link.Strong })
            {
                value.Link = Link.With;
            }
        }
    }

    // "normal ECG and chest radiograph": each is.
    private void ShareNormal()
    {
        for (var i = 1; !exclusion && i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Procedure, Link: Link.And, AfterVerb: false, Qualifiers.Count: 0, Bounds: null } second && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Procedure } first && first.Qualifiers.Find(one => one is { Kind: QualifierKind.Result, Value: "normal" }) is { Value: not null } normal)
            {
                second.Qualifiers.Add(normal);
            }
        }
    }

    // "spirometry or peak flow with an FEV1 ≥ 80 %": the test alone is not asked for.
    private void DoubtTestOrValue()
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { Link: Link.Or } value && Leaves.Of(value.ToPredicate()).Exists(leaf => leaf is { Type: LeafType.Measurement, Bounds: not null }) && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Procedure, When: null, Entry: { } test } named && IsExamination(test) && !named.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
            {
                KeepInPart(named, Reasons.BelongTogether);
            }
        }
    }

    /// <summary>Longer words tell more than whom they are about.</summary>
    private const int LongestPersons = 60;

    // "infants who should be fed with a formula": a demand of which only the persons were read. "not pregnant or have evidence of non-childbearing potential": of women only.
    private void DoubtBarePersons()
    {
        if (nodes is [{ IsLeaf: true, Type: LeafType.Age or LeafType.Sex, Bounds: null } persons] && textEnd - items[0].Start > LongestPersons)
        {
            KeepInPart(persons, Reasons.PassedOver);
        }

        if (!exclusion && NoEvidence.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start)))
        {
            KeepInPart(nodes[^1], "It is not clear whom this is asked of.");
        }
    }

    private static readonly PhraseList NoEvidence = new("pregnant at screening or have evidence of non");

    // "total or near-total thyroidectomy", "total or partial": elsewhere the word says nothing.
    private void DoubtTotal()
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is { Kind: ItemKind.Cue, Cue: Cue.Filler, Text: "total" } total && (items[i + 1].Cue is Cue.Or || items[i + 1].IsSign('/')) && nodes.Find(node => node.Span.Start > total.Start) is { } node)
            {
                unread.Add(new UnreadWords(total.Span, "What this is said of is not clear."));
                Doubt(node, total, "What this is said of is not clear.");
            }
        }
    }
}
