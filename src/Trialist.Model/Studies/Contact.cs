namespace Trialist.Model.Studies;

/// <summary>Somebody to ask.</summary>
/// <param name="Name">Person or office.</param>
/// <param name="Role">The registry's role, such as <c>CONTACT</c> or <c>PRINCIPAL_INVESTIGATOR</c>.</param>
/// <param name="Phone">Telephone; null when not given.</param>
/// <param name="PhoneExt">Extension; null when not given.</param>
/// <param name="Email">E-mail; null when not given.</param>
/// <param name="Affiliation">Employer, for officials; null when not given.</param>
public sealed record Contact(string Name, string? Role, string? Phone, string? PhoneExt, string? Email, string? Affiliation);
