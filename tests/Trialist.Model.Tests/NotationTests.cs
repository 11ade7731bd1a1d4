namespace Trialist.Model;

public sealed class NotationTests
{
    [Theory]
    [InlineData("NCT04599543", "NCT04599543")]
    [InlineData(" nct4599543 ", "NCT04599543")]
    [InlineData("NCT0004599543", "NCT04599543")]
    [InlineData("NCT00000000", null)]
    [InlineData("NCT123456789", null)]
    [InlineData("NCT+4599543", null)]
    [InlineData("04599543", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void NctId_ParsesEverySpellingOfTheRegistry(string? text, string? expected) =>
        Assert.Equal(expected, NctId.TryParse(text, out var id) ? id.ToString() : null);

    [Theory]
    [InlineData("NCT00000000", "There is no study NCT00000000: the registry's numbers begin at NCT00000001.")]
    [InlineData(" nct0 ", "There is no study NCT0: the registry's numbers begin at NCT00000001.")]
    [InlineData("NCT", "'NCT' is not a study id: expected NCT and eight digits, such as NCT04599543.")]
    [InlineData("12", "'12' is not a study id: expected NCT and eight digits, such as NCT04599543.")]
    [InlineData(null, "'' is not a study id: expected NCT and eight digits, such as NCT04599543.")]
    public void TextThatIsNoNctId_IsSaidWhy(string? text, string sentence) => Assert.Equal(sentence, NctId.WhyNot(text));

    [Theory]
    [InlineData(@"Age \>= 18", "Age >= 18")]
    [InlineData(@"1\. A \\ B", @"1. A \ B")]
    [InlineData(@"a\b \", @"a\b \")]
    [InlineData("plain", "plain")]
    public void Escapes_AreUndoneAsAPageDoes(string text, string plain) => Assert.Equal(plain, MarkdownEscapes.Undo(text));

    [Theory]
    [InlineData("18 Years", "65 Years", "18 years to 65 years")]
    [InlineData("18 Years", null, "18 years and older (no upper limit stated)")]
    [InlineData("18 Years", "999 Years", "18 years and older (upper limit in the record: 999 years)")]
    [InlineData("18 Years", "99 Years", "18 years to 99 years")]
    [InlineData(null, "999 Years", "No lower limit stated (upper limit in the record: 999 years)")]
    [InlineData(null, "17 Years", "Up to 17 years (no lower limit stated)")]
    [InlineData("2 Months", "999 Days", "2 months to 999 days")]
    [InlineData(null, " ", null)]
    [InlineData("N/A", "N/A", null)]
    [InlineData("18 Years", "N/A", "18 years and older (no upper limit stated)")]
    [InlineData("N/A", "17 Years", "Up to 17 years (no lower limit stated)")]
    public void AgeLimits_AreSaidInWords(string? minimum, string? maximum, string? words) => Assert.Equal(words, AgeWords.Of(minimum, maximum));

    [Theory]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2020-02-29", "2020-02-29", "2020-02-29")]
    [InlineData("2020-02-29T10:30", "2020-02-29", "2020-02-29")]
    [InlineData("2021-02-29", null, null)]
    [InlineData("2021-13", null, null)]
    [InlineData("0000", null, null)]
    [InlineData("20 0", null, null)]
    public void PartialDate_IsTheDaysItMayMean(string text, string? earliest, string? latest)
    {
        Assert.Equal(earliest is not null, PartialDate.TryParse(text, out var date));
        if (earliest is not null)
        {
            Assert.Equal((earliest, latest), (date.Earliest.ToString("yyyy-MM-dd"), date.Latest.ToString("yyyy-MM-dd")));
        }
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(2.1, false)]
    [InlineData(1.0, false)]
    [InlineData(1.01, true)]
    public void Bounds_AdmitTheirInclusiveEndsOnly(double value, bool admitted) =>
        Assert.Equal(admitted, new Bounds(new Bound(1, false), new Bound(2, true), "mg/dL").Admits((decimal)value));

    [Fact]
    public void ValueList_ComparesByContent()
    {
        ValueList<int> one = [1, 2], same = [1, 2], other = [2, 1], none = default;

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.Equal([], none);
    }
}
