using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;

namespace Trialist.Web.Pages;

internal sealed class IndexModel(StudyRegistry registry) : PageModel
{
    public int Studies { get; private set; }

    public bool OnlyDemo { get; private set; }

    public StoredStudy? Example { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Studies = await registry.Store.CountAsync(cancellation);
        Example = await registry.Store.FindAsync(NctId.Parse("NCT04599543"), cancellation);
        OnlyDemo = Studies <= DemoRegistry.Count && Example?.Version.Origin == StudyOrigin.Demo;
    }
}
