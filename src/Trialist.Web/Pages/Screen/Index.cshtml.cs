using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Screening;
using Trialist.Screening.Cohorts;
using Trialist.Web.Api;
using Trialist.Web.Screening;
using Trialist.Web.Security;

namespace Trialist.Web.Pages.Screen;

/// <remarks>The cohort stands in the body of the form only, is read in memory, and is gone with the answer.</remarks>
[RequestSizeLimit(RequestLimits.CohortBody)]
[RequestFormLimits(MemoryBufferThreshold = RequestLimits.CohortBody, MultipartBodyLengthLimit = RequestLimits.CohortBody, ValueLengthLimit = (int)RequestLimits.PersonBody)]
internal sealed class IndexModel(Screener screener, Site site) : PageModel
{
    /// <summary>Persons listed on the page; the table to download holds all.</summary>
    public const int Shown = 200;

    /// <summary>A table larger than this is not put into the page a second time.</summary>
    private const int LargestInPage = 2 * 1024 * 1024;

    [BindProperty]
    public ScreenForm Form { get; set; } = new();

    public ScreenResult? Result { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The result as a table in an address, so that it can be kept without sending the cohort again; null when too large.</summary>
    public string? CsvAddress { get; private set; }

    public void OnGet(string? study) => Form.Study = study;

    public async Task<IActionResult> OnPostAsync(string? output, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        try
        {
            var options = Form.Options(site.Today);
            Result = screener.Screen(await Form.StudyAsync(screener, cancellation), Form.Persons(site.Today), options, cancellation);
        }
        catch (TrialistException e)
        {
            Error = e.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var csv = ScreenApi.Csv(Result);
        if (output == "csv")
        {
            return File(csv, "text/csv; charset=utf-8", "screening.csv");
        }

        CsvAddress = csv.Length <= LargestInPage ? $"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(csv)}" : null;
        return Page();
    }

    /// <summary>A share of the cohort in a drawing that is 1000 wide.</summary>
    public string Width(int persons) => (Result is { Persons: > 0 } result ? persons * 1000.0 / result.Persons : 0).ToString("0.#", CultureInfo.InvariantCulture);
}
