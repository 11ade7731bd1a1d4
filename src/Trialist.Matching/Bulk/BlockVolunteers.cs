using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>Of whom of a block the limit "no healthy volunteers" is met, and of whom it is not; it follows <see cref="VolunteerRule"/>, but by the forms of facts.</summary>
/// <param name="asOf">The day of the match, as a day number.</param>
internal sealed class BlockVolunteers(int asOf)
{
    private FactNumbers? numbers;
    private Sign[] signs = []; // by form

    private enum Sign : byte
    {
        NotSeen,
        None,
        Condition,
        Healthy,
        NotHealthy,
    }

    /// <summary>Adds the persons of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="met">Takes of whom the limit is met.</param>
    /// <param name="notMet">Takes of whom it is not.</param>
    public void Lay(PersonColumns block, Span<ulong> met, Span<ulong> notMet)
    {
        if (!ReferenceEquals(numbers, block.Numbers))
        {
            (numbers, signs) = (block.Numbers, []);
        }

        for (var person = 0; person < block.Count; person++)
        {
            var sign = SignOf(block, person);
            (sign == Sign.Healthy ? notMet : met)[person >> 6] |= sign == Sign.None ? 0 : 1UL << (person & 63);
        }
    }

    // What is said of being healthy goes before every condition.
    private Sign SignOf(PersonColumns block, int person)
    {
        var found = Sign.None;
        for (var fact = block.FirstFactOf(person); fact < block.FirstFactOf(person + 1); fact++)
        {
            var sign = SignOf(block, fact, block.Forms[fact]);
            if (sign != Sign.None && sign != found && !block.Days[fact].Begin(asOf))
            {
                found = sign;
                if (sign != Sign.Condition)
                {
                    break;
                }
            }
        }

        return found;
    }

    private Sign SignOf(PersonColumns block, int fact, int form)
    {
        if (form == PersonColumns.NotAsked)
        {
            return SignOf(block.Facts[fact]);
        }

        if (form >= signs.Length)
        {
            Array.Resize(ref signs, Math.Max(form + 1, signs.Length * 2));
        }

        ref var known = ref signs[form];
        return known != Sign.NotSeen ? known : known = SignOf(block.Facts[fact]);
    }

    private static Sign SignOf(Fact fact) => VolunteerRule.IsCondition(fact) ? Sign.Condition
        : !VolunteerRule.SaysWhetherHealthy(fact) ? Sign.None
        : fact.Presence == Presence.Present ? Sign.Healthy
        : Sign.NotHealthy;
}
