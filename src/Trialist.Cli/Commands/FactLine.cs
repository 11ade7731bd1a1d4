namespace Trialist.Cli.Commands;

/// <summary>A fact in a few words, for cards.</summary>
internal static class FactLine
{
    public static string Of(Fact fact)
    {
        var name = fact.Presence switch { Presence.Absent => $"no {fact.Concept.Name}", Presence.Uncertain => $"possible {fact.Concept.Name}", Presence.Present => fact.Concept.Name };
        var value = fact.Value is { } quantity ? $" {quantity.Value}{(quantity.Unit is { } unit ? $" {unit}" : "")}" : "";
        var day = fact.Date ?? fact.End ?? fact.Start;
        return $"{name}{value}{(day is { } date ? $" ({date})" : "")}";
    }
}
