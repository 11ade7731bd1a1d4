namespace Trialist.Web.Words;

/// <summary>How far a criterion was understood, in people's words.</summary>
internal static class ReadingWords
{
    public static (string Label, string Meaning) Of(Reading reading) => reading switch
    {
        Reading.Full => ("read", "The engine understood every word that matters."),
        Reading.Partial => ("read in part", "Some words were not understood; they are underlined."),
        Reading.Judgement => ("a clinician decides", "Only a person can decide this."),
        Reading.Action => ("at enrolment", "This is done when somebody joins, such as signing a consent."),
        Reading.None => ("not read", "The engine did not understand this criterion. Read it yourself."),
    };
}
