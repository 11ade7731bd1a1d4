namespace Trialist.Criteria.Tests.Structure;

/// <summary>Lists that are neither the parts of the words above them nor further conditions.</summary>
public sealed class OpeningsTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n\n* No cardiovascular event within 6 months, including any of the following:\n  * Stroke\n  * Angina")]
    [InlineData("Inclusion Criteria:\n\n* No heart disease, such as:\n  * Arrhythmia\n  * Angina")]
    [InlineData("Inclusion Criteria:\n\n* No prior cancer except:\n  * Basal cell carcinoma\n  * Cervical carcinoma in situ")]
    [InlineData("Inclusion Criteria:\n\n* No rapidly progressive lymphoma, as defined by one of the following:\n  * LDH > 500 U/L\n  * Bone pain")]
    [InlineData("Exclusion Criteria:\n\n* Uncontrolled heart disease, including any of the following:\n  * Arrhythmia\n  * Angina")]
    [InlineData("Exclusion Criteria:\n\n* Prior cancer, unless one of the following:\n  * Basal cell carcinoma\n  * Cervical carcinoma in situ")]
    public void ListOfExamplesOrExceptions_DecidesNothingByItself(string text)
    {
        var criteria = new CriteriaReader().Read(text, null).Criteria.Where(criterion => criterion.Kind != CriterionKind.Note).ToList();

        Assert.Equal(3, criteria.Count);
        Assert.All(criteria, criterion => Assert.Equal(Reading.Partial, criterion.Reading));
        Assert.All(criteria.Skip(1), child => Assert.Contains(Assert.IsType<Predicate.Any>(child.Predicate).Items.AsEnumerable(), item => item is Predicate.Unread));
    }

    // Whom the list lets in was not joined to the limit: it shuts nobody out.
    [Theory]
    [InlineData("* Bilirubin ≤ 1.5 x ULN with the following exceptions:\n  * Gilbert syndrome")]
    [InlineData("* No prior cancer except:\n  * Basal cell carcinoma")]
    public void WordsAboveExceptions_OfAnInclusion_HoldOrAreNotKnown(string words)
    {
        var above = new CriteriaReader().Read($"Inclusion Criteria:\n\n{words}", null).Criteria.First(criterion => criterion.Kind == CriterionKind.Inclusion);

        Assert.Contains(Assert.IsType<Predicate.Any>(above.Predicate).Items.AsEnumerable(), item => item is Predicate.Unread);
    }

    [Theory]
    [InlineData("Inclusion Criteria:\n\n* Lymphoma, including any of the following:\n  * Follicular lymphoma\n  * Mantle cell lymphoma")]
    [InlineData("Inclusion Criteria:\n\n* Including all of the following:\n  * Asthma\n  * COPD")]
    public void ListOfKindsThatAreAskedFor_IsReadInFull(string text) =>
        Assert.All(new CriteriaReader().Read(text, null).Criteria.Where(criterion => criterion.Kind != CriterionKind.Note), criterion => Assert.Equal(Reading.Full, criterion.Reading));
}
