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
        "/expert",
        "/expert?expr=AREA%5BCondition%5D%20leukemia%20AND%20AREA%5BOverallStatus%5D%20RECRUITING",
        "/expert?expr=heart%20AND",
        "/studies/NCT04599543",
        "/studies/NCT99000001",
        "/studies/NCT04599543/history",
        "/match",
        "/criteria",
        "/local",
        "/studies/NCT04599543?words=english",
        "/search?criteria=creatinine%202%20mg%2FdL",
        "/match?study=NCT04599543",
        "/compare?ids=NCT04599543,NCT99000001,NCT99000002",
        "/compare",
        "/saved",
        "/saved?ids=NCT04599543,NCT99000001",
        "/locations",
        "/locations/Germany",
        "/conditions",
        "/conditions?letter=A",
        "/glossary",
        "/about",
        "/nowhere",
    ];
}
