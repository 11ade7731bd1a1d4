using Trialist.Matching.Changes;

namespace Trialist.Web.Matching;

/// <summary>What would let a person take part, in a sentence.</summary>
internal static class ChangeWords
{
    public static string Of(Change change)
    {
        var which = VerdictWords.Id(change.Criterion);
        if (change.On is { } day)
        {
            return $"{which}: from {PartialDate.OfDay(day).InWords()} on, if nothing else changes ({change.Leaf}).";
        }

        return change.Needed == Truth.True ? $"{which}: if this held: {change.Leaf}." : $"{which}: if this did not hold: {change.Leaf}.";
    }
}
