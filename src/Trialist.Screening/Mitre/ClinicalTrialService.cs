using System.Text.Json;
using Trialist.Fhir;

namespace Trialist.Screening.Mitre;

/// <summary>
/// The matching service contract of MITRE's clinical trial matching app: <c>POST /getClinicalTrial</c> with a patient's bundle that holds a <c>Parameters</c> resource,
/// answered by a searchset of <c>ResearchStudy</c> resources with a score.
/// </summary>
public sealed class ClinicalTrialService
{
    /// <summary>More studies than a client shows.</summary>
    private const int MaxStudies = 100;

    private readonly Screener screener;
    private readonly Func<string, Place?> placeOfZip;

    /// <summary>Matches with a screener.</summary>
    /// <param name="screener">The studies.</param>
    /// <param name="placeOfZip">Resolves a postal code; null where it is not known.</param>
    public ClinicalTrialService(Screener screener, Func<string, Place?> placeOfZip)
    {
        this.screener = screener;
        this.placeOfZip = placeOfZip;
    }

    /// <summary>Matches the patient of a bundle; studies known not to fit are left out, as the contract asks for matches.</summary>
    /// <param name="reading">The bundle as read.</param>
    /// <param name="asOf">The day for which ages and windows are computed.</param>
    /// <param name="cancellation">Stops the match.</param>
    public async Task<IReadOnlyList<(ReadStudy Study, StudyVerdict Verdict)>> MatchAsync(PersonReading reading, DateOnly asOf, CancellationToken cancellation)
    {
        var asked = reading.Parameters ?? new MatchParameters();
        var home = asked.ZipCode is { Length: > 0 } zip ? placeOfZip(zip) ?? reading.Person.Place : reading.Person.Place;
        var options = new MatchOptions(asOf)
        {
            Top = MaxStudies,
            Where = study => Fits(study, asked),
            OnlyPossible = true,
            WithinKm = asked.TravelRadius is { } miles ? (double)miles * Search.Places.PlaceCircle.KilometresPerMile : null,
        };
        var result = await screener.MatchAsync(reading.Person with { Place = home }, options, cancellation);
        List<(ReadStudy, StudyVerdict)> found = [];
        foreach (var verdict in result.Results.ToArray())
        {
            found.Add((await screener.StudyAsync(verdict.NctId, cancellation), verdict));
        }

        return found;
    }

    /// <summary>Writes the matches as a FHIR searchset.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<(ReadStudy Study, StudyVerdict Verdict)> matches)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "searchset");
        json.WriteNumber("total", matches.Count);
        json.WriteStartArray("entry");
        foreach (var (study, verdict) in matches)
        {
            json.WriteStartObject();
            json.WritePropertyName("resource");
            ResearchStudyJson.Write(json, study.Study);
            json.WriteStartObject("search");
            json.WriteString("mode", "match");
            json.WriteNumber("score", Math.Round(verdict.Score, 4));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool Fits(Study study, MatchParameters asked) =>
        Is(asked.Phase, Phases(study.Design.Phases)) && Is(asked.RecruitmentStatus, [study.Status ?? ""]);

    // Clients write "phase-1" or "PHASE1", "active-not-recruiting" or "ACTIVE_NOT_RECRUITING", and "any" or nothing for all.
    private static bool Is(string? asked, IEnumerable<string> values) =>
        string.IsNullOrWhiteSpace(asked) || Folded(asked) is "any" or "all" || values.Any(value => Folded(value) == Folded(asked));

    private static IEnumerable<string> Phases(ValueList<string> phases) => [.. phases, string.Join('-', phases)];

    private static string Folded(string value) => string.Concat(value.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
