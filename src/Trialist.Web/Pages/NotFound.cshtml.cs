using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Web.Finding;

namespace Trialist.Web.Pages;

[IgnoreAntiforgeryToken]
internal sealed class NotFoundModel : PageModel
{
    public string Heading { get; private set; } = "This page does not exist";

    public string Sentence { get; private set; } = "The address may be mistyped, or the page may have moved.";

    public string? Wanted { get; private set; }

    public IActionResult OnGet(int status = StatusCodes.Status404NotFound) => Answer(status);

    public IActionResult OnPost(int status = StatusCodes.Status404NotFound) => Answer(status);

    private bool Failed => HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;

    private int StatusOfFailure => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    // Programs read no pages.
    private bool IsOfApi => (HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path)
        ?.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) == true;

    private IActionResult Answer(int status)
    {
        Describe(Failed ? StatusOfFailure : status);
        return IsOfApi
            ? new JsonResult(new ProblemDetails { Title = Heading, Detail = Sentence, Status = Response.StatusCode }) { ContentType = "application/problem+json", StatusCode = Response.StatusCode }
            : Page();
    }

    private void Describe(int status)
    {
        var feature = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Response.StatusCode = feature is null && !Failed ? StatusCodes.Status404NotFound : status;
        if (status != StatusCodes.Status404NotFound)
        {
            Heading = status >= 500 ? "Something went wrong here" : "This request cannot be answered";
            Sentence = status switch
            {
                StatusCodes.Status413PayloadTooLarge => "What was sent is too large.",
                StatusCodes.Status405MethodNotAllowed => "This page cannot be asked in that way.",
                >= 500 => "The fault is ours and has been logged. Please try again.",
                _ => "The server did not understand the request.",
            };
        }
        else if (IsOfApi)
        {
            (Heading, Sentence) = ("There is no such route", "The routes are listed in /openapi/v1.json.");
        }
        else if (feature?.OriginalPath is { } path && path.StartsWith("/studies/", StringComparison.OrdinalIgnoreCase))
        {
            var id = path["/studies/".Length..].Split('/')[0];
            (Heading, Sentence, Wanted) = NctId.TryParse(id, out var nctId)
                ? ($"{nctId} is not in this registry", "The study may not have been imported yet. Check the number, or search for words of its title.", null)
                : ("There is no such study number", NctId.WhyNot(Echo.Of(id)), Echo.Of(id));
        }
    }
}
