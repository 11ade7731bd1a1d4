using CsCheck;

namespace Trialist.Criteria.Tests;

/// <summary>What holds of every text, sensible or not.</summary>
public sealed class CriteriaReaderProperties
{
    private static readonly string[] Words =
    [
        "Inclusion Criteria:", "Exclusion Criteria:", "\n", "\n\n", "* ", "1. ", "  a) ", "- ", "\\- ", "(", ")", "[", "≥ ", "<=", " 18 ", "1,500/mm3", "years", " of age", "x ULN", "creatinine ", "ALT ", "and ", "or ", "no ",
        "except ", "within ", "2 weeks ", "prior to ", "screening", "history of ", "asthma", "if ", "unless ", ", ", "; ", ". ", "such as ", "investigator ", "informed consent ", "pregnant ", "stage IV ", "blorx ", "\u202B", "😀", "±", "/", "to ", "at least ", "one of the following:",
        "X", "A ", "C.", "in the opinion of the investigator ", "that may interfere with the study ", "judged suitable by ", "not amenable to surgery ", "allowed ", "surgery ", "mitral stenosis ", "(MS)", "MS ", "(e.g. ", ">", "mg/dL ", "treated with ",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Words.Length - 1].Select(index => Words[index]);

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String[0, 200], Pieces.Array[0, 40].Select(pieces => string.Concat(pieces)));

    [Fact]
    public void Reading_NeverThrows_AndKeepsEveryCharacter() => Texts.Sample(
        text =>
        {
            var document = CriteriaReader.Default.Read(text);
            var covered = new bool[text.Length];
            foreach (var criterion in document.Criteria)
            {
                Assert.Equal(criterion.Span.Of(text), criterion.Text);
                Array.Fill(covered, true, criterion.Span.Start, criterion.Span.Length);
                CheckSpans(criterion.Predicate, criterion.Span);
                Assert.All(criterion.Unread.ToArray(), words => Assert.True(criterion.Span.Contains(words.Span)));
                Assert.False(criterion.Reading == Reading.Full && !criterion.Unread.IsEmpty);
            }

            for (var i = 0; i < text.Length; i++)
            {
                Assert.True(covered[i] || char.IsWhiteSpace(text[i]), $"'{text[i]}' at {i} is in no criterion.");
            }
        },
        iter: 3_000);

    [Theory]
    [InlineData("Exclusion Criteria:\n* Any condition that, in the opinion of the investigator, may interfere with the study, (e.g. heart failure NYHA III) Or a QTc of 450 ms within 2 weeks, unless treated. Bilirubin ≤ 2 mg/dL AST ≤ 3 x ULN (MS)")]
    [InlineData("Inclusion Criteria:\n* Patients with blorx melanoma judged suitable by the investigator, or not amenable to surgery: ECOG 0-1; no prior \"therapy\" (≥ 2 lines) allowed, Women must use contraception. Creatinine ≤ 1.5 mg/dL or")]
    public void TextsCutAnywhere_AreRead(string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            foreach (var end in (string[])["", "X", " X", " A.", "(", " <", " \u00E9"])
            {
                var cut = text[..length] + end;
                Assert.All(CriteriaReader.Default.Read(cut).Criteria.ToArray(), criterion => Assert.Equal(criterion.Span.Of(cut), criterion.Text));
            }
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("≥ 5 ")]
    [InlineData("asthma, ")]
    [InlineData("- x\n")]
    [InlineData("if asthma, ")]
    [InlineData("a.")]
    [InlineData("\u202Bא ")]
    [InlineData("😀")]
    [InlineData("* Creatinine ≤ 1.5 x ULN and no history of stroke within 6 months prior to screening\n")]
    [InlineData("unless (such as (")]
    public void SixteenTimesTheText_IsAtMostAFifthMoreThanSixteenTimesTheWork(string piece)
    {
        // Within one criterion and over many: a criterion is read to its 20,000th character. Sixteen, because lists double.
        CheckGrowth(Repeat(piece, 1_200), Repeat(piece, 19_200));
        CheckGrowth(Repeat(piece, 6_400), Repeat(piece, 102_400));
    }

    // The runtime compiles anew as it goes, and what was allocated before may not be afterwards: the short text is read on either side of the long one.
    private static void CheckGrowth(string text, string longer)
    {
        var before = Work(text);
        var work = Work(longer);
        Assert.InRange(work, 0, 1.2 * 16 * Math.Max(before, Work(text)));
    }

    [Fact]
    public void LongText_WithoutABlank_IsKeptWhole()
    {
        var text = new string('a', 100_000);

        var document = CriteriaReader.Default.Read(text);

        Assert.Equal([new TextSpan(0, text.Length)], document.Criteria.Select(criterion => criterion.Span));
        Assert.Equal(Reading.None, document.Criteria[0].Reading);
    }

    [Fact]
    public void TenThousandNestedBullets_AreReadInBoundedDepth()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{new string(' ', i % 500)}- asthma\n"));

        var document = CriteriaReader.Default.Read(text);

        Assert.Equal(10_000, document.Criteria.Count);
        Assert.All(document.Criteria.ToArray(), criterion => Assert.InRange(criterion.Id.AsSpan().Count('.'), 0, 8));
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    // Clocks lie on a busy machine; what a reading allocates is the same every time. 'bench criteria' times the same texts.
    private static double Work(string text)
    {
        CriteriaReader.Default.Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CriteriaReader.Default.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void CheckSpans(Predicate? predicate, TextSpan outer)
    {
        if (predicate is null)
        {
            return;
        }

        Assert.True(outer.Contains(predicate.Span));
        switch (predicate)
        {
            case Predicate.All all:
                Assert.All(all.Items.ToArray(), item => CheckSpans(item, outer));
                break;
            case Predicate.Any any:
                Assert.All(any.Items.ToArray(), item => CheckSpans(item, outer));
                break;
            case Predicate.AtLeast atLeast:
                Assert.All(atLeast.Items.ToArray(), item => CheckSpans(item, outer));
                break;
            case Predicate.Not not:
                CheckSpans(not.Item, outer);
                break;
            case Predicate.Leaf leaf:
                CheckSpans(leaf.Except, outer);
                break;
        }
    }
}
