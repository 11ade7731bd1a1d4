namespace Trialist.Matching.Bulk;

/// <summary>The words of a study's program. A number from 0 on is a literal: twice the atom, plus one where it is denied.</summary>
internal static class Op
{
    public const int Unknown = -1;
    public const int And = -2;
    public const int Or = -3;
    public const int AtLeast = -4;

    /// <summary>Followed by a literal and a program: the literal where it is known, else the program.</summary>
    public const int Else = -5;

    public static int Literal(int atom, bool denied) => (atom * 2) + (denied ? 1 : 0);
}
