using Trialist.Criteria.Islands;

namespace Trialist.Criteria.Tests.Islands;

public sealed class SingularsTests
{
    [Theory]
    [InlineData("other clinical studies", "other clinical study")]
    [InlineData("nasal polyps", "nasal polyp")]
    [InlineData("skin rashes", "skin rash")]
    [InlineData("abscesses", "abscess")]
    [InlineData("diagnoses", "diagnosis")]
    [InlineData("low doses", "low dose")]
    [InlineData("antibiotics", "antibiotic")]
    [InlineData("type 2 diabetes", "type 2 diabetes")]
    [InlineData("brain metastases", "brain metastases")]
    [InlineData("multiple sclerosis", "multiple sclerosis")]
    [InlineData("sinus", "sinus")]
    [InlineData("aphthous ulcers", "aphthous ulcer")]
    public void Of_NamesOne(string words, string one) => Assert.Equal(one, Singulars.Of(words));
}
