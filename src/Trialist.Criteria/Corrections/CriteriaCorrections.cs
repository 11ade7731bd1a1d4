using Trialist.Criteria.Lint;

namespace Trialist.Criteria.Corrections;

/// <summary>A curator's readings of some criteria of one study, which take the place of the engine's.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Made">By whom, when and why.</param>
/// <param name="Criteria">The criteria as they should be read, with their exact words.</param>
public sealed record CriteriaCorrections(NctId NctId, Correction Made, ValueList<Criterion> Criteria)
{
    /// <summary>The document with the corrected readings. A correction whose words are not those of its criterion any more is left aside and reported.</summary>
    public CriteriaDocument Apply(CriteriaDocument document)
    {
        var criteria = document.Criteria.ToList();
        var findings = document.Diagnostics.ToList();
        foreach (var corrected in Criteria)
        {
            var at = criteria.FindIndex(criterion => criterion.Id == corrected.Id && criterion.Text == corrected.Text);
            if (at < 0)
            {
                findings.Add(Finding.CorrectionUnfit.About($"{corrected.Id} by {Made.By}", document.Criteria.Any(criterion => criterion.Id == corrected.Id) ? [corrected.Id] : [], []));
                continue;
            }

            var criterion = criteria[at];
            criteria[at] = criterion with
            {
                Reading = corrected.Reading,
                Predicate = corrected.Predicate is { } predicate ? PredicateShift.By(predicate, criterion.Span.Start - corrected.Span.Start) : null,
                Unread = [],
                Correction = Made,
            };
        }

        return document with { Criteria = criteria.ToValueList(), Diagnostics = findings.ToValueList() };
    }

    /// <summary>The document with the report that its file of corrections is wrong.</summary>
    public static CriteriaDocument Refused(CriteriaDocument document, string sentence) =>
        document with { Diagnostics = [.. document.Diagnostics, Finding.CorrectionWrong.About(sentence.TrimEnd('.'), [], [])] };
}
