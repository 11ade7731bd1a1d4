namespace Trialist.Screening.Cohorts;

/// <summary>Counts what each criterion of a study does to the persons of a cohort, one person at a time.</summary>
public sealed class FunnelCounter
{
    private readonly List<Row> rows = [];

    /// <summary>Takes up one person's verdict. All verdicts are on the same study.</summary>
    public void Add(StudyVerdict verdict)
    {
        while (rows.Count < verdict.Criteria.Count)
        {
            rows.Add(new Row(verdict.Criteria[rows.Count]));
        }

        var failed = 0;
        foreach (var criterion in verdict.Criteria)
        {
            failed += Fails(criterion) ? 1 : 0;
        }

        var still = true;
        for (var index = 0; index < rows.Count; index++)
        {
            var criterion = verdict.Criteria[index];
            var row = rows[index];
            row.Count(criterion.Met);
            if (Fails(criterion))
            {
                row.LostAlone += failed == 1 ? 1 : 0;
                row.LostHere += still ? 1 : 0;
                still = false;
            }

            row.Remaining += still ? 1 : 0;
        }
    }

    /// <summary>The rows in the order of the criteria.</summary>
    /// <param name="wordsOf">The words of a criterion by its id.</param>
    public ValueList<FunnelRow> Rows(Func<string, string> wordsOf) => rows
        .Select(row => new FunnelRow(row.Id, row.Kind, wordsOf(row.Id), row.Reading, row.Met, row.NotMet, row.Unknown, row.LostAlone, row.LostHere, row.Remaining))
        .ToValueList();

    /// <summary>The criterion that alone keeps out most persons; among equals the one that keeps out most at all.</summary>
    public static string? MostCostly(ValueList<FunnelRow> funnel) =>
        funnel.Where(row => row.NotMet > 0 && row.Reading is not (Reading.Judgement or Reading.Action))
            .OrderByDescending(row => row.LostAlone).ThenByDescending(row => row.NotMet).FirstOrDefault()?.Id;

    private static bool Fails(CriterionVerdict criterion) => criterion.Met == false && criterion.Reading is not (Reading.Judgement or Reading.Action);

    private sealed class Row(CriterionVerdict first)
    {
        public string Id { get; } = first.Id;

        public CriterionKind Kind { get; } = first.Kind;

        public Reading Reading { get; } = first.Reading;

        public int Met { get; private set; }

        public int NotMet { get; private set; }

        public int Unknown { get; private set; }

        public int LostAlone { get; set; }

        public int LostHere { get; set; }

        public int Remaining { get; set; }

        public void Count(bool? met)
        {
            Met += met == true ? 1 : 0;
            NotMet += met == false ? 1 : 0;
            Unknown += met is null ? 1 : 0;
        }
    }
}
