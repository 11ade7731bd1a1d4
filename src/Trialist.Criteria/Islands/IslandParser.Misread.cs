using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What those who may take part have to do, written among those who may not.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList DemandVerbs = new("must ", "should ", "shall ", "need to agree", "required to use", "required to have");

    private static readonly PhraseList TurnsDemand = new("not", "never", "also not", "be excluded", "be ineligible", "be no ");

    /// <summary>Why what was understood of all words cannot be what they say; null where it can.</summary>
    private string? WhyMisread(Predicate built) =>
        nodes.Exists(node => node.IsAction) && nodes.TrueForAll(node => node.IsAction || node.IsGroup || node is { IsLeaf: true, Bounds: null, Type: LeafType.Sex or LeafType.Age }) ? null
        : ClashingDemands.AreIn(built) || (exclusion && (DemandsOfExcluded() || ClashingDemands.ShutOutWhoComplies(built))) ? Reasons.Clash
        : RunOnNames.AreIn(built, Words, text) ? Reasons.NameEnds
        : !exclusion && (AsksOfTheseOnly(built) || AsksOfWomenOnly(built)) ? Reasons.OfSomeOnly
        : MayBeChoices() ? Reasons.BelongTogether
        : Others.OccursIn(Words) ? Reasons.OtherPerson
        : FurtherSentences.OccursIn(Words) ? Reasons.FurtherSentence
        : null;

    private static readonly PhraseList Others = new("whose parent", "whose mother", "whose guardian", "whose caregiver", "whose spouse", "whose famil", "whose sibling");

    // "Must not weigh more than 150 kg. These patients cannot be scanned": said of those who may not take part.
    private static readonly PhraseList FurtherSentences = new(". these patients", ". these subjects", ". these participants", ". such patients", ". such subjects");

    // "Premenopausal female subjects must not be pregnant": others need not be women.
    private bool AsksOfWomenOnly(Predicate built)
    {
        if (!exclusion && built is Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Pregnancy or LeafType.Lactation } mothers, ..] } && mothers.Span.Start - items[0].Start < FarthestBearer && text.AsSpan(mothers.Span.End, textEnd - mothers.Span.End).IndexOf(" must ", StringComparison.OrdinalIgnoreCase) is >= 0 and < FarthestBearer)
        {
            // "Lactating women must agree to stop nursing"
            return true;
        }

        if (built is not Predicate.All { Items: var asked } || !Words.Contains(" must ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var item in asked)
        {
            if (item is Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "female" } who && who.Span.End < textEnd)
            {
                return text.AsSpan(who.Span.End, textEnd - who.Span.End).Contains(" must ", StringComparison.OrdinalIgnoreCase) && asked.Any(one => one is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Pregnancy } } or Predicate.Leaf { Type: LeafType.Pregnancy or LeafType.Contraception });
            }
        }

        return false;
    }

    /// <summary>All that is read.</summary>
    private ReadOnlySpan<char> Words => items.Count > 0 ? text.AsSpan(items[0].Start, textEnd - items[0].Start) : default;

    // "Women of childbearing potential must use contraception", among the exclusions: who does so is not shut out.
    private bool DemandsOfExcluded()
    {
        var words = Words;
        while (DemandVerbs.IndexIn(words) is >= 0 and var found)
        {
            var behind = words[(found + words[found..].IndexOf(' ') + 1)..];
            var ahead = words[..found].TrimEnd();
            if (!StartsTurned(behind) && !EndsRelative(ahead) && (found == 0 || !char.IsLetter(words[found - 1])))
            {
                return true;
            }

            words = behind;
        }

        return false;
    }

    private static readonly PhraseList Bearers = new("patients with ", "patients who ", "subjects with ", "subjects who ", "participants with ", "participants who ", "individuals with ", "volunteers with ");

    /// <summary>The words that name whom a demand is made of begin so near to its beginning.</summary>
    private const int FarthestBearer = 24;

    // "Patients with brain metastases must have been off steroids": nobody else is asked.
    private bool AsksOfTheseOnly(Predicate built)
    {
        var words = Words;
        return built is Predicate.All && Bearers.IndexIn(words) is >= 0 and < FarthestBearer and var from && words[from..].IndexOf(" must ", StringComparison.OrdinalIgnoreCase) is > 0 and var verb && words[from..(from + verb)].IndexOfAny(".;:") < 0 && (from == 0 || words[..from].Trim().IndexOf(' ') < 0);
    }

    private static bool StartsTurned(ReadOnlySpan<char> words) => TurnsDemand.IndexIn(words[..Math.Min(words.Length, LongestTurn)]) is 0 or 1;

    /// <summary>The longest of the words that turn a demand.</summary>
    private const int LongestTurn = 14;

    // "those who must take aspirin": who they are.
    private static bool EndsRelative(ReadOnlySpan<char> words) => words.EndsWith(" who", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" that", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" which", StringComparison.OrdinalIgnoreCase) || words.Equals("who", StringComparison.OrdinalIgnoreCase);
}
