using System.Globalization;

namespace Trialist.Web.Matching;

/// <summary>A fact of a person in one line: what, value, date.</summary>
internal static class FactWords
{
    public static string Of(Fact fact)
    {
        var value = fact.Value is { } quantity ? $" {quantity.Value.ToString(CultureInfo.InvariantCulture)} {quantity.Unit}".TrimEnd() : "";
        var presence = fact.Presence switch { Presence.Absent => "no ", Presence.Uncertain => "possibly ", _ => "" };
        var date = (fact.Date ?? fact.Start) is { } known ? $", {known.InWords()}" : "";
        return $"{presence}{fact.Concept.Name}{value}{date}";
    }
}
