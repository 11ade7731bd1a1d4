namespace Trialist.Matching.Bulk;

/// <summary>A fact of a block that may answer a limit: it has a value, or denies that there is one. All groups of a concept read them side by side.</summary>
/// <param name="Form">The number of its form; see <see cref="PlacedFact"/>.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="First">The first day on which it may have been measured, or on which it began; <see cref="PersonColumns.NoDay"/> where none is recorded.</param>
/// <param name="Last">The last such day.</param>
/// <param name="Value">Its value; null where it has a range of values or none.</param>
/// <param name="Fact">The fact.</param>
internal readonly record struct ValuedFact(int Form, ushort Owner, int First, int Last, Quantity? Value, Fact Fact)
{
    /// <summary>Reads it off a block.</summary>
    public static ValuedFact Of(in PlacedFact placed, PersonColumns block)
    {
        ref readonly var days = ref block.Days[placed.Fact];
        var (first, last) = days.DateFirst != PersonColumns.NoDay ? (days.DateFirst, days.DateLast) : (days.StartFirst, days.StartLast);
        return new ValuedFact(placed.Form, placed.Owner, first, last, block.Facts[placed.Fact].Value, block.Facts[placed.Fact]);
    }
}
