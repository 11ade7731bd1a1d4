using Trialist.Criteria;

namespace Trialist.Evaluation.Benches;

/// <summary>Grows a registry out of the criteria of real studies: each made study takes the whole criteria of a real one, with numbers and concepts redrawn, so that structure is real and predicates are many.</summary>
/// <param name="sources">The real studies.</param>
/// <param name="seed">The same seed makes the same studies.</param>
public sealed class GrownStudies(IReadOnlyList<Study> sources, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<(Study Study, CriteriaDocument Criteria)> read =
        [.. sources.Where(study => study.Eligibility.Text is { Length: > 0 }).AsParallel().AsOrdered().Select(study => (study, CriteriaReader.Default.Read(study.Eligibility.Text!, study.Eligibility)))];

    private readonly Dictionary<LeafType, List<Concept>> pools = [];

    /// <summary>The concepts that the leaves of one type name, as often as they do.</summary>
    public IReadOnlyList<Concept> PoolOf(LeafType type) => Pools().TryGetValue(type, out var pool) ? pool : [];

    /// <summary>Measurement and score leaves with limits, as often as they occur; generated persons get values near their limits.</summary>
    public IReadOnlyList<Predicate.Leaf> Limits { get; private set; } = [];

    /// <summary>The studies.</summary>
    public IEnumerable<(Study Study, CriteriaDocument? Criteria)> Take(int count)
    {
        _ = Pools();
        for (var index = 0; index < count; index++)
        {
            var (study, criteria) = read[random.Next(read.Count)];
            yield return (study, criteria with
            {
                Criteria = criteria.Criteria.Select(one => one with { Predicate = one.Predicate is { } predicate ? Redraw(predicate) : null }).ToValueList(),
            });
        }
    }

    private Dictionary<LeafType, List<Concept>> Pools()
    {
        if (pools.Count > 0)
        {
            return pools;
        }

        List<Predicate.Leaf> limits = [];
        foreach (var leaf in read.SelectMany(one => one.Criteria.Criteria).SelectMany(criterion => criterion.Predicate is { } predicate ? Leaves(predicate) : []))
        {
            (pools.TryGetValue(leaf.Type, out var pool) ? pool : pools[leaf.Type] = []).Add(leaf.Concept);
            if (leaf is { Type: LeafType.Measurement or LeafType.Score, Bounds: not null })
            {
                limits.Add(leaf);
            }
        }

        Limits = limits;
        return pools;
    }

    private static IEnumerable<Predicate.Leaf> Leaves(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => [leaf],
        Predicate.Not not => Leaves(not.Item),
        Predicate.All all => all.Items.SelectMany(Leaves),
        Predicate.Any any => any.Items.SelectMany(Leaves),
        Predicate.AtLeast some => some.Items.SelectMany(Leaves),
        Predicate.Judgement or Predicate.Unread => [],
    };

    private Predicate Redraw(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => Redraw(leaf),
        Predicate.Not not => not with { Item = Redraw(not.Item) },
        Predicate.All all => all with { Items = all.Items.Select(Redraw).ToValueList() },
        Predicate.Any any => any with { Items = any.Items.Select(Redraw).ToValueList() },
        Predicate.AtLeast some => some with { Items = some.Items.Select(Redraw).ToValueList() },
        Predicate.Judgement or Predicate.Unread => predicate,
    };

    private Predicate.Leaf Redraw(Predicate.Leaf leaf) => leaf switch
    {
        { Type: LeafType.Measurement, Bounds: { } bounds } => leaf with { Bounds = bounds with { Min = Near(bounds.Min), Max = Near(bounds.Max) } },
        { Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker } => leaf with
        {
            Concept = random.Next(3) == 0 ? leaf.Concept : pools[leaf.Type][random.Next(pools[leaf.Type].Count)],
            When = leaf.When is { Max: { } max } when ? when with { Max = max with { Value = Math.Max(1, max.Value + random.Next(-6, 7)) } } : leaf.When,
        },
        _ => leaf,
    };

    // Up to a tenth away, in steps of a thousandth of the number, which keeps limits where values are.
    private Bound? Near(Bound? bound) => bound is { } end ? end with { Value = end.Value * (900 + random.Next(201)) / 1000 } : null;
}
