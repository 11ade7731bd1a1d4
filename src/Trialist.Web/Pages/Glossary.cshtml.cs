using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Web.Words;

namespace Trialist.Web.Pages;

internal sealed class GlossaryModel : PageModel
{
    /// <summary>Terms of trials in general; values of the registry follow from the same table as the pages use.</summary>
    public static IEnumerable<GlossaryTerm> General => GlossaryTerm.All;

    public static readonly (string Kind, string Heading)[] Values =
    [
        ("status", "Status of a study"), ("phase", "Phases"), ("studyType", "Kinds of study"), ("allocation", "How groups are chosen"), ("model", "How groups are arranged"),
        ("masking", "Masking"), ("purpose", "Purposes"), ("armType", "Kinds of group"), ("intervention", "Kinds of treatment"), ("observationalModel", "Kinds of observational study"), ("funder", "Who pays"),
    ];

    public static IEnumerable<RegistryWord> WordsOf(string kind) => RegistryWords.OfKind(kind);
}
