namespace Trialist.Web.Finding;

/// <summary>What was typed, as a sentence about it repeats it: the beginning is enough to know it again.</summary>
internal static class Echo
{
    private const int Longest = 60;

    public static string Of(string typed) => typed.Length <= Longest ? typed : typed[..(Longest - 1)] + "…";
}
