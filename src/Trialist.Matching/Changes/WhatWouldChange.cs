using Trialist.Matching.Notation;

namespace Trialist.Matching.Changes;

/// <summary>What would have to be otherwise for a person who cannot take part to be able to, and when.</summary>
public static class WhatWouldChange
{
    /// <summary>With more criteria failed than this a person is no near miss.</summary>
    public const int MaxFailed = 2;

    /// <summary>Days ahead that are tried: about 22 years, so that a child's coming of age is found.</summary>
    private const int Horizon = 8192;

    /// <summary>The changes, each of which would turn one failed criterion by itself; empty when the person is no near miss or a criterion needs several changes at once.</summary>
    public static ValueList<Change> Of(Study study, CriteriaDocument? criteria, PreparedPerson person)
    {
        var verdict = StudyMatcher.Judge(study, criteria, person);
        var failed = verdict.Criteria.Where(one => one.Met == false && one.Reading is not (Reading.Judgement or Reading.Action)).ToList();
        if (verdict.Verdict != Verdict.Ineligible || failed.Count > MaxFailed)
        {
            return [];
        }

        var nodes = (criteria is null ? [] : CriterionNode.Tree(criteria, study.Eligibility)).Concat(StructuredLimits.Nodes(study.Eligibility)).ToDictionary(node => node.Criterion.Id, StringComparer.Ordinal);
        return failed.SelectMany(one => nodes.TryGetValue(one.Id, out var node) ? Of(node, person) : []).ToValueList();
    }

    private static IEnumerable<Change> Of(CriterionNode node, PreparedPerson person)
    {
        var failing = node.Criterion.Kind == CriterionKind.Inclusion ? Truth.False : Truth.True;
        foreach (var (leaf, favourable) in AtomTree.Leaves(node))
        {
            List<Reason> reasons = [];
            var now = ReferenceMatcher.Visit(leaf, favourable, person, reasons);
            if (now == Truth.Unknown || AtomTree.Of(node, (one, other) => ReferenceEquals(one, leaf) ? now.Not() : ReferenceMatcher.Visit(one, other, person, null)) == failing)
            {
                continue;
            }

            yield return new Change(node.Criterion.Id, LeafLine.Of(leaf), now.Not(), reasons.SelectMany(reason => reason.Facts).ToValueList(), Day(leaf, favourable, now.Not(), person));
        }
    }

    private static DateOnly? Day(Predicate.Leaf leaf, Truth favourable, Truth needed, PreparedPerson person)
    {
        if (leaf.Type != LeafType.Age && leaf.When is null)
        {
            return null;
        }

        var (before, at) = (0, 1);
        while (!Holds(at))
        {
            (before, at) = (at, at * 2);
            if (at > Horizon)
            {
                return null;
            }
        }

        while (at - before > 1)
        {
            var middle = (before + at) / 2;
            (before, at) = Holds(middle) ? (before, middle) : (middle, at);
        }

        return person.Settings.AsOf.AddDays(at);

        // Facts of today stay what they are; only the day moves.
        bool Holds(int days) =>
            ReferenceMatcher.Visit(leaf, favourable, new PreparedPerson(person.Person, person.Settings with { AsOf = person.Settings.AsOf.AddDays(days) }, person.Vocabulary), null) == needed;
    }
}
