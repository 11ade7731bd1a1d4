namespace Trialist.Criteria.Structure;

/// <summary>The mark that a list item begins with.</summary>
/// <param name="Kind">What kind of mark.</param>
/// <param name="Style">The character that tells marks of one list from those of another: the bullet itself, or what closes a number.</param>
/// <param name="Number">The number written; letters count from a = 1; 0 for bullets.</param>
/// <param name="Roman">The number when the letters are read as a roman numeral; 0 when they are none.</param>
/// <param name="End">Index of the first character of the item's own words.</param>
internal readonly record struct Marker(MarkerKind Kind, char Style, int Number, int Roman, int End)
{
    public static Marker None(int start) => new(MarkerKind.None, '\0', 0, 0, start);

    public bool IsMarked => Kind != MarkerKind.None;

    /// <summary>True when both marks may stand in one list.</summary>
    public bool IsSameList(Marker other) => Kind == other.Kind && Style == other.Style;

    /// <summary>True when this mark is the one that comes after the other in one list.</summary>
    public bool Follows(Marker other) =>
        IsSameList(other) && ((Number > 1 && Number == other.Number + 1) || (Roman > 1 && Roman == other.Roman + 1));

    /// <summary>True when the mark begins a list: 1, a, i.</summary>
    public bool IsFirst => Kind is MarkerKind.Number or MarkerKind.Letter && (Number == 1 || Roman == 1);
}
