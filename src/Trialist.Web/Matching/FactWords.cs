using Trialist.Criteria.English;

namespace Trialist.Web.Matching;

/// <summary>A fact of a person in one line: what, value, date.</summary>
internal static class FactWords
{
    public static string Of(Fact fact)
    {
        var value = FactEnglish.ValueOf(fact) is { } said ? $" {said}" : "";
        var presence = fact.Presence switch { Presence.Absent => "no ", Presence.Uncertain => "possibly ", _ => "" };
        return $"{presence}{FactEnglish.NameOf(fact)}{value}{When(fact)}";
    }

    // Whether it goes on decides in many criteria, and the reader can only put right what is said.
    private static string When(Fact fact) => fact switch
    {
        { Presence: Presence.Present, Start: { } start, End: { } end } => $", {start.InWords()} to {end.InWords()}",
        { Presence: Presence.Present, End: { } end } => $", until {end.InWords()}",
        { Presence: Presence.Present, Type: LeafType.Treatment, Status: FactStatus.Active, Start: { } since } => $", since {since.InWords()}",
        _ => $"{((fact.Date ?? fact.Start) is { } known ? $", {known.InWords()}" : "")}{Standing(fact)}",
    };

    private static string Standing(Fact fact) => fact switch
    {
        { Presence: not Presence.Present } => "",
        { Status: FactStatus.Past } => " (past)",
        { Status: FactStatus.Planned } => " (planned)",
        { Status: FactStatus.Active, Type: LeafType.Treatment } => " (now)",
        _ => "",
    };
}
