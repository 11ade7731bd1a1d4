using System.Globalization;
using Trialist.Notes;
using Trialist.Terminology;

namespace Trialist.Web.Matching;

/// <summary>What the fields of the form say about a person, each fact naming its field.</summary>
internal static class FormFacts
{
    /// <summary>Longest name of one thing, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>Most things in one field.</summary>
    private const int MostNames = 50;

    /// <summary>The facts of all fields but age, sex and place.</summary>
    public static IEnumerable<Fact> Of(PersonForm form, DateOnly asOf)
    {
        IEnumerable<Fact> facts =
        [
            .. Named(form.Disease, LeafType.Condition, "main disease", asOf).Select(fact => fact with { Status = FactStatus.Active }),
            .. Named(form.OtherDiseases, LeafType.Condition, "other diseases", asOf),
            .. Named(form.Treatments, LeafType.Treatment, "treatments so far", asOf).Select(fact => fact with { Status = FactStatus.Past }),
            .. Named(form.Medicines, LeafType.Treatment, "medicines now", asOf).Select(fact => fact with { Status = FactStatus.Active }),
            .. Named(form.NotHad, LeafType.Condition, "not had", asOf).Select(fact => fact with { Presence = Presence.Absent, Status = FactStatus.Unstated, Date = PartialDate.OfDay(asOf) }),
        ];
        return facts.Concat(OfEcog(form, asOf)).Concat(OfPregnancy(form.Pregnancy, asOf)).Concat(form.Answers.Select(answer => answer.ToFact(asOf)).OfType<Fact>());
    }

    // A note's reader knows "relapsed acute myeloid leukemia"; what it does not know is kept by its words.
    private static IEnumerable<Fact> Named(string? list, LeafType type, string field, DateOnly asOf)
    {
        foreach (var name in (list ?? "").Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostNames))
        {
            if (name.Length > LongestName)
            {
                continue;
            }

            var read = NoteReader.Default.Read(name, asOf).Person.Facts.Where(fact => IsOf(fact.Type, type)).ToList();
            foreach (var fact in read.Count > 0 ? read : [new Fact(type, Lexicon.Default.Find(name) is [var entry, ..] ? entry.Concept : new Concept(name.ToLowerInvariant()), field)])
            {
                yield return fact with { Source = field, Presence = Presence.Present };
            }
        }
    }

    private static bool IsOf(LeafType read, LeafType wanted) => wanted == LeafType.Treatment
        ? read is LeafType.Treatment or LeafType.Procedure
        : read is LeafType.Condition or LeafType.Biomarker or LeafType.Behaviour or LeafType.Allergy;

    private static IEnumerable<Fact> OfEcog(PersonForm form, DateOnly asOf) =>
        int.TryParse(form.Ecog, NumberStyles.None, CultureInfo.InvariantCulture, out var ecog) && ecog <= 4 && Lexicon.Default.ByName(EntryKind.Score, "ecog") is { } entry
            ? [new Fact(LeafType.Score, entry.Concept, "ECOG") { Value = new Quantity(ecog, null), Date = PartialDate.OfDay(asOf) }]
            : [];

    private static IEnumerable<Fact> OfPregnancy(string? said, DateOnly asOf)
    {
        var (pregnant, nursing) = said switch
        {
            "pregnant" => (Presence.Present, (Presence?)null),
            "nursing" => (Presence.Absent, Presence.Present),
            "neither" => (Presence.Absent, Presence.Absent),
            _ => ((Presence?)null, (Presence?)null),
        };
        foreach (var (type, name, presence) in new[] { (LeafType.Pregnancy, "pregnancy", pregnant), (LeafType.Lactation, "lactation", nursing) })
        {
            if (presence is { } known)
            {
                yield return new Fact(type, Lexicon.Default.ByName(name)?.Concept ?? new Concept(name), "pregnancy") { Presence = known, Date = PartialDate.OfDay(asOf) };
            }
        }
    }
}
