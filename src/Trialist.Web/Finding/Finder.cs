using Trialist.Registry;
using Trialist.Search;

namespace Trialist.Web.Finding;

/// <summary>The registry's search index, as pages and routes ask for it.</summary>
internal sealed class Finder(StudyRegistry registry)
{
    public ValueTask<StudyIndex> IndexAsync(CancellationToken cancellation) => registry.IndexAsync(cancellation);
}
