using System.Globalization;
using Microsoft.Net.Http.Headers;
using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>Which data an answer comes from: every answer of one state of the registry carries the same tag.</summary>
/// <param name="Lineage">Names the store.</param>
/// <param name="Sequence">Its last published change.</param>
internal sealed record DataVersion(string Lineage, long Sequence)
{
    /// <summary>The version of ClinicalTrials.gov's API that is spoken.</summary>
    public const string Api = "2.0.5";

    public static async ValueTask<DataVersion> OfAsync(StudyRegistry registry, CancellationToken cancellation) =>
        new(await registry.Store.LineageAsync(cancellation), await registry.Store.PublishedSequenceAsync(cancellation));

    /// <summary>The tag, weak since compression changes the bytes and not the answer.</summary>
    public EntityTagHeaderValue Tag => new(string.Create(CultureInfo.InvariantCulture, $"\"{Lineage[..Math.Min(8, Lineage.Length)]}/{Api}/{Sequence}\""), isWeak: true);
}
