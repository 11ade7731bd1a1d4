namespace Trialist.Model.Eligibility;

/// <summary>How the children of a criterion join.</summary>
public abstract record Combine
{
    private Combine() { }

    /// <summary>Every child holds.</summary>
    public sealed record All : Combine;

    /// <summary>At least one child holds.</summary>
    public sealed record Any : Combine;

    /// <summary>At least <paramref name="Count"/> children hold.</summary>
    /// <param name="Count">How many.</param>
    public sealed record AtLeast(int Count) : Combine;
}
