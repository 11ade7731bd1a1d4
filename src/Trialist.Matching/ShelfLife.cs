namespace Trialist.Matching;

/// <summary>For how long a fact is believed where the words give no window. The table stands in docs/reference/matching.md.</summary>
public static class ShelfLife
{
    /// <summary>Laboratory values, vital signs, performance status and other scores: 28 days, the screening period of most protocols.</summary>
    public const int ValueDays = 28;

    /// <summary>Left ventricular ejection fraction: 90 days.</summary>
    public const int EjectionFractionDays = 90;

    /// <summary>Body height: ten years.</summary>
    public const int HeightDays = 3652;

    /// <summary>A denial of a condition, an operation, a marker or an allergy: one year.</summary>
    public const int DenialDays = 365;

    /// <summary>A denial of a treatment, of pregnancy, lactation or of taking part in another study: 28 days.</summary>
    public const int ShortDenialDays = 28;

    /// <summary>For how many days a value of the concept is believed.</summary>
    public static int OfValue(Concept concept) => concept.Name switch
    {
        "lvef" => EjectionFractionDays,
        "height" or "body height" => HeightDays,
        _ => ValueDays,
    };

    /// <summary>For how many days a denial of such a fact is believed.</summary>
    public static int OfDenial(LeafType type) => type switch
    {
        LeafType.Treatment or LeafType.Pregnancy or LeafType.Lactation or LeafType.Participation => ShortDenialDays,
        _ => DenialDays,
    };
}
