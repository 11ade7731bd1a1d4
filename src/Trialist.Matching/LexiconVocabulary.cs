using System.Collections.Concurrent;
using Trialist.Terminology;

namespace Trialist.Matching;

/// <summary>The vocabulary of the product: the lexicon's hierarchy, units and normal ranges. Safe to share between threads.</summary>
public sealed class LexiconVocabulary : IVocabulary
{
    /// <summary>Concepts and related pairs that are remembered; a match of one person asks for the same few many thousand times.</summary>
    /// <remarks>Only what bears a name of the lexicon: words that stand in one person's record only are forgotten with the match.</remarks>
    private const int MaxRemembered = 500_000;

    private readonly Lexicon lexicon;
    private readonly ConcurrentDictionary<(Concept Asked, Concept Recorded), Kinship> remembered = new();
    private readonly ConcurrentDictionary<Concept, ConceptKeys> keys = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Concept>> kinds = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, LexiconEntry>> named;

    /// <summary>Stands on a lexicon.</summary>
    public LexiconVocabulary(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        named = new Lazy<ILookup<string, LexiconEntry>>(() => lexicon.Entries.ToLookup(entry => entry.Name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Over the lexicon that is part of the program.</summary>
    public static LexiconVocabulary Default { get; } = new(Lexicon.Default);

    /// <inheritdoc />
    public Kinship Relate(Concept asked, Concept recorded)
    {
        if (!IsNamed(asked) || !IsNamed(recorded))
        {
            return Find(asked, recorded);
        }

        if (remembered.TryGetValue((asked, recorded), out var known))
        {
            return known;
        }

        var kinship = Find(asked, recorded);
        if (kinship != Kinship.None && remembered.Count < MaxRemembered)
        {
            remembered.TryAdd((asked, recorded), kinship);
        }

        return kinship;
    }

    /// <inheritdoc />
    public ConceptKeys KeysOf(Concept concept)
    {
        if (!IsNamed(concept))
        {
            return FindKeys(concept);
        }

        if (!keys.TryGetValue(concept, out var found))
        {
            found = FindKeys(concept);
            if (keys.Count < MaxRemembered)
            {
                keys.TryAdd(concept, found);
            }
        }

        return found;
    }

    private ConceptKeys FindKeys(Concept concept)
    {
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { concept.Name };
        var above = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var codes = new HashSet<Code>(concept.Codes);
        foreach (var entry in EntriesOf(concept))
        {
            own.Add(entry.Name);
            codes.UnionWith(entry.Concept.Codes);
            AddAbove(entry);
        }

        foreach (var code in codes)
        {
            own.Add(WordVocabulary.KeyOf(code));
            own.UnionWith(Categories(code).Select(WordVocabulary.KeyOf));
            foreach (var wider in Wider(code))
            {
                above.Add(WordVocabulary.KeyOf(wider));
                foreach (var entry in lexicon.ByCode(wider))
                {
                    above.Add(entry.Name);
                    AddAbove(entry);
                }
            }
        }

        return new ConceptKeys(own, above);

        void AddAbove(LexiconEntry entry)
        {
            foreach (var wider in lexicon.Broader(entry))
            {
                above.Add(wider.Name);
                above.UnionWith(wider.Concept.Codes.Select(WordVocabulary.KeyOf));
            }
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<Concept> KindsOf(Concept analyte) => kinds.GetOrAdd(analyte.Name, static (name, lexicon) =>
        lexicon.ByName(EntryKind.Analyte, name) is { } entry ? [.. lexicon.Narrower(entry).Select(kind => kind.Concept)] : [], lexicon);

    // As the lexicon itself looks a concept up: by name, by code, by its words.
    private IEnumerable<LexiconEntry> EntriesOf(Concept concept) =>
        named.Value[concept.Name].Concat(concept.Codes.SelectMany(code => lexicon.ByCode(code))).Concat(lexicon.Find(concept.Name));

    private bool IsNamed(Concept concept) => named.Value.Contains(concept.Name);

    // A range that no table has (C34-C39) is known by the categories in it.
    private IEnumerable<Code> Categories(Code code)
    {
        if (code.System != CodeSystem.Icd10Cm || code.Value is not [var letter, _, _, '-', var last, _, _] || letter != last || lexicon.Ranges.Contains(code)
            || !int.TryParse(code.Value[1..3], out var from) || !int.TryParse(code.Value[5..], out var to))
        {
            yield break;
        }

        for (var number = from; number <= to; number++)
        {
            yield return code with { Value = $"{letter}{number:00}" };
        }
    }

    // C50.911 lies below C50.91, C50.9 and C50, and inside every range of the tables that covers it; H02AB06 lies below H02AB, H02A, H02 and H.
    private IEnumerable<Code> Wider(Code code)
    {
        if (code.System is not (CodeSystem.Icd10Cm or CodeSystem.Atc))
        {
            yield break;
        }

        for (var length = code.Value.Length; length >= (code.System == CodeSystem.Atc ? 1 : 3); length--)
        {
            yield return code with { Value = code.Value[..length].TrimEnd('.') };
        }

        if (code.System == CodeSystem.Atc)
        {
            yield break;
        }

        foreach (var range in lexicon.RangesOver(code))
        {
            yield return range;
        }
    }

    /// <inheritdoc />
    public decimal? Convert(Concept analyte, decimal value, string from, string to) =>
        from == to ? value
        : Units.Convert(new Quantity(value, from), to, Profile(analyte)) is { } converted ? converted.Quantity.Value
        : null;

    /// <inheritdoc />
    public PlausibleLimit? UpperLimit(Concept analyte) => Profile(analyte) is { UpperLimits: var (low, high) } profile ? new PlausibleLimit(low, high, profile.Unit) : null;

    /// <inheritdoc />
    public PlausibleLimit? LowerLimit(Concept analyte) => Profile(analyte) is { LowerLimits: var (low, high) } profile ? new PlausibleLimit(low, high, profile.Unit) : null;

    private Terminology.Measures.AnalyteProfile? Profile(Concept analyte) => lexicon.ByName(EntryKind.Analyte, analyte.Name)?.Analyte;

    private Kinship Find(Concept asked, Concept recorded)
    {
        var covers = lexicon.Subsumes(asked, recorded);
        var covered = lexicon.Subsumes(recorded, asked);
        return (covers, covered) switch
        {
            (true, true) => Kinship.Same,
            (true, false) => Kinship.Narrower,
            (false, true) => Kinship.Broader,
            (false, false) => Kinship.None,
        };
    }
}
