namespace Trialist.EndToEnd;

/// <summary>Every page of the site, once in each shape that it takes.</summary>
internal static class PageSet
{
    public static readonly string[] All =
    [
        "/",
        "/search",
        "/search?q=leukemia&status=RECRUITING&near=Berlin",
        "/search?q=leukemia&age=old",
        "/search?q=zzzzzz",
        "/studies/NCT04599543",
        "/studies/NCT99000001",
        "/glossary",
        "/about",
        "/nowhere",
    ];
}
