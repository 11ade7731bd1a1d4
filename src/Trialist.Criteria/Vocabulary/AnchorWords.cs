using System.Globalization;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Words that name the point of a study that time is counted from.</summary>
internal static class AnchorWords
{
    // A later row wins over an earlier one where a phrase holds both: "randomisation visit" is randomisation.
    private static readonly (string Anchor, string[] Words)[] Rows =
    [
        ("study start", ["study", "trial", "start", "begin", "beginning", "initiation", "protocol", "starting", "commencement", "initiating"]),
        ("visit", ["visit", "visits"]),
        ("enrolment", ["enrollment", "enrolment", "enrolling", "enrolled", "entry", "entering", "inclusion", "included", "entrance", "recruitment", "joining", "participation", "admission", "participating", "enroll", "accrual"]),
        ("registration", ["registration", "registering"]),
        ("first dose", ["dose", "dosing", "administration", "drug", "treatment", "medication", "therapy", "product", "infusion", "injection", "c1d1", "imp", "intervention"]),
        ("day 1", ["day"]),
        ("cycle 1", ["cycle"]),
        ("baseline", ["baseline"]),
        ("screening", ["screening", "screen", "screened"]),
        ("randomisation", ["randomization", "randomisation", "randomized", "randomised"]),
        ("surgery", ["surgery", "operation", "procedure"]),
        ("apheresis", ["leukapheresis", "apheresis"]),
        ("lymphodepletion", ["lymphodepletion", "lymphodepleting", "conditioning"]),
        ("vaccination", ["vaccination", "vaccine", "immunization"]),
        ("transplantation", ["transplant", "transplantation"]),
        ("diagnosis", ["diagnosis"]),
        ("birth", ["birth"]),
        ("informed consent", ["consent", "icf", "assent"]),
    ];

    private static readonly Dictionary<string, int> Ranks = Rows.SelectMany((row, rank) => row.Words.Select(word => (word, rank))).ToDictionary(pair => pair.word, pair => pair.rank, StringComparer.Ordinal);

    public static IEnumerable<string> All => Ranks.Keys;

    /// <summary>How strongly a word names an anchor; -1 when it names none.</summary>
    public static int RankOf(string? word) => word is not null && Ranks.TryGetValue(word, out var rank) ? rank : -1;

    /// <summary>True for the name of a row, a numbered day, and several of them that are joined.</summary>
    public static bool IsKnown(string anchor)
    {
        foreach (var (joined, length) in (ReadOnlySpan<(int, int)>)[(anchor.IndexOf(And, StringComparison.Ordinal), And.Length), (anchor.IndexOf(Or, StringComparison.Ordinal), Or.Length)])
        {
            if (joined > 0)
            {
                return IsKnown(anchor[..joined]) && IsKnown(anchor[(joined + length)..]);
            }
        }

        return Array.Exists(Rows, row => row.Anchor == anchor) || (anchor.StartsWith(DayWord, StringComparison.Ordinal) && decimal.TryParse(anchor.AsSpan(DayWord.Length), CultureInfo.InvariantCulture, out _));
    }

    /// <summary>Both points: "screening and baseline", "screening or enrolment".</summary>
    public static string Joined(string one, string other, bool or) => one == other ? one : $"{one}{(or ? Or : And)}{other}";

    /// <summary>"day 0", "day -1": protocols count from the one as well as from the other.</summary>
    public static string Day(decimal number) => string.Create(CultureInfo.InvariantCulture, $"{DayWord}{number:0.##}");

    private const string And = " and ";
    private const string Or = " or ";
    private const string DayWord = "day ";

    public static string Name(int rank) => Rows[rank].Anchor;
}
