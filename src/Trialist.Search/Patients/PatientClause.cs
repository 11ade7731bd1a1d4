namespace Trialist.Search.Patients;

/// <summary>A run of words of a note without a break in its sense; an empty word stands for a comma or bracket.</summary>
/// <param name="Words">The words as written.</param>
/// <param name="Weight">How much it says about what the patient has now: 1 for a plain clause.</param>
internal sealed record PatientClause(List<string> Words, float Weight);
