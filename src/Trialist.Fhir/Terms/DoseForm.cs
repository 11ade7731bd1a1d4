namespace Trialist.Fhir.Terms;

/// <summary>Tells the route of a product from the dose form in its RxNorm name.</summary>
internal static class DoseForm
{
    // Dose forms as RxNorm prints them (TTY DF); the first that fits counts, so the narrower stand first.
    private static readonly (string Form, string Route)[] Forms =
    [
        ("inhal", "inhaled"), ("nasal", "nasal"), ("ophthalmic", "ophthalmic"), ("otic", "otic"), ("topical", "topical"), ("transdermal", "transdermal"),
        ("vaginal", "vaginal"), ("rectal", "rectal"), ("intrauterine", "intrauterine"), ("implant", "subcutaneous"), ("subcutaneous", "subcutaneous"),
        ("intramuscular", "intramuscular"), ("intravenous", "intravenous"), ("injec", "parenteral"), ("injet", "parenteral"), ("syringe", "parenteral"),
        ("oral", "oral"), ("tablet", "oral"), ("capsule", "oral"), ("cream", "topical"), ("ointment", "topical"), ("patch", "transdermal"),
    ];

    /// <summary>The route; null when the name says none.</summary>
    public static string? RouteOf(string name)
    {
        foreach (var (form, route) in Forms)
        {
            if (name.Contains(form, StringComparison.Ordinal))
            {
                return route;
            }
        }

        return null;
    }
}
