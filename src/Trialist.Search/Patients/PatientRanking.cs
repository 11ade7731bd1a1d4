using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Indexing;
using Trialist.Search.Searching;

namespace Trialist.Search.Patients;

/// <summary>Ranks all studies for a patient described in free text.</summary>
internal sealed class PatientRanking : ICollector
{
    /// <summary>A study whose age or sex limits shut the patient out keeps this share of its score: it stays in sight, behind those that could take the patient.</summary>
    private const double ShutOut = 0.3;

    private readonly Snapshot snapshot;
    private readonly PatientText patient;
    private readonly TopHits top;
    private readonly int otherSex;
    private Scorer? scorer;
    private SegmentColumns? columns;
    private int docBase;

    private PatientRanking(Snapshot snapshot, PatientText patient, int limit)
    {
        this.snapshot = snapshot;
        this.patient = patient;
        top = new TopHits(limit, doc => doc);
        otherSex = patient.Sex is { } sex ? snapshot.Tables.Sexes.Find(sex == Sex.Female ? "MALE" : "FEMALE") : -1;
    }

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>The best studies, best first.</summary>
    public static List<(double Key, int Doc)> Of(Snapshot snapshot, string note, int limit)
    {
        var ranking = new PatientRanking(snapshot, PatientText.Read(note), limit);
        if (new PatientQuery(snapshot.Reader, snapshot.Synonyms).Of(ranking.patient) is { } query)
        {
            snapshot.Searcher.Search(query, ranking);
        }

        return ranking.top.InOrder();
    }

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        columns = snapshot.ColumnsOf(context);
        docBase = context.DocBase;
    }

    public void Collect(int doc) => top.Offer(scorer!.GetScore() * (IsShutOut(doc) ? ShutOut : 1), docBase + doc);

    private bool IsShutOut(int doc)
    {
        if (otherSex >= 0 && columns!.Sex[doc] == otherSex)
        {
            return true;
        }

        // An age in whole years lasts a year; one in months or days is taken as it is.
        if (patient.AgeYears is not { } age)
        {
            return false;
        }

        var from = (int)(age * AgeLimit.Year);
        var until = age == Math.Floor(age) && age >= 1 ? from + AgeLimit.Year : from + 1;
        return columns!.LowerAge[doc] >= until || (columns.UpperAge[doc] != AgeLimit.Unknown && columns.UpperAge[doc] <= from);
    }
}
