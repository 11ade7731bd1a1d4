using Lucene.Net.Store;

namespace Trialist.Search.Tests;

/// <summary>A small registry of invented studies, indexed in memory.</summary>
internal sealed class Registry : IDisposable
{
    private readonly RAMDirectory directory = new();

    private Registry(IEnumerable<Study> studies)
    {
        Writer = new StudyIndexWriter(directory);
        foreach (var study in studies)
        {
            Writer.Put(study);
        }

        Writer.Commit(new Dictionary<string, string> { ["sequence"] = "1" });
        Index = StudyIndex.Open(directory);
    }

    public StudyIndexWriter Writer { get; }

    public StudyIndex Index { get; }

    public RAMDirectory Directory => directory;

    public static Registry Of(params IEnumerable<Study> studies) => new(studies);

    public static Study Study(int number, string title, string[]? conditions = null, Intervention[]? interventions = null, string status = "RECRUITING") =>
        new(NctId.Parse($"NCT9900{number:0000}"), title)
        {
            Status = status,
            Conditions = (conditions ?? []).ToValueList(),
            Interventions = (interventions ?? []).ToValueList(),
        };

    public static Intervention Drug(string name, params string[] otherNames) => new("DRUG", name, null, [], otherNames.ToValueList());

    public static Site Site(string city, string region, string country, double latitude, double longitude, string? status = null) =>
        new(null, status, city, region, null, country, latitude, longitude, []);

    public string[] Ids(StudyQuery query) => [.. Index.Search(query).Hits.Select(hit => hit.Row.NctId[^2..])];

    public string[] Ids(string text) => Ids(new StudyQuery { Text = text });

    public void Dispose()
    {
        Index.Dispose();
        Writer.Dispose();
        directory.Dispose();
    }
}
