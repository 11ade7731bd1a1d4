namespace Trialist.Matching.Bulk;

/// <summary>The bitmaps of an atom: of whom it is true, of whom it is false, of whom nothing at all is known that bears on it.</summary>
internal static class Side
{
    public const int True = 0;
    public const int False = 1;

    /// <summary>
    /// Only asked of atoms with an exception that names kinds of what they name, which lifts them where nothing else points to them, and of
    /// those in whose place others stand where they are unknown.
    /// </summary>
    public const int Silent = 2;

    /// <summary>Sides of an atom.</summary>
    public const int Count = 3;

    public static int Of(int atom, int side) => (atom * Count) + side;
}
