using Trialist.Criteria.Structure;

namespace Trialist.Criteria.Tests.Structure;

public sealed class ShortHeadingsTests
{
    [Theory]
    [InlineData("General Exclusion", nameof(Section.Exclusion))]
    [InlineData("Ocular Exclusion - Study Eye", nameof(Section.Exclusion))]
    [InlineData("Both cohorts, exclusion", nameof(Section.Exclusion))]
    [InlineData("Who cannot?", nameof(Section.Exclusion))]
    [InlineData("You can not join if you", nameof(Section.Exclusion))]
    [InlineData("No inclusion if:", nameof(Section.Exclusion))]
    [InlineData("And must not:", nameof(Section.Exclusion))]
    [InlineData("Ocular Inclusion - Study Eye", nameof(Section.Inclusion))]
    public void Line_ThatNamesASection_OpensIt(string line, string section) => Assert.Equal(section, Headings.SectionOf(line).ToString());

    // "Inclusion" is a moment here, not a section.
    [Theory]
    [InlineData("Age at inclusion")]
    [InlineData("Pregnancy before inclusion")]
    [InlineData("Other antibiotic needed at inclusion")]
    [InlineData("Informed consent")]
    public void Line_ThatIsACriterion_OpensNothing(string line) => Assert.Null(Headings.SectionOf(line));
}
