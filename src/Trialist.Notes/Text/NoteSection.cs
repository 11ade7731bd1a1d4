namespace Trialist.Notes.Text;

/// <summary>The part of a note that a sentence stands in, where it changes what the words mean.</summary>
internal enum NoteSection
{
    /// <summary>The story itself, or a part that changes nothing.</summary>
    Plain,

    /// <summary>Past medical history: what is listed is or was there.</summary>
    PastHistory,

    /// <summary>Past surgical history: what is listed was done.</summary>
    SurgicalHistory,

    /// <summary>Medications taken now.</summary>
    Medications,

    /// <summary>Medications that were taken before.</summary>
    PastMedications,

    /// <summary>Allergies.</summary>
    Allergies,

    /// <summary>Family history: what is listed concerns relatives.</summary>
    Family,

    /// <summary>Plans and recommendations.</summary>
    Plan,
}
