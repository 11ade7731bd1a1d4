namespace Trialist.Matching.Leaves;

/// <summary>Which narrowing words imply and which exclude each other. Words of one group exclude each other; words in no group never exclude anything.</summary>
internal static class QualifierWords
{
    private static readonly string[][] Exclusive =
    [
        ["mild", "moderate", "severe"],
        ["mild", "life-threatening"],
        ["active", "inactive", "resolved", "in remission", "latent", "past"],
        ["controlled", "uncontrolled"],
        ["well controlled", "uncontrolled"],
        ["stable", "unstable"],
        ["treated", "untreated"],
        ["metastatic", "localized", "non-metastatic"],
        ["metastatic", "localised"],
        ["acute", "chronic"],
        ["symptomatic", "asymptomatic"],
        ["resectable", "unresectable"],
        ["positive", "negative", "absent"],
        ["present", "absent", "negative"],
        ["detectable", "undetectable"],
        ["mutated", "wild type"],
        ["mutant", "wild-type"],
        ["amplified", "not amplified"],
        ["high", "low", "normal"],
        ["elevated", "decreased", "normal"],
        ["abnormal", "normal"],
    ];

    // Narrower words first: whoever has the first has the second.
    private static readonly (string Narrow, string Broad)[] Implied =
    [
        ("oral", "systemic"), ("intravenous", "systemic"), ("intramuscular", "systemic"), ("subcutaneous", "systemic"), ("parenteral", "systemic"),
        ("intravenous", "parenteral"), ("intramuscular", "parenteral"), ("subcutaneous", "parenteral"),
        ("life-threatening", "severe"), ("in remission", "inactive"), ("resolved", "inactive"), ("metastatic", "advanced"),
        ("uncontrolled", "active"), ("progressive", "active"), ("elevated", "abnormal"), ("decreased", "abnormal"), ("mutated", "positive"), ("mutant", "positive"),
        ("detectable", "positive"), ("undetectable", "negative"), ("present", "positive"), ("absent", "negative"),
    ];

    // "relapsed or refractory": one of the two is enough.
    private const string Either = " or ";

    public static bool Implies(QualifierKind kind, string recorded, string asked) =>
        Same(recorded, asked) ||
        Implied.Any(pair => Same(pair.Narrow, recorded) && Same(pair.Broad, asked)) ||
        (kind == QualifierKind.Status && asked.Contains(Either, StringComparison.Ordinal) && asked.Split(Either).Any(one => Implies(kind, recorded, one))) ||
        (kind == QualifierKind.Stage && Stage(recorded) is { } have && Stage(asked) is { } want && have.Number == want.Number && want.Part.Length == 0);

    public static bool Excludes(QualifierKind kind, string recorded, string asked) => kind switch
    {
        QualifierKind.Stage => Stage(recorded) is { } have && Stage(asked) is { } want &&
            (have.Number != want.Number || (have.Part.Length > 0 && want.Part.Length > 0 && !have.Part.StartsWith(want.Part, StringComparison.Ordinal) && !want.Part.StartsWith(have.Part, StringComparison.Ordinal))),
        QualifierKind.Grade => Number(recorded) is { } have && Number(asked) is { } want && have != want,
        // A person may have a drug by two routes and a disease at two sites, and a test may be done in two ways.
        QualifierKind.Route or QualifierKind.Site or QualifierKind.Method or QualifierKind.Role or QualifierKind.Purpose or QualifierKind.Subject or QualifierKind.Scale => false,
        QualifierKind.Status or QualifierKind.Severity or QualifierKind.Result =>
            !Same(recorded, asked) && Exclusive.Any(group => group.Any(word => Same(word, recorded)) && group.Any(word => Same(word, asked))),
    };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static decimal? Number(string grade) =>
        decimal.TryParse(grade.AsSpan(grade.LastIndexOf(' ') + 1), out var number) ? number : Roman(grade[(grade.LastIndexOf(' ') + 1)..]);

    private static (decimal Number, string Part)? Stage(string words)
    {
        var text = words.Replace("stage", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
        var length = text.TakeWhile(letter => letter is 'i' or 'v' || char.IsAsciiDigit(letter)).Count();
        var number = decimal.TryParse(text.AsSpan(0, length), out var digits) ? digits : Roman(text[..length]);
        return number is { } value ? (value, text[length..].Trim()) : null;
    }

    private static decimal? Roman(string text) => text.ToLowerInvariant() switch
    {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        _ => null,
    };
}
