using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>The one number that decides all leaves that differ only in their limits, where a person's record is so plain that there is one.</summary>
internal readonly record struct SimpleValue(SimpleValue.Form Kind, decimal Value)
{
    internal enum Form
    {
        /// <summary>No value in time: every limit is unknown.</summary>
        None,

        /// <summary>One value, in the unit of the limits.</summary>
        One,

        /// <summary>Anything else: the reference decides.</summary>
        Other,
    }

    private static readonly SimpleValue Nothing = new(Form.None, 0);
    private static readonly SimpleValue Other = new(Form.Other, 0);

    /// <summary>The leaf without the numbers of its limits, where its truth depends on one number; null where it does not.</summary>
    public static Predicate.Leaf? GroupOf(Predicate.Leaf leaf)
    {
        var plain = leaf is { Except: null, Qualifiers.IsEmpty: true, Type: LeafType.Measurement or LeafType.Score, Bounds: { } } &&
            leaf.Bounds.Unit is not ("[ULN]" or "[LLN]") && (leaf.Bounds.Min ?? leaf.Bounds.Max) is not null &&
            leaf.When is null or { Relation: TimeRelation.Within or TimeRelation.Current };
        return plain && !IsHuge(leaf.Bounds!.Min) && !IsHuge(leaf.Bounds.Max) ? leaf with { Bounds = new Bounds(null, null, leaf.Bounds.Unit) } : null;
    }

    public static SimpleValue Of(Predicate.Leaf group, PreparedPerson person)
    {
        if (!Windows.Anchors.IsTheMatch(group.When?.Anchor))
        {
            return Other;
        }

        List<Fact> candidates = [];
        foreach (var (fact, kinship) in person.About(group))
        {
            if (kinship != Kinship.Same || fact is { Value: null, ValueWithin: null, Presence: not Presence.Absent })
            {
                continue;
            }

            var inTime = ValueRule.InTime(group, fact, person.Settings.AsOf);
            if (inTime == Truth.False)
            {
                continue;
            }

            if (inTime == Truth.Unknown || fact.Presence != Presence.Present || fact.Value is null)
            {
                return Other;
            }

            candidates.Add(fact);
        }

        if (candidates.Count > 1)
        {
            var latest = candidates.Max(one => one.Date?.Earliest ?? one.Start?.Earliest ?? DateOnly.MinValue);
            candidates.RemoveAll(one => (one.Date ?? one.Start) is { } date && date.Latest < latest);
        }

        return candidates switch
        {
            [] => Nothing,
            [var only] => Converted(only, group, person.Vocabulary),
            _ => Other,
        };
    }

    private static SimpleValue Converted(Fact fact, Predicate.Leaf group, IVocabulary vocabulary)
    {
        var value = fact.Value!.Value;
        var bounds = group.Bounds!;
        if (IsHuge(new Bound(value.Value, true)))
        {
            return Other;
        }

        if (value.Unit == bounds.Unit)
        {
            return new SimpleValue(Form.One, value.Value);
        }

        return value.Unit is null || bounds.Unit is null || value.Unit is "[ULN]" or "[LLN]" || Comparison.IsUnitless(value.Unit) || Comparison.IsUnitless(bounds.Unit) ||
            LengthOfTime.Compare(new Bounds(null, null, value.Unit), bounds) is not null ||
            vocabulary.Convert(group.Concept, value.Value, value.Unit, bounds.Unit) is not { } converted
            ? Other
            : new SimpleValue(Form.One, converted);
    }

    private static bool IsHuge(Bound? bound) => Comparison.IsHuge(bound);
}
