namespace Trialist.Registry.Reading;

/// <summary>A value of a record that is not of the kind the registry keeps there. The record is kept as it came; the value reads as "not given" where it cannot be read at all.</summary>
/// <param name="Field">Where it stands, such as <c>protocolSection.contactsLocationsModule.locations[2].status</c>.</param>
/// <param name="Problem">What is wrong, as a clause without subject and full stop: "holds the number 12 where a text belongs".</param>
public sealed record FieldWarning(string Field, string Problem);
