using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits that follow the persons they are said of: "females ≥ 120 g/L", "infants ≤ 750 g".</content>
internal sealed partial class IslandParser
{
    /// <summary>So many nodes before it the value may stand that a limit by sex is said of.</summary>
    private const int FarthestBySex = 4;

    // "hemoglobin in males < 130 g/L, females < 120 g/L": the value is said once. How the two join is not known.
    private bool TryAfterSex(Limit limit)
    {
        if (nodes.Count < 2 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "male" or "female" })
        {
            return false;
        }

        for (var i = nodes.Count - 2; i >= Math.Max(0, nodes.Count - FarthestBySex); i--)
        {
            if (nodes[i] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: { } bounds } value && bounds.Unit is { } unit && limit.Unit is { } other && (unit == other || Units.SameDimension(unit, other)))
            {
                link = Link.With;
                var node = new Node { Span = limit.Span, Type = value.Type, Concept = value.Concept, Entry = value.Entry, Bounds = limit.ToBounds() };
                KeepInPart(node, "It is not clear how the limits of men and women join.");
                Add(node);
                return true;
            }
        }

        return false;
    }

    // "infants ≤ 750 grams": persons are weighed.
    private bool TryWeight(Limit limit)
    {
        if (limit.Unit is not ("kg" or "g" or "[lb_av]") || nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: null, Type: LeafType.Age or LeafType.Sex } || lexicon.ByName("weight") is not { } weight)
        {
            return false;
        }

        link = Link.With;
        Add(new Node { Span = limit.Span, Type = LeafType.Measurement, Concept = weight.Concept, Entry = weight, Bounds = limit.ToBounds() });
        return true;
    }

    // "greater than NYHA 2", "> ASA II": the sign stands before the name of the scale.
    private bool TrySignBeforeScale()
    {
        if (Operator(at, out var name) is not { } op || op is "=" or "±" || name >= end || items[name] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Score } entry })
        {
            return false;
        }

        var number = name + 1;
        while (number < end && number - name < 3 && (items[number].Kind == ItemKind.Unknown && EmptyTails.Contains(items[number].Of(text)) || items[number].Cue == Cue.Filler))
        {
            number++;
        }

        if (number >= end || items[number].Kind != ItemKind.Number)
        {
            return false;
        }

        var bound = new Bound(items[number].Value, op.Length > 1);
        var span = new TextSpan(items[at].Start, items[number].End);
        at = number + 1;
        var narrows = link == Link.Comma && nodes.Count > 0;
        link = narrows ? Link.With : link;
        Add(new Node { Span = span, Type = LeafType.Score, Concept = entry.Concept, Entry = entry, Bounds = new Bounds(op[0] == '>' ? bound : null, op[0] == '<' ? bound : null, null) });
        if (narrows)
        {
            // "unresolved toxicity, greater than CTCAE grade 1"
            Doubt(nodes[^1], span, Reasons.Ambiguous);
        }

        return true;
    }

    // "headaches more than three times per month": how often something happens is counted under its name.
    private bool TryTimesOf(Limit limit, string words, int after)
    {
        if (words is not ("times" or "time" or "days" or "nights") || link != Link.Adjacent || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Bounds: null, When: null, Type: LeafType.Condition or LeafType.Behaviour } told
            || after + 1 >= end || items[after].Text is not ("per" or "a" or "each") || TimeUnits.Of(items[after + 1].Text ?? CueTable.Default.WordOf(items[after + 1].Of(text))) is null)
        {
            return false;
        }

        at = after;
        told.Type = LeafType.Count;
        told.Entry = null;
        told.Concept = new Concept(words is "days" or "nights" ? $"{words} with {told.Concept.Name}" : told.Concept.Name);
        told.Bounds = limit.ToBounds() with { Unit = null };
        told.Span = told.Span.Union(limit.Span);
        AddRate(told);
        return true;
    }
}
