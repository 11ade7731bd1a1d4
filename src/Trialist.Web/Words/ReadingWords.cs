namespace Trialist.Web.Words;

/// <summary>How far a criterion was understood, in people's words.</summary>
internal static class ReadingWords
{
    /// <summary>All readings, the best first.</summary>
    public static readonly Reading[] InOrder = [Reading.Full, Reading.Partial, Reading.Judgement, Reading.Action, Reading.None];

    /// <summary>What stands behind a number of criteria.</summary>
    public static string OfMany(Reading reading) => reading switch
    {
        Reading.Full => "read in full",
        Reading.Partial => "read in part",
        Reading.Judgement => "for a clinician to decide",
        Reading.Action => "done at enrolment",
        Reading.None => "not read",
    };

    public static (string Label, string Meaning) Of(Reading reading) => reading switch
    {
        Reading.Full => ("read in full", "The engine understood every word that matters."),
        Reading.Partial => ("read in part", "Some words were not understood; they are underlined."),
        Reading.Judgement => ("a clinician decides", "Only a person can decide this."),
        Reading.Action => ("at enrolment", "This is done when somebody joins, such as signing a consent."),
        Reading.None => ("not read", "The engine did not understand this criterion. Read it yourself."),
    };
}
