namespace Trialist.Model.Studies;

/// <summary>What is given or done.</summary>
/// <param name="Type">The registry's type, such as <c>DRUG</c>; null when not given.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is; null when not given.</param>
/// <param name="ArmLabels">The arms that receive it.</param>
/// <param name="OtherNames">Brand names, codes and other synonyms.</param>
public sealed record Intervention(string? Type, string Name, string? Description, ValueList<string> ArmLabels, ValueList<string> OtherNames);
