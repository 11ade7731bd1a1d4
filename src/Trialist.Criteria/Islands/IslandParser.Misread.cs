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
        : !exclusion && (AsksOfTheseOnly(built) || AsksOfWomenOnly(built) || LimitsSomeOnly(built)) ? Reasons.OfSomeOnly
        : MayBeChoices() ? Reasons.BelongTogether
        : Others.OccursIn(InOneLine) ? Reasons.OtherPerson
        : FurtherSentences.OccursIn(InOneLine) ? Reasons.FurtherSentence
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

        if (built is not Predicate.All { Items: var asked } || !Words.Contains(" must", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var item in asked)
        {
            if (item is Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "female" } who && who.Span.End < textEnd)
            {
                return text.AsSpan(who.Span.End, textEnd - who.Span.End).Contains(" must", StringComparison.OrdinalIgnoreCase) && asked.Any(one => one is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Pregnancy } } or Predicate.Leaf { Type: LeafType.Pregnancy or LeafType.Contraception });
            }
        }

        return false;
    }

    // "Lansky 50-100 % (10 years of age and under)", "hemoglobin ≥ 9 g/dL (women)": others have a limit of their own, or none.
    private static bool LimitsSomeOnly(Predicate built) =>
        built is Predicate.All { Items: [Predicate.Leaf { Bounds: not null, Type: LeafType.Measurement or LeafType.Score } limit, Predicate.Leaf { Type: LeafType.Age or LeafType.Sex } who] }
        && who.Span.Start > limit.Span.Start && (who.Type == LeafType.Age ? limit.Type == LeafType.Score && who.Bounds is not null : who.Concept.Name is "male" or "female");

    // Old records break their lines anywhere: "patients must / agree".
    private ReadOnlySpan<char> InOneLine => Words.Contains('\n') ? inOneLine ??= string.Join(' ', Words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : Words;

    private string? inOneLine;

    /// <summary>All that is read.</summary>
    private ReadOnlySpan<char> Words => items.Count > 0 ? text.AsSpan(items[0].Start, textEnd - items[0].Start) : default;

    // "Women of childbearing potential must use contraception", among the exclusions: who does so is not shut out.
    private bool DemandsOfExcluded()
    {
        var words = InOneLine;
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

    // "Patients with brain metastases must have been off steroids", "No dialysis. Patients who had cisplatin must have …": nobody else is asked.
    private bool AsksOfTheseOnly(Predicate built)
    {
        if (built is not Predicate.All { Items: var asked })
        {
            return false;
        }

        var words = InOneLine;
        for (var number = 0; number < MostBearers && Bearers.IndexIn(words) is >= 0 and var from; number++)
        {
            var ahead = words[..from].Trim();
            var begins = number == 0 && from < FarthestBearer && ahead.IndexOf(' ') < 0;
            words = words[from..];
            var sentence = words[..(words.IndexOfAny(".;:") is >= 0 and var stop ? stop : words.Length)];
            if (sentence.IndexOf(" must ", StringComparison.OrdinalIgnoreCase) > 0 && (begins || (ahead.EndsWith(".") && !asked.Any(item => item is Predicate.Any { Items: [Predicate.Not, ..] }))))
            {
                return true;
            }

            words = words[Math.Min(ShortestBearer, words.Length)..];
        }

        return false;
    }

    /// <summary>No shorter words name whom a demand is made of.</summary>
    private const int ShortestBearer = 9;

    /// <summary>A criterion that names more persons is looked through no further.</summary>
    private const int MostBearers = 50;

    private static bool StartsTurned(ReadOnlySpan<char> words) => TurnsDemand.IndexIn(words[..Math.Min(words.Length, LongestTurn)]) is 0 or 1;

    /// <summary>The longest of the words that turn a demand.</summary>
    private const int LongestTurn = 14;

    // "those who must take aspirin": who they are.
    private static bool EndsRelative(ReadOnlySpan<char> words) => words.EndsWith(" who", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" that", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" which", StringComparison.OrdinalIgnoreCase) || words.Equals("who", StringComparison.OrdinalIgnoreCase);
}
