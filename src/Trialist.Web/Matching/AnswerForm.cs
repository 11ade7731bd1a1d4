using System.Globalization;
using Trialist.Terminology;

namespace Trialist.Web.Matching;

/// <summary>The answer to a question that a match asked.</summary>
internal sealed class AnswerForm
{
    /// <summary>The name of the fact that was asked for.</summary>
    public string? Ask { get; set; }

    /// <summary>The kind of fact.</summary>
    public LeafType? Type { get; set; }

    /// <summary><c>yes</c>, <c>no</c>, or a number; empty where it is not known.</summary>
    public string? Value { get; set; }

    /// <summary>The unit of the number, in UCUM.</summary>
    public string? Unit { get; set; }

    /// <summary>True where the answer is a number.</summary>
    public static bool IsNumber(LeafType? type) => type is LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Lines or LeafType.LifeExpectancy;

    /// <summary>True where a form can take the answer; an age or a sex has its own field.</summary>
    public static bool CanBeAnswered(Question question) => question.Asks is not (null or LeafType.Age or LeafType.Sex or LeafType.Judgement or LeafType.Unread);

    /// <summary>Units to choose from, the usual one first; none for scores and counts.</summary>
    public static IReadOnlyList<string> UnitsOf(Question question) => question.Asks switch
    {
        LeafType.LifeExpectancy => ["mo", "wk", "a"],
        LeafType.Measurement when Lexicon.Default.ByName(EntryKind.Analyte, question.Ask)?.Analyte is { } profile => [.. new[] { profile.Unit }.Concat(profile.Units).Distinct()],
        _ => [],
    };

    /// <summary>A unit to choose, as people write it.</summary>
    public static string WordsOf(string unit) => unit switch
    {
        "a" => "years",
        "mo" => "months",
        "wk" => "weeks",
        "d" => "days",
        "[ULN]" => "x upper limit of normal",
        "Cel" => "°C",
        "[degF]" => "°F",
        _ => unit.Replace("10*", "10^", StringComparison.Ordinal).Replace("{1.73_m2}", "1.73 m²", StringComparison.Ordinal).Replace("mm[Hg]", "mmHg", StringComparison.Ordinal),
    };

    /// <summary>What the answer says about the person; null where it says nothing, or nothing that can be understood.</summary>
    public Fact? ToFact(DateOnly asOf)
    {
        if (string.IsNullOrWhiteSpace(Ask) || Ask.Length > FormFacts.LongestName || Type is not { } type || string.IsNullOrWhiteSpace(Value))
        {
            return null;
        }

        var concept = Lexicon.Default.ByName(Ask)?.Concept ?? new Concept(Ask);
        var fact = new Fact(type, concept, "your answer") { Date = PartialDate.OfDay(asOf) };
        if (IsNumber(type))
        {
            return decimal.TryParse(Value.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? fact with { Value = new Quantity(number, string.IsNullOrWhiteSpace(Unit) ? null : Unit) }
                : null;
        }

        return Value switch
        {
            "no" => fact with { Presence = Presence.Absent },
            "yes" when type == LeafType.Biomarker => fact with { Qualifiers = [new Qualifier(QualifierKind.Result, "positive")] },
            "yes" when type == LeafType.Condition => fact with { Status = FactStatus.Active, Date = null },
            "yes" => fact with { Date = null },
            _ => null,
        };
    }
}
