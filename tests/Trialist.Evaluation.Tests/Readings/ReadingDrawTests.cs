using Trialist.Criteria;
using Trialist.Evaluation.Readings;

namespace Trialist.Evaluation.Tests.Readings;

public sealed class ReadingDrawTests
{
    private static readonly CriteriaDocument Document = CriteriaReader.Default.Read("Exclusion Criteria:\n\n* Asthma\n* Diabetes\n* Stroke\n* Any condition that, in the opinion of the investigator, interferes with the study");

    [Fact]
    public void Draw_OfTheSameSeed_IsTheSameWhateverTheOrderOfTheStudies()
    {
        NctId[] ids = [NctId.Parse("NCT99000001"), NctId.Parse("NCT99000002"), NctId.Parse("NCT99000003")];

        Assert.Equal(Drawn(ids, seed: 7), Drawn(ids.Reverse(), seed: 7));
        Assert.NotEqual(Drawn(ids, seed: 7), Drawn(ids, seed: 8));
    }

    [Fact]
    public void Draw_TakesOnlyTheReadingAskedFor()
    {
        var draw = new ReadingDraw(Reading.Judgement, 10, 1);
        draw.Offer(NctId.Parse("NCT99000001"), Document);

        Assert.Equal("E4", Assert.Single(draw.Drawn()).Criterion.Id);
    }

    [Theory]
    [InlineData("NCT99000001\tE1\t0\t8\tfull\tright", true)]
    [InlineData("NCT99000001\tE1\t0\t8\tfull\twrong", false)]
    public void Mark_IsReadFromItsLine(string line, bool right)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"# marks\n{line}\n");

        Assert.Equal(new ReviewMark(NctId.Parse("NCT99000001"), "E1", new TextSpan(0, 8), Reading.Full, right), Assert.Single(ReviewMark.Read(path)));
        File.Delete(path);
    }

    private static string[] Drawn(IEnumerable<NctId> ids, int seed)
    {
        var draw = new ReadingDraw(Reading.Full, 4, seed);
        foreach (var id in ids)
        {
            draw.Offer(id, Document);
        }

        return [.. draw.Drawn().Select(one => $"{one.Id} {one.Criterion.Id}")];
    }
}
