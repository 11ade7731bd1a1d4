namespace Trialist.Matching.Bulk;

/// <summary>A block of persons as columns: what their facts are about, of which form they are, and their days, as numbers.</summary>
public sealed class PersonColumns
{
    /// <summary>Persons in a whole block.</summary>
    public const int Most = 4096;

    /// <summary>Stands for a day that is not recorded.</summary>
    internal const int NoDay = int.MinValue;

    /// <summary>Stands for the number of a concept that no leaf asks about.</summary>
    internal const int NotAsked = -1;

    private readonly int[] firstFacts;

    /// <summary>Lays the persons out as columns.</summary>
    /// <param name="persons">At most <see cref="Most"/> persons.</param>
    /// <param name="numbers">The numbers of the cohort.</param>
    /// <exception cref="ArgumentException">There are more persons than a block takes.</exception>
    public PersonColumns(ReadOnlySpan<Person> persons, FactNumbers numbers)
        : this(persons, numbers, static _ => true)
    {
    }

    // Facts about what is not asked get no number, so that one person's own words are not kept.
    internal PersonColumns(ReadOnlySpan<Person> persons, FactNumbers numbers, Func<Concept, bool> isAsked)
    {
        if (persons.Length > Most)
        {
            throw new ArgumentException($"A block takes {Most} persons, not {persons.Length}.", nameof(persons));
        }

        Numbers = numbers;
        Persons = persons.ToArray();
        firstFacts = new int[persons.Length + 1];
        BirthDays = new int[persons.Length];
        for (var person = 0; person < persons.Length; person++)
        {
            firstFacts[person + 1] = firstFacts[person] + persons[person].Facts.Count;
            BirthDays[person] = persons[person].BirthDate is { IsExact: true } birth ? birth.Earliest.DayNumber : NoDay;
        }

        var count = firstFacts[^1];
        (Facts, Owners, Concepts, Forms, Presences, Days, HaveValues) = (new Fact[count], new ushort[count], new int[count], new int[count], new Presence[count], new FactDays[count], new bool[count]);
        for (var person = 0; person < persons.Length; person++)
        {
            var at = firstFacts[person];
            foreach (var fact in persons[person].Facts)
            {
                Facts[at] = fact;
                Owners[at] = (ushort)person;
                Presences[at] = fact.Presence;
                HaveValues[at] = fact is { Value: not null } or { ValueWithin: not null };
                var asked = isAsked(fact.Concept);
                Concepts[at] = asked ? numbers.OfConcept(fact.Concept) : NotAsked;
                Forms[at] = asked ? numbers.OfForm(fact) : NotAsked;
                Days[at++] = FactDays.Of(fact);
            }
        }
    }

    /// <summary>How many persons.</summary>
    public int Count => Persons.Length;

    internal FactNumbers Numbers { get; }

    internal Person[] Persons { get; }

    /// <summary>Birth dates known to the day, as day numbers.</summary>
    internal int[] BirthDays { get; }

    /// <summary>The facts of all persons, one person after the other.</summary>
    internal Fact[] Facts { get; }

    /// <summary>Where the facts of a person begin; those of the last end where another would begin.</summary>
    internal int FirstFactOf(int person) => firstFacts[person];

    /// <summary>Whose fact it is.</summary>
    internal ushort[] Owners { get; }

    internal int[] Concepts { get; }

    internal int[] Forms { get; }

    internal Presence[] Presences { get; }

    internal FactDays[] Days { get; }

    /// <summary>True of a fact with a value, or a range of values.</summary>
    internal bool[] HaveValues { get; }
}
