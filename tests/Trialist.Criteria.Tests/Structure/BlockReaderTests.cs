namespace Trialist.Criteria.Tests.Structure;

public sealed class BlockReaderTests
{
    [Theory]
    // Headings, with and without marks and colons.
    [InlineData("Inclusion Criteria:\n\n* Age 18\n* ECOG 1\n\nExclusion Criteria:\n\n* Asthma", "N1 I1 I2 N2 E1")]
    [InlineData("INCLUSION CRITERIA\n- Age 18\nEXCLUSION CRITERIA\n- Asthma", "N1 I1 N2 E1")]
    [InlineData("Inclusion Criteria: Age over 18 years. Exclusion Criteria: Asthma.", "N1 I1 N2 E1")]
    [InlineData("* SUBJECT INCLUSION CRITERIA:\n\n1. Adult\n\nSUBJECT EXCLUSION CRITERIA:\n\n1. Asthma", "N1 I1 N2 E1")]
    [InlineData("Adults with asthma", "I1")]
    // The other section's name in a criterion of this one opens no section.
    [InlineData("Inclusion Criteria:\n\n* Age 18\n\nExclusion Criteria:\n\n* Subjects who do not conform to the above inclusion criteria.\n* Asthma", "N1 I1 N2 E1 E2")]
    [InlineData("Inclusion Criteria:\n\n* Age 18\n\nExclusion Criteria:\n\n* Failure to meet any of the inclusion criteria\n* Asthma", "N1 I1 N2 E1 E2")]
    [InlineData("Inclusion Criteria:\n\n* Age 18\n\nExclusion Criteria:\n\n* Does not meet inclusion criteria\n* Asthma", "N1 I1 N2 E1 E2")]
    // A heading without the word "exclusion" inside a paragraph.
    [InlineData("Adults with asthma. Not for: pregnant women; smokers", "I1 N1 E1")]
    [InlineData("Adults with asthma.\n\nNot suitable: pregnancy; bedridden.", "I1 N1 E1")]
    // Headings that are whole sentences in plain words.
    [InlineData("You may be able to join this trial if all of the following apply.\nAsthma\nAdult\nYou cannot join this trial if any of these apply.\nCOPD", "N1 I1 I2 N2 E1")]
    [InlineData("Patients are eligible if all of the following are true:\n\n* Asthma\n\nPatients are not eligible if:\n\n* COPD", "N1 I1 N2 E1")]
    [InlineData("Patients must meet one of the following to be eligible:\n\n* Asthma\n* COPD", "I1 I1.1 I1.2")]
    [InlineData("Inclusion Criteria:\n\nPatients will not be excluded if they have the following:\n\n* Asthma", "N1 N2 N3")]
    // Long lines are lines of their own where a still longer one shows that nothing was wrapped.
    [InlineData("You have had surgery of the bowel in the last six months, or you are likely to need it\nYou have an abscess\nYou have had treatment with cyclosporine, tacrolimus or mycophenolate within the last four weeks of today", "I1 I2 I3")]
    // Sections named per cohort keep counting.
    [InlineData("Inclusion Criteria for Cohort A:\n\n* Asthma\n\nInclusion Criteria for Cohort B:\n\n* COPD", "N1 I1 N2 I2")]
    // Lead-ins and remarks.
    [InlineData("Exclusion Criteria:\n\nSubjects with any of the following will be excluded:\n\n1. Asthma\n2. COPD", "N1 N2 E1 E2")]
    [InlineData("Exclusion Criteria:\n\n* None", "N1 N2")]
    [InlineData("Inclusion Criteria:\n\n* Asthma\n\nOther protocol defined inclusion criteria may apply", "N1 I1 N2")]
    // Nesting by indent and by mark.
    [InlineData("Inclusion Criteria:\n\n* One of the following:\n\n  1. Asthma\n  2. COPD\n* Adult", "N1 I1 I1.1 I1.2 I2")]
    [InlineData("Inclusion Criteria:\n\n1. One of the following:\na. Asthma\nb. COPD\n2. Adult", "N1 I1 I1.1 I1.2 I2")]
    [InlineData("Inclusion Criteria:\n\n1. Any of:\n   i. Asthma\n   ii. COPD\n      - severe", "N1 I1 I1.1 I1.2 I1.2.1")]
    // Only the first of a numbered list has a bullet before its number.
    [InlineData("Exclusion Criteria:\n\n* 1. Asthma\n  2. COPD\n  3. Cough", "N1 E1 E2 E3")]
    // Run-on lists.
    [InlineData("Inclusion Criteria: 1. Adults; 2. Asthma; 3. Consent", "N1 I1 I2 I3")]
    // Escapes, wrapped lines, names that look like marks.
    [InlineData("Exclusion Criteria:\n\n\\- Asthma", "N1 E1")]
    [InlineData("Exclusion Criteria:\n  - Infection with\n    E. coli in the last year\n  - Asthma", "N1 E1 E2")]
    public void Text_IsCutIntoCriteriaAndNotes(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', CriteriaReader.Default.Read(text).Criteria.Select(criterion => criterion.Id)));

    [Theory]
    [InlineData("one of the following:", "any")]
    [InlineData("all of the following:", "all")]
    [InlineData("at least two of the following:", "2")]
    [InlineData("3 or more of the following criteria:", "3")]
    public void LeadIn_SaysHowItsListJoins(string words, string expected)
    {
        var parent = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* Must meet {words}\n\n  1. Asthma\n  2. COPD\n  3. Cough").Criteria[1];

        Assert.Equal(expected, parent.Combine switch { Combine.All => "all", Combine.Any => "any", Combine.AtLeast atLeast => $"{atLeast.Count}", null => "none" });
    }
}
