using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Registry.Differences;
using Trialist.Web.Finding;
using Trialist.Web.Studies;

namespace Trialist.Web.Pages.Studies;

internal sealed class HistoryModel(StudyRegistry registry) : PageModel
{
    /// <summary>Differences are worked out for so many of the newest versions; the rest are listed by date.</summary>
    private const int MostCompared = 60;

    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    public StoredStudy Stored { get; private set; } = null!;

    /// <summary>The versions, newest first, each with what it changed, and what to say where that is nothing; null for the first version and where nobody compares.</summary>
    public IReadOnlyList<(StudyVersion Version, StudyDifference? Difference, string? WhySilent)> Versions { get; private set; } = [];

    /// <summary>The two versions to compare, as typed; the last two before anything is typed.</summary>
    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>What changed between the two versions that were asked for; null when none were.</summary>
    public (StudyDifference Difference, string? WhySilent)? Compared { get; private set; }

    /// <summary>What is wrong, by parameter, each one sentence.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    public async Task<IActionResult> OnGetAsync(string nctId, CancellationToken cancellation)
    {
        switch (await StudyLookup.FindAsync(registry, nctId, cancellation))
        {
            case StudyLookup.Moved { To: var to }:
                return RedirectPermanent($"/studies/{to}/history{Request.QueryString}");
            case StudyLookup.Found { Study: var study }:
                Stored = study;
                break;
            default:
                return NotFound();
        }

        var versions = await registry.Store.VersionsAsync(Stored.NctId, cancellation);
        await CompareAskedAsync(versions, cancellation);
        var compared = new List<(StudyVersion, StudyDifference?, string?)>();
        StoredStudy? before = null;
        foreach (var version in versions)
        {
            if (version.Number < versions[^1].Number - MostCompared)
            {
                compared.Add((version, null, null));
                continue;
            }

            var now = await registry.Store.FindVersionAsync(Stored.NctId, version.Number, cancellation);
            (StudyDifference, string?)? step = before is not null && now is not null ? Between(before, now) : null;
            compared.Add((version, step?.Item1, step?.Item2));
            before = now;
        }

        compared.Reverse();
        Versions = compared;
        if (errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private async Task CompareAskedAsync(IReadOnlyList<StudyVersion> versions, CancellationToken cancellation)
    {
        (From, To) = (Typed("from"), Typed("to"));
        if (string.IsNullOrEmpty(From) && string.IsNullOrEmpty(To))
        {
            // What most people want to compare stands in the form already; nothing is compared before they ask.
            (From, To) = versions is [.., var last, var newest] ? (Text(last), Text(newest)) : (null, null);
            return;
        }

        var (first, second) = (Number("from", From, versions), Number("to", To, versions));
        if (first is { } from && second is { } to
            && await registry.Store.FindVersionAsync(Stored.NctId, from, cancellation) is { } before
            && await registry.Store.FindVersionAsync(Stored.NctId, to, cancellation) is { } after)
        {
            Compared = Between(before, after);
        }
    }

    private static string Text(StudyVersion version) => version.Number.ToString(CultureInfo.InvariantCulture);

    private string? Typed(string name) => Request.Query[name].FirstOrDefault()?.Trim() is { } typed ? Echo.Of(typed) : null;

    private int? Number(string name, string? typed, IReadOnlyList<StudyVersion> versions)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && versions.Any(version => version.Number == number))
        {
            return number;
        }

        errors[name] = string.IsNullOrEmpty(typed) ? "Both versions are needed to compare them."
            : versions.Count == 1 ? $"'{typed}' is not a version of this study: it has only version {versions[0].Number}."
            : $"'{typed}' is not a version of this study: expected a whole number from {versions[0].Number} to {versions[^1].Number}.";
        return null;
    }

    private static (StudyDifference Difference, string? WhySilent) Between(StoredStudy before, StoredStudy after)
    {
        var difference = StudyDifference.Between(before, after);
        return (difference, difference.IsSilent ? StudyDifference.WhySilent(before, after) : null);
    }
}
