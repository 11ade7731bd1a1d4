using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Means against pregnancy by their names: "effective contraception (oral contraceptives, an intrauterine device or a sponge)".</content>
internal sealed partial class IslandParser
{
    private static readonly FrozenSet<string> AgainstPregnancy = KindsOfWords.Actions.Of("means");

    private const string Contraceptive = "contracept";

    /// <summary>True where contraception was spoken of before: a device is then a means of it, and no procedure that is asked for.</summary>
    private bool contraceptionSaid;

    private bool IsMeansAgainstPregnancy(Concept concept, LexiconEntry? entry)
    {
        var name = entry?.Name ?? concept.Name;
        return name.Contains(Contraceptive, StringComparison.Ordinal) || AgainstPregnancy.Contains(name)
            || (qualifiers.Count > 0 && AgainstPregnancy.Contains($"{Spelled(qualifiers[^1].Span)} {name}"))
            || (entry is not null && lexicon.Broader(entry).Any(wider => wider.Name.Contains(Contraceptive, StringComparison.Ordinal)));
    }
}
