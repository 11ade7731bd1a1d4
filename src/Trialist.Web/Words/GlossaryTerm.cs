namespace Trialist.Web.Words;

/// <summary>A term of trials in plain words, from <c>glossary.tsv</c>.</summary>
/// <param name="Id">Its place on the glossary page.</param>
/// <param name="Term">The term.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record GlossaryTerm(string Id, string Term, string Meaning)
{
    public static IReadOnlyList<GlossaryTerm> All { get; } = Read();

    /// <summary>The term that a heading of a page or table is about; null when it speaks for itself.</summary>
    public static GlossaryTerm? Behind(string heading) => Headings.GetValueOrDefault(heading) is { } id ? All.FirstOrDefault(term => term.Id == id) : null;

    private static readonly Dictionary<string, string> Headings = new(StringComparer.Ordinal)
    {
        ["Status"] = "status",
        ["Phase"] = "phase",
        ["Study type"] = "study-type",
        ["Healthy volunteers"] = "healthy-volunteer",
        ["Funder"] = "funder",
        ["Results"] = "results",
        ["Masking"] = "masking",
        ["How groups are chosen"] = "randomization",
        ["Groups"] = "arm",
        ["Enrolment"] = "enrolment",
        ["Criteria"] = "criteria",
        ["Primary outcomes"] = "endpoint",
        ["Sites"] = "site",
        ["Sponsor"] = "sponsor",
    };

    private static List<GlossaryTerm> Read()
    {
        using var stream = typeof(GlossaryTerm).Assembly.GetManifestResourceStream("glossary.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => new GlossaryTerm(cells[0], cells[1], cells[2]))];
    }
}
