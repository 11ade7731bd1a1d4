using System.Buffers;

namespace Trialist.Matching.Windows;

/// <summary>Which anchors of windows stand for the day of the match.</summary>
internal static class Anchors
{
    // A person who is being matched is about to be screened: these moments all lie at or shortly after the day of the match.
    // Any other anchor ("diagnosis", "transplant") names a day that the matcher does not know.
    private static readonly SearchValues<string> AtTheMatch = SearchValues.Create(
    [
        "screen", "enrol", "random", "first dose", "dose", "baseline", "study", "inclusion", "consent", "registration", "entry",
        "visit", "day 1", "day 0", "day -", "infusion", "apheresis", "treatment", "trial", "now", "recruitment", "administration", "allocation",
        "conditioning", "lymphodepletion", "start",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> InThePast =
        SearchValues.Create(["last ", "previous", "prior", "diagnos", "onset", "transplant", "surgery", "relapse", "progression"], StringComparison.OrdinalIgnoreCase);

    public static bool IsTheMatch(string? anchor) =>
        anchor is null || (!anchor.AsSpan().ContainsAny(InThePast) && anchor.AsSpan().ContainsAny(AtTheMatch));
}
