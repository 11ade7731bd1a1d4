using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Doubts that only the whole of a criterion raises: what a word in front, behind or in a bracket says of several facts.</content>
internal sealed partial class IslandParser
{
    /// <summary>What kind of study is meant stands at most so many characters behind it.</summary>
    private const int LongestStudyKind = 60;

    private static readonly PhraseList StudyKinds = new("with an investig", "with investig", "of an investig", "of investig", "involving", "with an experimental", "of an experimental", "with a drug", "of a drug", "with an intervention", "testing", "with a medic", "with a device");

    // One of these or a bracket is in every criterion that is doubted here; most criteria hold none.
    private static readonly PhraseList Reaching = new("lack", "family", "includ", "discontinu", "stop ", "stopping ", "like ", "such as", "e.g", "titer", "titre", "exacerbation", "highly effective", "investig", "involving", "experimental", "intervention", "testing", "use any", "to use", "allowed ", "permitted ", "with a device", "with a medic", "with a drug", "of a drug", "cohort", "ingredient", "component", "analog", "derivative", "metabolite", "mixed ", "acute", "inactive", "recent", "treated", "dependence on", "dependency on", "addict", "criteria for", "incurable", "required", "causing", "associated with", "varies", "extending", "preceding", "inadequately", "newly", "excipient", "reatable", "onor", "sensitivit", "ositiv", "egativ", "ormal", "expression", "rogressi", "elaps", "ecurren", "etastatic", "high suspicion", "eligible", " adequately ", "risk", "to have ", "must ", "should ", "when ", " than ", "scan", "time period", "within longer", "certain ", "duration", "for a period", "secondary to", "due to", "ymptoms of");

    private void DoubtReach()
    {
        if (nodes.Count == 0)
        {
            return;
        }

        var all = text.AsSpan(items[0].Start, textEnd - items[0].Start);
        if (!all.Contains('(') && !Reaching.OccursIn(all))
        {
            return;
        }

        DoubtMixtures();
        ShareSymptoms(all);
        var demands = DemandWords.OccursIn(all);
        Predicate.Leaf? before = null;
        var leaves = new List<Predicate.Leaf>();
        foreach (var node in nodes)
        {
            leaves.Clear();
            Leaves.AddOfWords(node.ToPredicate(), leaves);
            if (depth == 0 && node.Whole is Predicate.All or Predicate.Any && LacksAmongMembers(node.Whole))
            {
                Doubt(node, node.Span, Reasons.Reach);
            }

            if (node.Whole is Predicate.Not { Item: Predicate.Any } && SaysLack(node) && leaves.Exists(leaf => leaf.Concept != leaves[0].Concept))
            {
                // "lack of insight or compliance": one of the two is enough.
                Doubt(node, node.Span, Reasons.Reach);
            }

            foreach (var leaf in leaves)
            {
                if (before is not null && ReachesOver(before, leaf))
                {
                    // The first of "family history of A, B or C" stands before each of them.
                    Doubt(node, leaf.Span, Reasons.Reach);
                    continue;
                }
                else if (WhyDoubtful(leaf, demands) is { } reason)
                {
                    Doubt(node, leaf.Span, reason);
                }

                before = leaf;
            }
        }
    }

    // "diseases (cancer, lack of compliance and psychological disorders)"
    private bool LacksAmongMembers(Predicate whole) => whole switch
    {
        Predicate.All all => all.Items.Any(LacksAmongMembers),
        Predicate.Any any => any.Items.Any(LacksAmongMembers),
        Predicate.Not { Item: Predicate.Any or Predicate.All } not => text.AsSpan(0, not.Item.Span.Start).TrimEnd().EndsWith("lack of", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static readonly Qualifier Symptomatic = new(QualifierKind.Status, "symptomatic");

    // "symptoms of asthma or rhinitis": of each of them.
    private void ShareSymptoms(ReadOnlySpan<char> all)
    {
        // Hardly any words are of symptoms: that is asked of what was read, which is quicker than looking through them.
        if (!nodes.Exists(node => node.Whole is Predicate.Not || node.Qualifiers.Contains(Symptomatic)) || !all.Contains("ymptoms of", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var node in nodes)
        {
            if (node.Whole is Predicate.Not { Item: Predicate.Any { Items: [Predicate.Leaf { Type: LeafType.Condition } head, ..] listed } any } not && head.Qualifiers.Contains(Symptomatic) && text.AsSpan(items[0].Start, head.Span.End - items[0].Start).Contains("ymptoms of", StringComparison.OrdinalIgnoreCase))
            {
                // "no symptoms of A or B"
                node.Whole = not with { Item = any with { Items = listed.Select(item => item is Predicate.Leaf { Type: LeafType.Condition } leaf && !leaf.Qualifiers.Contains(Symptomatic) ? leaf with { Qualifiers = leaf.Qualifiers.Append(Symptomatic).ToValueList() } : item).ToValueList() } };
            }
        }

        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Condition, Link: Link.Or or Link.And or Link.Comma } listed && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Condition } before && before.Qualifiers.Contains(Symptomatic)
                && !listed.Qualifiers.Contains(Symptomatic) && SaysSymptoms(before, listed))
            {
                listed.Qualifiers.Add(Symptomatic);
            }
        }
    }

    // The phrase stands before the first of the list, and none of it begins anew.
    private bool SaysSymptoms(Node before, Node listed) =>
        text.AsSpan(items[0].Start, before.Span.End - items[0].Start).Contains("ymptoms of", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(before.Span.End, Math.Max(0, listed.Span.Start - before.Span.End)).Contains(" of ", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(before.Span.End, Math.Max(0, listed.Span.Start - before.Span.End)).ContainsAny(".;");

    // "mixed cholangiocarcinoma and hepatocellular carcinoma": one tumour of two kinds.
    private void DoubtMixtures()
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Condition, Link: Link.And } other && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Condition } mixed && (mixed.Wording ?? mixed.Concept.Name).StartsWith("mixed ", StringComparison.Ordinal) && !(other.Wording ?? other.Concept.Name).StartsWith("mixed ", StringComparison.Ordinal))
            {
                Doubt(other, mixed.Span, Reasons.Together);
            }
        }
    }

    // One of these is in every text of whose facts one holds a demand.
    private static readonly PhraseList DemandWords = new("to have", "must", "should", "when", "more severe than");

    private static readonly PhraseList HoldsDemand = new(" to have ", " must ", " should ", " when ", "more severe than");

    // Words that stand in no name of a value.
    private static readonly PhraseList OddValues = new("required", "expected", "causing", "associated with", "varies", "extending", "preceding", "inadequately", "newly diagnosed", "operable tumor", "together", "out");

    private static readonly PhraseList DependsOn = new("dependence on", "dependency on", "addiction to", "addicted to");

    // "planning to discontinue contraceptive precautions"
    private static readonly PhraseList EndsContraception = new("discontinu", "stop ", "stopping ");

    private const int LongestEnding = 24;

    private bool SaysLack(Node node) =>
        text.AsSpan(items[0].Start, Math.Max(0, node.Span.Start - items[0].Start)).TrimEnd().EndsWith("lack of", StringComparison.OrdinalIgnoreCase) || node.Span.Of(text).StartsWith("lack", StringComparison.OrdinalIgnoreCase);

    // "family history of diabetes or another autoimmune disease"; "uncontrolled allergies, including sinusitis".
    private bool ReachesOver(Predicate.Leaf leaf, Predicate.Leaf next)
    {
        if (next.Span.Start < leaf.Span.End)
        {
            return false;
        }

        var between = text.AsSpan(leaf.Span.End, next.Span.Start - leaf.Span.End);
        if (leaf.Qualifiers.Any(one => one is { Kind: QualifierKind.Subject, Value: "donor" }) && !next.Qualifiers.Any(one => one.Kind == QualifierKind.Subject))
        {
            // "donor pregnant or lactating"
            return true;
        }

        if (next.Type != LeafType.Condition)
        {
            return false;
        }

        if (leaf.Type == LeafType.Condition && Examples.OccursIn(between) && leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Role && EndsInCause(one.Value)) && !next.Qualifiers.Any(one => one.Kind == QualifierKind.Role))
        {
            // "tremor due to diseases such as hypothyroidism": the example is of the cause.
            return true;
        }

        var ofFamily = (leaf.Qualifiers.Any(IsFamily) || leaf.Concept.Name.Contains("family history", StringComparison.Ordinal)) && !next.Qualifiers.Any(one => one.Kind == QualifierKind.Subject) && !between.Contains("history", StringComparison.OrdinalIgnoreCase) && between.IndexOfAny(".;") < 0;
        return ofFamily || (next.Qualifiers.IsEmpty && leaf.Type == LeafType.Condition && IsExampleOfState(leaf, next, between));
    }

    private static bool EndsInCause(string role) =>
        (role.StartsWith("secondary to ", StringComparison.Ordinal) || role.StartsWith("due to ", StringComparison.Ordinal) || role.StartsWith("caused by ", StringComparison.Ordinal))
        && (role.EndsWith("diseases", StringComparison.Ordinal) || role.EndsWith("disorders", StringComparison.Ordinal) || role.EndsWith("conditions", StringComparison.Ordinal) || role.EndsWith("causes", StringComparison.Ordinal) || role.EndsWith("factors", StringComparison.Ordinal) || role.EndsWith("illnesses", StringComparison.Ordinal));

    // An example of what is in a state may be meant only in that state; an event is in none.
    private bool IsExampleOfState(Predicate.Leaf leaf, Predicate.Leaf next, ReadOnlySpan<char> between)
    {
        var includes = between.Contains("includ", StringComparison.OrdinalIgnoreCase);
        var named = includes || Examples.OccursIn(between) || between.Trim() is "(";
        return (named && leaf.Bounds is not null && next.Bounds is null)
            || (named && !Events.Contains(LastWord(next.Span)) && leaf.Qualifiers.Any(one => one is { Kind: QualifierKind.Status, Value: not ("chronic" or Suspected) } && IsState(one)))
            || (includes && leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Severity));
    }

    private static readonly PhraseList Examples = new("such as", "e.g", "for example");

    // "allergy to the analogues": of which drug is not said.
    private static bool IsPartAlone(Predicate.Leaf leaf) => leaf.Concept.Name != "study drug" && (leaf.Wording ?? leaf.Concept.Name) is "ingredient" or "component" or "analogue" or "analog" or "derivative" or "metabolite" or "formulation" or "excipient" && !leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Role);

    private static bool IsFamily(Qualifier qualifier) => qualifier is { Kind: QualifierKind.Subject, Value: "family" };

    private string? WhyDoubtful(Predicate.Leaf leaf, bool demands)
    {
        return leaf switch
        {
            { Type: LeafType.Contraception } when EndsContraception.OccursIn(leaf.Wording ?? leaf.Concept.Name) || EndsContraception.OccursIn(text.AsSpan(Math.Max(items[0].Start, leaf.Span.Start - LongestEnding), Math.Min(LongestEnding, leaf.Span.Start - items[0].Start))) => "That this ends is not read.",
            { Type: LeafType.Treatment } when leaf.Concept.Name.StartsWith("allowed ", StringComparison.Ordinal) || leaf.Concept.Name.StartsWith("permitted ", StringComparison.Ordinal) => Reasons.OnlyAllowed,
            { Type: LeafType.Treatment } when leaf.Concept.Name.StartsWith("use ", StringComparison.Ordinal) || leaf.Concept.Name.StartsWith("discontinue ", StringComparison.Ordinal) => Reasons.TooGeneral,
            { Type: LeafType.Treatment } when leaf.Qualifiers.Any(one => one.Value is "untreated") => "It is not clear whether the treatment or the person is meant.",
            { Type: LeafType.Treatment } when leaf.Concept.Name.StartsWith("certain ", StringComparison.Ordinal) => Reasons.TooGeneral,
            { Type: LeafType.Treatment or LeafType.Procedure } when leaf.Qualifiers.Any(one => one.Value is "incurable" or "treatable" or "untreatable") || text.AsSpan(Math.Max(items[0].Start, leaf.Span.Start - LongestEnding), Math.Min(LongestEnding, leaf.Span.Start - items[0].Start)).TrimEnd().EndsWith("criteria for", StringComparison.OrdinalIgnoreCase) => "It is not clear what is said of this.",
            { Type: LeafType.Measurement or LeafType.Score, Bounds: not null } when OddValues.OccursIn(LeafName.Of(leaf)) => "It is not clear what this limit is said of.",
            { Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } when demands && HoldsDemand.OccursIn($" {LeafName.Of(leaf)} ") => "These words make a demand, and name nothing.",
            { Type: LeafType.Treatment } when leaf.Qualifiers.Any(one => one is { Kind: QualifierKind.Status, Value: "progressive" or "recurrent" or "relapsed" or "metastatic" or "unresectable" or "uncontrolled" }) => "It is not clear what is said of this.",
            { Type: LeafType.Treatment } when leaf.Qualifiers.Any(one => one is { Kind: QualifierKind.Result, Value: "positive" or "negative" or "normal" or "abnormal" }) => "It is not clear what is said of this.",
            { Type: LeafType.Treatment } when leaf.Concept.Name.EndsWith(" sensitivity", StringComparison.Ordinal) => "It is not clear what is said of this.",
            { Type: LeafType.Behaviour, Bounds: null } when leaf.Qualifiers.Any(one => one is { Kind: QualifierKind.Result, Value: "elevated" }) => "It is not clear what is said of this.",
            { Type: LeafType.Measurement } when leaf.Qualifiers.Any(one => one.Value is "high risk" or "low risk") => "It is not clear what is said of this.",
            { Type: LeafType.Condition } when LeafName.Of(leaf).Contains(" adequately treated", StringComparison.Ordinal) => Reasons.NameEnds,
            { Type: LeafType.Treatment, Concept.Name: "period" } => Reasons.TooGeneral,
            { Type: LeafType.Treatment } when DependsOn.OccursIn(text.AsSpan(Math.Max(items[0].Start, leaf.Span.Start - LongestEnding), Math.Min(LongestEnding, leaf.Span.Start - items[0].Start))) => "That someone depends on it is not read.",
            { Type: LeafType.Measurement, Bounds.Unit: "mm" or "cm" } when (leaf.Wording ?? leaf.Concept.Name) is var value && value.Contains("scan", StringComparison.Ordinal) => "It is not said, or was not understood, what of.",
            { Type: LeafType.Treatment, Concept.Name: "drug" } when text.AsSpan(0, leaf.Span.Start).EndsWith("like ", StringComparison.OrdinalIgnoreCase) => "What these are like is not understood.",
            { Type: LeafType.Allergy } when (leaf.Wording ?? leaf.Concept.Name).StartsWith("active inactive", StringComparison.Ordinal) || (leaf.Wording ?? leaf.Concept.Name).StartsWith("inactive", StringComparison.Ordinal) && leaf.Qualifiers.Any(one => one.Value is "active") => "Nothing is both active and inactive.",
            { Type: LeafType.Allergy } when IsPartAlone(leaf) => "It is not said, or was not understood, what of.",
            { Type: LeafType.Condition or LeafType.Treatment } when leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Role && one.Value.Contains("cohort", StringComparison.Ordinal)) => "Which cohort is meant is not read.",
            { Type: LeafType.Condition } when leaf.Qualifiers.Any(one => one.Value is "acute") && leaf.Qualifiers.Any(one => one.Value is "chronic") => "Nothing is both acute and chronic.",
            { When: { Relation: TimeRelation.Current, Anchor: null } } when leaf.Qualifiers.Any(one => one.Value is "recent") => "It is not clear which time is meant.",
            { Type: LeafType.Measurement, Concept.Name: "titer" or "titre" or "duration" or "period" } => "It is not said, or was not understood, what of.",
            { When: { Relation: TimeRelation.During, Min: not null } } when leaf.Concept.Name.Contains("exacerbation", StringComparison.Ordinal) => "It is not clear whether this is how long it lasted or how long ago it was.",
            { Except: Predicate.Leaf { Type: LeafType.Contraception, Concept.Name: "contraception", Wording: null, Qualifiers.IsEmpty: true } } when text.AsSpan(leaf.Span.Start, textEnd - leaf.Span.Start).Contains("highly effective", StringComparison.OrdinalIgnoreCase) => "Which contraception lifts this is not read.",
            { Type: LeafType.Participation } when leaf.Qualifiers.IsEmpty && StudyKinds.OccursIn(text.AsSpan(leaf.Span.Start, Math.Max(leaf.Span.Length, Math.Min(LongestStudyKind, textEnd - leaf.Span.Start)))) => "Which studies are meant is not read.",
            _ => null,
        };
    }
}
