using Microsoft.Extensions.Primitives;
using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>The studies that an address names. A saved list lives in the visitor's browser and comes here as an address.</summary>
internal static class SavedStudies
{
    /// <summary>A list longer than this does not fit an address.</summary>
    public const int Most = 200;

    public static async Task<IReadOnlyList<StoredStudy>> FindAsync(StudyRegistry registry, StringValues ids, CancellationToken cancellation)
    {
        var found = new List<StoredStudy>();
        foreach (var text in ids.SelectMany(value => (value ?? "").Split(',')).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most))
        {
            if (NctId.TryParse(text, out var id) && await registry.Store.FindAsync(id, cancellation) is { } study)
            {
                found.Add(study);
            }
        }

        return found;
    }
}
