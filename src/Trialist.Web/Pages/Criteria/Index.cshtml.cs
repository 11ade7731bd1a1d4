using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Criteria;
using Trialist.Registry;
using Trialist.Registry.Locals;
using Trialist.Web.Security;

namespace Trialist.Web.Pages.Criteria;

/// <summary>A team's own criteria text: read at once, and kept only when asked for.</summary>
[RequestSizeLimit(RequestLimits.CriteriaBody)]
[RequestFormLimits(ValueLengthLimit = (int)RequestLimits.CriteriaBody)]
internal sealed class IndexModel(StudyRegistry registry, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool Save { get; set; }

    public CriteriaDocument? Document { get; private set; }

    public string? Error { get; private set; }

    public int Locals => new LocalStudies(registry.Folder).All().Count;

    public void OnGet()
    {
        // An empty form.
    }

    public IActionResult OnPost()
    {
        Response.Headers.CacheControl = "no-store";
        if (string.IsNullOrWhiteSpace(Text))
        {
            return Refuse("There is no text: paste the criteria of a study.");
        }

        if (Text.Length > LocalStudies.LongestText)
        {
            return Refuse("The text is longer than any criteria: at most a million characters.");
        }

        if (!Save)
        {
            Document = CriteriaReader.Default.Read(Text);
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            Document = CriteriaReader.Default.Read(Text);
            return Refuse("A study needs a name to be saved.");
        }

        try
        {
            return Redirect($"/local/{new LocalStudies(registry.Folder).Save(Name, Text, clock.GetUtcNow()).Id}");
        }
        catch (TrialistException e)
        {
            return Refuse(e.Message);
        }
    }

    private PageResult Refuse(string sentence)
    {
        Error = sentence;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
