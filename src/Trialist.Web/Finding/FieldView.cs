namespace Trialist.Web.Finding;

/// <summary>One text field of the search form.</summary>
internal sealed record FieldView(SearchRequest Asked, string Name, string Label, string Hint)
{
    public static readonly (string Value, string Label)[] Distances =
    [
        ("", "any distance"), ("10km", "10 km"), ("25km", "25 km"), ("50km", "50 km"), ("100km", "100 km"), ("250km", "250 km"), ("500km", "500 km"), ("25mi", "25 miles"), ("50mi", "50 miles"), ("100mi", "100 miles"),
    ];

    public static readonly (string Value, string Label)[] Orders =
    [
        ("", ""), ("relevance", "Best match"), ("distance", "Nearest first"), ("updated", "Last changed"), ("start", "Latest start"), ("enrolment", "Most participants"),
    ];

    public string Type { get; init; } = "text";

    public bool Wide { get; init; }

    /// <summary>What the keyboard of a phone should offer; null for letters.</summary>
    public string? Mode { get; init; }

    /// <summary>What is suggested while typing: condition, treatment or place; null for nothing.</summary>
    public string? Suggests { get; init; }

    /// <summary>A button that only scripts can serve; null for none.</summary>
    public string? Button { get; init; }

    public string? Error => Asked.Errors.GetValueOrDefault(Name);
}
