using System.Security.Cryptography;
using System.Text;
using Trialist.Notes;

namespace Trialist.Web.Matching;

/// <summary>What a visitor says about facts that were read from a note, by their place in the note.</summary>
internal static class NoteCorrections
{
    /// <summary>Facts that are listed for correction; a longer note is corrected in its text.</summary>
    public const int Listed = 80;

    public const string Yes = "yes";
    public const string No = "no";
    public const string Open = "open";
    public const string Drop = "drop";

    /// <summary>Names a text, so that corrections of another one are not applied.</summary>
    public static string NameOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))).AsSpan(0, 8));

    /// <summary>The facts as corrected.</summary>
    public static ValueList<Fact> Apply(NoteReading reading, IReadOnlyList<string?> corrections, DateOnly asOf) => reading.Facts
        .Select((fact, index) => Corrected(fact.Fact, index < corrections.Count ? corrections[index] : null, asOf))
        .OfType<Fact>().ToValueList();

    private static Fact? Corrected(Fact fact, string? said, DateOnly asOf) => said switch
    {
        Drop => null,
        Yes => fact with { Presence = Presence.Present },
        No => fact with { Presence = Presence.Absent, Value = null, ValueWithin = null, Date = PartialDate.OfDay(asOf) },
        Open => fact with { Presence = Presence.Uncertain },
        _ => fact,
    };
}
