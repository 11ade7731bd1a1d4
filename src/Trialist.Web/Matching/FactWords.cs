using Trialist.Criteria.English;

namespace Trialist.Web.Matching;

/// <summary>A fact of a person in one line: what, value, date.</summary>
internal static class FactWords
{
    public static string Of(Fact fact)
    {
        var value = FactEnglish.ValueOf(fact) is { } said ? $" {said}" : "";
        var presence = fact.Presence switch { Presence.Absent => "no ", Presence.Uncertain => "possibly ", _ => "" };
        var date = (fact.Date ?? fact.Start) is { } known ? $", {known.InWords()}" : "";
        return $"{presence}{FactEnglish.NameOf(fact)}{value}{date}";
    }
}
