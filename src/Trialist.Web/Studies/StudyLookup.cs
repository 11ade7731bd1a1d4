using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>What a study id in an address leads to.</summary>
internal abstract record StudyLookup
{
    private StudyLookup() { }

    /// <summary>The study, under its canonical id.</summary>
    internal sealed record Found(StoredStudy Study) : StudyLookup;

    /// <summary>The id was spelled otherwise, or the study has a new one.</summary>
    internal sealed record Moved(NctId To) : StudyLookup;

    /// <summary>No such study, or no id at all.</summary>
    internal sealed record Missing : StudyLookup;

    public static async ValueTask<StudyLookup> FindAsync(StudyRegistry registry, string id, CancellationToken cancellation)
    {
        if (!NctId.TryParse(id, out var nctId))
        {
            return new Missing();
        }

        if (await registry.Store.FindAsync(nctId, cancellation) is { } study)
        {
            return id == nctId.ToString() ? new Found(study) : new Moved(nctId);
        }

        return await registry.Store.FindAliasAsync(nctId, cancellation) is { } current ? new Moved(current) : new Missing();
    }
}
