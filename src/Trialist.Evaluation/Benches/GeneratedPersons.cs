namespace Trialist.Evaluation.Benches;

/// <summary>Makes persons whose facts are about what criteria ask: conditions and treatments drawn as often as criteria name them, values near the limits of real criteria.</summary>
/// <param name="studies">Where the concepts and limits come from.</param>
/// <param name="asOf">The day of the match.</param>
/// <param name="seed">The same seed makes the same persons.</param>
public sealed class GeneratedPersons(GrownStudies studies, DateOnly asOf, int seed)
{
    private const int Conditions = 10;
    private const int Treatments = 8;
    private const int Denials = 8;
    private const int Values = 18;

    private readonly Random random = new(seed);

    /// <summary>The persons.</summary>
    public IEnumerable<Person> Take(int count)
    {
        for (var index = 0; index < count; index++)
        {
            List<Fact> facts = [];
            facts.AddRange(Draw(LeafType.Condition, Conditions, fact => fact with { Status = random.Next(4) == 0 ? FactStatus.Past : FactStatus.Active, Start = Day(3000) }));
            facts.AddRange(Draw(LeafType.Treatment, Treatments, fact => random.Next(2) == 0 ? fact with { Status = FactStatus.Active, Start = Day(800) } : fact with { Status = FactStatus.Past, Start = PartialDate.OfDay(asOf.AddDays(-900)), End = Day(800) }));
            facts.AddRange(Draw(LeafType.Condition, Denials, fact => fact with { Presence = Presence.Absent, Date = Day(60) }));
            facts.AddRange(Measured());
            yield return new Person
            {
                BirthDate = PartialDate.OfDay(asOf.AddDays(-random.Next(1000, 33_000))),
                Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male,
                Facts = facts.ToValueList(),
            };
        }
    }

    private IEnumerable<Fact> Draw(LeafType type, int count, Func<Fact, Fact> finish)
    {
        var pool = studies.PoolOf(type);
        for (var index = 0; index < count && pool.Count > 0; index++)
        {
            yield return finish(new Fact(type, pool[random.Next(pool.Count)], "bench"));
        }
    }

    private IEnumerable<Fact> Measured()
    {
        for (var index = 0; index < Values && studies.Limits.Count > 0; index++)
        {
            var leaf = studies.Limits[random.Next(studies.Limits.Count)];
            var limit = (leaf.Bounds!.Max ?? leaf.Bounds.Min)!.Value.Value;
            if (leaf.Bounds.Unit is "[ULN]" or "[LLN]")
            {
                continue;
            }

            yield return new Fact(leaf.Type, leaf.Concept, "bench") { Value = new Quantity(Math.Round(limit * random.Next(50, 150) / 100, 2), leaf.Bounds.Unit), Date = Day(40) };
        }
    }

    private PartialDate Day(int back) => PartialDate.OfDay(asOf.AddDays(-random.Next(back)));
}
