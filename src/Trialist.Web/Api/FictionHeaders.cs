namespace Trialist.Web.Api;

/// <summary>Says of an answer that it holds studies which are made up, where the body has a shape that is given.</summary>
internal static class FictionHeaders
{
    /// <summary>True in the header of an answer with made-up studies.</summary>
    public const string Name = "X-Trialist-Fictional";

    /// <summary>Marks an answer, and keeps it out of search engines.</summary>
    public static void MarkFictional(this HttpResponse response)
    {
        response.Headers[Name] = "true";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
