namespace Trialist.Web.Studies;

/// <summary>Headings that the page says itself.</summary>
internal static class NoteHeading
{
    public static bool Is(string note) =>
        note.Trim().Trim(':', '*', '-', ' ').ToLowerInvariant() is "inclusion criteria" or "exclusion criteria" or "inclusion" or "exclusion" or "eligibility criteria" or "criteria";
}
