namespace Trialist.Criteria.Tests.Islands;

/// <summary>Lines of treatment told by their number, not by how many there were.</summary>
public sealed class TreatmentLinesTests
{
    [Theory]
    [InlineData("Relapsed disease after standard first-line therapy", 1, "relapsed disease")]
    [InlineData("Disease progression after second-line treatment", 2, "disease progression")]
    [InlineData("Progressed on third-line systemic therapy", 3, "disease progression")]
    [InlineData("Has received first-line treatment", 1, null)]
    public void LineThatWasGiven_IsCounted(string words, int least, string? beside)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Full, criterion.Reading);
        var leaves = Walk.Leaves(criterion.Predicate).ToList();
        Assert.Contains(leaves, leaf => leaf.Type == LeafType.Lines && leaf.Bounds == new Bounds(new Bound(least, true), null, null));
        Assert.Equal(beside is null ? 1 : 2, leaves.Count);
        Assert.True(beside is null || leaves.Exists(leaf => leaf.Type == LeafType.Condition && LeafName.Of(leaf) == beside));
    }

    [Theory]
    // Planned, named by its drug, or of another kind.
    [InlineData("First-line treatment is planned")]
    [InlineData("Relapse after first-line therapy with imatinib")]
    [InlineData("Has received first-line chemotherapy")]
    public void OtherLines_AreNotCounted(string words) =>
        Assert.DoesNotContain(Walk.Leaves(One.Inclusion(words).Predicate), leaf => leaf.Type == LeafType.Lines);
}
