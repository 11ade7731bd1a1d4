using System.Text.Json;
using Trialist.Search.Results;

namespace Trialist.Search.Indexing;

/// <summary>Makes the row of a study and writes it for the index.</summary>
internal static class StudyRows
{
    private const int MostNames = 10;
    private const int LongestSummary = 700;
    private const int LongestName = 200;

    public static StudyRow Of(Study study) => new(study.NctId.ToString(), study.BriefTitle, study.Status)
    {
        Acronym = study.Acronym,
        StudyType = study.Design.StudyType,
        Phases = [.. study.Design.Phases],
        Conditions = Names(study.Conditions),
        Interventions = Names(study.Interventions.Select(intervention => intervention.Name)),
        OtherNames = Names(study.Interventions.SelectMany(intervention => intervention.OtherNames)),
        Sponsor = study.Sponsor?.Name,
        SponsorClass = study.Sponsor?.Class,
        Sex = study.Eligibility.Sex?.ToString().ToUpperInvariant(),
        MinimumAge = study.Eligibility.MinimumAge,
        MaximumAge = study.Eligibility.MaximumAge,
        HealthyVolunteers = study.Eligibility.HealthyVolunteers,
        Enrollment = study.Design.Enrollment,
        Start = study.Dates.Start?.ToString(),
        LastUpdate = study.Dates.LastUpdatePosted?.ToString(),
        HasResults = study.HasResults,
        SiteCount = study.Sites.Count,
        Countries = [.. study.Sites.Where(site => site.Country is not null).GroupBy(site => site.Country!, StringComparer.Ordinal).OrderByDescending(country => country.Count()).Select(country => country.Key).Take(MostNames)],
        OnlyPlace = study.Sites is [var only] ? string.Join(", ", new[] { only.City, only.Country }.Where(part => part is not null)) : null,
        Summary = Cut(study.BriefSummary, LongestSummary),
    };

    public static byte[] Write(StudyRow row) => JsonSerializer.SerializeToUtf8Bytes(row, StudyRowJson.Default.StudyRow);

    public static StudyRow Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, StudyRowJson.Default.StudyRow) ?? throw new InvalidDataException("A row of the search index is empty.");

    private static string[] Names(IEnumerable<string> names) => [.. names.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNames).Select(name => Cut(name, LongestName)!)];

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length);
        return text[..(end > length / 2 ? end : length)] + " …";
    }
}
