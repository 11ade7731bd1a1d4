namespace Trialist.Fhir.People;

/// <summary>Takes the facts and remarks of one person, within the limits.</summary>
internal sealed class FactSink
{
    private readonly Dictionary<string, int> unusedKinds = [];
    private int furtherRemarks;

    public List<Fact> Facts { get; } = [];

    private List<ReadingRemark> Remarks { get; } = [];

    public void Add(Fact fact)
    {
        if (Facts.Count >= FhirLimits.FactsPerPerson)
        {
            throw new FhirFormatException($"A person has more than {FhirLimits.FactsPerPerson:N0} facts.");
        }

        Facts.Add(fact);
    }

    public void Remark(string where, string? field, string text)
    {
        if (Remarks.Count < FhirLimits.RemarksPerPerson)
        {
            Remarks.Add(new ReadingRemark(where, field, text));
        }
        else
        {
            furtherRemarks++;
        }
    }

    /// <summary>Counts a resource of a kind that holds no facts, so that one remark can name them all.</summary>
    public void Unused(string kind) => unusedKinds[kind] = unusedKinds.GetValueOrDefault(kind) + 1;

    public void Take(FactSink other)
    {
        foreach (var fact in other.Facts)
        {
            Add(fact);
        }

        foreach (var remark in other.Remarks)
        {
            Remark(remark.Where, remark.Field, remark.Text);
        }

        furtherRemarks += other.furtherRemarks;
        foreach (var (kind, count) in other.unusedKinds)
        {
            unusedKinds[kind] = unusedKinds.GetValueOrDefault(kind) + count;
        }
    }

    public ValueList<ReadingRemark> AllRemarks()
    {
        IEnumerable<ReadingRemark> all = Remarks;
        all = all.Concat(unusedKinds.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new ReadingRemark(pair.Key, null, $"{pair.Value} of a kind that holds no facts, not used.")));
        if (furtherRemarks > 0)
        {
            all = all.Append(new ReadingRemark("Bundle", null, $"{furtherRemarks} further remarks are not shown."));
        }

        return all.ToValueList();
    }
}
