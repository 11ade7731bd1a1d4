namespace Trialist.Criteria.Structure;

/// <summary>Knows words that name a group of persons above a list of what is asked of them: "Age 65-70 years:".</summary>
internal static class GroupHeadings
{
    // With one of these the words ask the list of everybody.
    private static readonly string[] Demands = [" who", "must", " with", "meet", "follow", "have", "has ", "should", "one of", "any of", "all of", "either"];

    /// <summary>True when the words end in a colon and say nothing but an age, or an age and a sex.</summary>
    /// <param name="words">The words of a criterion that has a list under it.</param>
    /// <param name="own">What was read from them.</param>
    public static bool Names(ReadOnlySpan<char> words, Predicate own)
    {
        if (!words.TrimEnd(" *_\r\n\t").EndsWith(":") || !IsOfPersons(own, out var aged) || !aged)
        {
            return false;
        }

        foreach (var demand in Demands)
        {
            if (words.Contains(demand, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfPersons(Predicate predicate, out bool aged)
    {
        aged = false;
        foreach (var leaf in Leaves.Of(predicate))
        {
            if (leaf.Type is not (LeafType.Age or LeafType.Sex))
            {
                return false;
            }

            aged |= leaf is { Type: LeafType.Age, Bounds: not null };
        }

        return true;
    }
}
