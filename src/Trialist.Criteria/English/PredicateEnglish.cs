using System.Globalization;
using System.Text;
using Trialist.Terminology;

namespace Trialist.Criteria.English;

/// <summary>Says a predicate in one plain sentence.</summary>
public static class PredicateEnglish
{
    /// <summary>The sentence, without a full stop.</summary>
    public static string Say(Predicate predicate) => Say(predicate, inside: false);

    private static string Say(Predicate predicate, bool inside) => predicate switch
    {
        Predicate.All all => Join(all.Items, " and ", inside),
        Predicate.Any any => Join(any.Items, " or ", inside),
        Predicate.AtLeast atLeast => $"at least {atLeast.Count} of: {string.Join("; ", atLeast.Items.Select(item => Say(item, inside: true)))}",
        Predicate.Not { Item: Predicate.Judgement } => Judged,
        Predicate.Not not => $"no {Say(not.Item, inside: true)}",
        Predicate.Leaf leaf => Say(leaf),
        Predicate.Judgement => Judged,
        Predicate.Unread => "something that was not understood",
    };

    private static string Join(ValueList<Predicate> items, string word, bool inside)
    {
        if (items.All(item => item is Predicate.Judgement or Predicate.Not { Item: Predicate.Judgement }))
        {
            // Which of them it is, their own words say.
            return Judged;
        }

        // What the same words name twice ("urine or serum pregnancy test") is said once.
        var said = items.Select(item => (Words: Say(item, inside: true), item.Span)).Distinct().Select(item => item.Words).ToList();
        var joined = string.Join(word, said);
        return inside && said.Count > 1 ? $"({joined})" : joined;
    }

    private const string Judged = "something that only a person can judge";

    private static string Say(Predicate.Leaf leaf)
    {
        var said = new StringBuilder();
        if (leaf.When is { Relation: TimeRelation.Ever })
        {
            said.Append("history of ");
        }
        else if (leaf.When is { Relation: TimeRelation.Current, Anchor: null })
        {
            said.Append("current ");
        }

        said.Append(NameOf(leaf));
        if (leaf.Bounds is { } bounds)
        {
            said.Append(' ').Append(ScaleOf(leaf)).Append(Say(bounds));
        }

        if (leaf.When is { } when)
        {
            said.Append(Say(when));
        }

        if (leaf.Except is { } except)
        {
            said.Append(" except ").Append(Say(except, inside: true));
        }

        return said.ToString();
    }

    private static string ScaleOf(Predicate.Leaf leaf) =>
        GradedDisease.ScoreOf(leaf) is { } score ? $"{LabelOf(score.Concept)} " : leaf.Type is LeafType.Condition or LeafType.Allergy && leaf.Bounds!.Unit is null ? "grade " : "";

    private static string LabelOf(Concept concept) => Lexicon.Default.ByName(concept.Name)?.Label ?? concept.Name;

    private static string NameOf(Predicate.Leaf leaf)
    {
        var named = LeafName.InFull(leaf with { Concept = new Concept(LabelOf(leaf.Concept)), Wording = null });
        var severity = leaf.Type == LeafType.Allergy ? string.Concat(leaf.Qualifiers.Where(one => one.Kind is QualifierKind.Severity or QualifierKind.Grade).Select(one => one.Kind == QualifierKind.Grade ? $"grade {one.Value} " : $"{one.Value} ")) : "";
        return severity + (leaf.Type == LeafType.Allergy && !named.Contains("allergy", StringComparison.OrdinalIgnoreCase) && !named.Contains("allergic", StringComparison.OrdinalIgnoreCase) ? $"allergy to {named}" : named);
    }

    /// <summary>A limit in signs and plain units.</summary>
    public static string Say(Bounds bounds)
    {
        var unit = UnitOf(bounds.Unit);
        return bounds switch
        {
            { Min: { Inclusive: true } min, Max: { Inclusive: true } max } => $"{Number(min)} to {Number(max)}{unit}",
            { Min: { } min, Max: { } max } => $"{Sign(min, '>', '≥')} {Number(min)} and {Sign(max, '<', '≤')} {Number(max)}{unit}",
            { Min: { } min } => $"{Sign(min, '>', '≥')} {Number(min)}{unit}",
            { Max: { } max } => $"{Sign(max, '<', '≤')} {Number(max)}{unit}",
            _ => "",
        };
    }

    private static string Say(TimeWindow when) => when switch
    {
        { Relation: TimeRelation.Ever } => "",
        { Relation: TimeRelation.Current, Anchor: { } anchor } => $" at {anchor}",
        { Relation: TimeRelation.Current } => "",
        { Relation: TimeRelation.During, Max: { } soon, Anchor: "planned" } => $" (planned within {Length(soon)})",
        { Relation: TimeRelation.During, Anchor: "planned" } => " (planned)",
        { Relation: TimeRelation.During, Min: { Inclusive: true } least, Max: { Inclusive: true } most } when least.Unit == most.Unit => $" for {least.Value.ToString(CultureInfo.InvariantCulture)} to {Length(most)}{Before(when)}",
        { Relation: TimeRelation.During, Min: { } min } => $" for {(min.Inclusive ? "at least" : "more than")} {Length(min)}{Before(when)}",
        { Relation: TimeRelation.During, Max: { } max } => $" for {(max.Inclusive ? "up to" : "less than")} {Length(max)}{Before(when)}",
        { Relation: TimeRelation.During, Anchor: "study start" } => " during the study",
        { Relation: TimeRelation.During, Anchor: { } anchor } => $" during {anchor}",
        { Relation: TimeRelation.Before, Min: { } min } => $" {(min.Inclusive ? "at least" : "more than")} {Length(min)}{Before(when)}",
        { Relation: TimeRelation.Before, Anchor: { } anchor } => $" before {anchor}",
        { Relation: TimeRelation.After, Min: { } min } => $" {(min.Inclusive ? "at least" : "more than")} {Length(min)} after {when.Anchor}",
        { Relation: TimeRelation.After, Max: { } max } => $" within {Length(max)} after {when.Anchor}",
        { Relation: TimeRelation.After, Anchor: { } anchor } => $" after {anchor}",
        { LongerOf: { IsEmpty: false } longer } => $" within {string.Join(" or ", longer.Select(Length))}, whichever is longer{(when.Anchor is null ? "" : ",")}{Before(when)}",
        { Max: { } max } => $" within {(max.Inclusive ? "" : "less than ")}{Length(max)}{Before(when)}",
        _ => "",
    };

    private static string Before(TimeWindow when) => when.Anchor is { } anchor ? $" before {anchor}" : "";

    private static string Length(Duration duration)
    {
        var unit = duration.Unit switch { "a" => "year", "mo" => "month", "wk" => "week", "d" => "day", "h" => "hour", "min" => "minute", "[half-life]" => "half-life", var other => other };
        var plural = unit == "half-life" ? "half-lives" : $"{unit}s";
        return $"{duration.Value.ToString(CultureInfo.InvariantCulture)} {(duration.Value == 1 ? unit : plural)}";
    }

    /// <summary>A unit as people write it, with a blank before it; empty when there is none.</summary>
    internal static string UnitOf(string? unit) => unit switch
    {
        null => "",
        "%" => " %",
        Units.UpperLimitOfNormal => " x ULN",
        Units.LowerLimitOfNormal => " x LLN",
        "a" => " years",
        "mo" => " months",
        "wk" => " weeks",
        "d" => " days",
        "10*9/L" => " x 10^9/L",
        _ => $" {unit}",
    };

    private static string Sign(Bound bound, char strict, char inclusive) => (bound.Inclusive ? inclusive : strict).ToString();

    private static string Number(Bound bound) => bound.Value.ToString(CultureInfo.InvariantCulture);
}
