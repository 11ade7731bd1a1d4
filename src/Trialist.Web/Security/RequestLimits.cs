using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Trialist.Web.Security;

/// <summary>How much one request may ask of the server.</summary>
internal static class RequestLimits
{
    /// <summary>Body of an ordinary request: forms hold a few kilobytes.</summary>
    public const long Body = 256 * 1024;

    /// <summary>Body of a request that carries a person's record: the largest real FHIR bundle seen is about 6 MB.</summary>
    public const long PersonBody = 16 * 1024 * 1024;

    /// <summary>Body of a request that carries criteria text: a million characters, each written as up to nine bytes in a form.</summary>
    public const long CriteriaBody = 10 * 1024 * 1024;

    /// <summary>Body of a request that carries a cohort; it is kept in memory while it is read, never in a temporary file.</summary>
    public const int CohortBody = 64 * 1024 * 1024;

    /// <summary>Persons screened by one request: what fits the time that people and proxies wait.</summary>
    public const int CohortPersons = 20_000;

    /// <summary>Request line; a search with every filter set stays under 4 KB, a list of a thousand studies joined by OR has 20 KB.</summary>
    public const int RequestLine = 32 * 1024;

    // What is longer than this the server refuses without a word, what is shorter LongRequestLines with a sentence.
    private const int LongestLineRead = 256 * 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestLineSize = LongestLineRead;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
