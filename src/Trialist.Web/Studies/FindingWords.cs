namespace Trialist.Web.Studies;

/// <summary>What is odd about criteria, with the exact words that it is about.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Quotes">Each piece of the text, with the criterion that it stands in.</param>
internal sealed record FindingWords(Diagnostic Finding, IReadOnlyList<(string? Criterion, string Words)> Quotes)
{
    private const int Longest = 140;

    /// <summary>The findings of a document, the weightiest first.</summary>
    public static IReadOnlyList<FindingWords> Of(CriteriaDocument document) =>
        [.. document.Diagnostics.OrderBy(finding => finding.Severity switch { DiagnosticSeverity.Error => 0, DiagnosticSeverity.Warning => 1, _ => 2 }).Select(finding => new FindingWords(finding, QuotesOf(finding, document)))];

    /// <summary>The weight in a word.</summary>
    public string Weight => Finding.Severity switch
    {
        DiagnosticSeverity.Error => "Error",
        DiagnosticSeverity.Warning => "Warning",
        _ => "Note",
    };

    // Where a finding is about a whole criterion, its id alone says it.
    private static List<(string?, string)> QuotesOf(Diagnostic finding, CriteriaDocument document)
    {
        var quotes = new List<(string?, string)>();
        foreach (var span in finding.Spans)
        {
            var holder = document.Criteria.FirstOrDefault(criterion => criterion.Span.Contains(span));
            if (holder is not null)
            {
                var words = holder.Text[(span.Start - holder.Span.Start)..(span.End - holder.Span.Start)];
                quotes.Add((holder.Id, CriterionText.PlainText(words.Length <= Longest ? words : words[..(Longest - 1)] + "…")));
            }
        }

        return quotes.Count > 0 ? quotes : [.. finding.Criteria.Select(id => ((string?)id, ""))];
    }
}
