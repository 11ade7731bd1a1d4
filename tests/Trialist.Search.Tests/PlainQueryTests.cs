namespace Trialist.Search.Tests;

/// <summary>What a person types, and what is found.</summary>
public sealed class PlainQueryTests
{
    private static readonly Registry Registry = Tests.Registry.Of(
        Registry.Study(1, "Pembrolizumab in Advanced Lung Cancer", ["Lung Cancer"], [Registry.Drug("Pembrolizumab", "Keytruda", "MK-3475")]),
        Registry.Study(2, "Walking After a Heart Attack", ["Myocardial Infarction"], [new Intervention("BEHAVIORAL", "Supervised walking", null, [], [])]),
        Registry.Study(3, "Acute Leukemias of Childhood", ["Leukemia, Lymphoid"]) with { BriefSummary = "Children with newly diagnosed disease receive three months of induction." },
        Registry.Study(4, "Vaccine Against COVID-19 in Older Adults", ["COVID-19"]) with { Acronym = "SHIELD", OrgStudyId = "AB-77/12" },
        Registry.Study(5, "Sjögren’s Syndrome and Dry Eyes", ["Sjogren Syndrome"]),
        Registry.Study(6, "Lung Function in Cancer Survivors", ["Survivorship"]) with { Sponsor = new Organization("Northern University Hospital", "OTHER") },
        Registry.Study(7, "TGF-β Blockade in Fibrosis", ["Pulmonary Fibrosis"]) with { PrimaryOutcomes = [new Outcome("Forced vital capacity", null, "52 weeks")] });

    public static TheoryData<string, string> Found => new()
    {
        { "pembrolizumab", "01" },
        { "PEMBROLIZUMAB lung", "01" },
        { "keytruda", "01" },
        { "mk3475", "01" },                    // hyphens are forgiven both ways
        { "MK-3475", "01" },
        { "mk 3475", "01" },
        { "leukaemia", "03" },                 // British spelling
        { "leukemias child", "03" },           // word forms
        { "diagnosing leukemia", "03" },
        { "covid19 vaccines", "04" },
        { "covid-19", "04" },
        { "Covid 19", "04" },
        { "sjögren", "05" },                   // accents, both ways
        { "sjogren's syndromes", "05" },
        { "TGF-beta", "07" },
        { "\"lung cancer\"", "01" },           // a phrase is not its words apart
        { "\"lung function\"", "06" },
        { "\"months of\"", "03" },            // two words that most studies hold
        { "\"month of induction\"", "03" },
        { "\"in older adults\"", "04" },
        { "lung -pembrolizumab", "06" },
        { "lung NOT pembrolizumab", "06" },
        { "sjogren OR fibrosis", "05 07" },
        { "(keytruda OR walking) heart", "01 02" }, // without operators parentheses group nothing, with them they do
        { "NCT99000003", "03" },
        { "please see nct99000003.", "03" },
        { "clinical trials for heart attack", "02" },
        { "SHIELD", "04" },
        { "Trastuzumab (keytruda) pembrolizumab lung", "01" }, // no study holds all: most of the words
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Query_Plain_FindsStudies(string query, string expected)
    {
        var found = Registry.Ids(query);

        if (query.StartsWith('('))
        {
            Assert.Contains("02", found);
            Assert.DoesNotContain("05", found);
            return;
        }

        Assert.Equal(expected.Split(' '), found.Order());
    }

    [Fact]
    public void Query_WordsInTitleAndCondition_RankFirst() => Assert.Equal("01", Registry.Ids("lung cancer")[0]);

    // A rare kind of what is asked for is a mention of it, however rare its name.
    [Fact]
    public void RareKind_DoesNotStandAboveWhatWasAskedFor()
    {
        var registry = Tests.Registry.Of(
            Enumerable.Range(1, 12).Select(number => Registry.Study(number, $"Asthma in Adults, Part {number}", ["Asthma"]))
                .Append(Registry.Study(99, "Aspirin-exacerbated Respiratory Disease", ["Aspirin-exacerbated Respiratory Disease"])));

        var found = registry.Ids("asthma");

        Assert.Equal("99", found[^1]);
        Assert.Equal(13, registry.Index.Search(new StudyQuery { Text = "asthma" }).Total);
    }

    // ALL is a leukemia; "all" is in every study.
    [Fact]
    public void AbbreviationSpeltLikeACommonWord_IsNoSynonym()
    {
        var found = Registry.Index.Search(new StudyQuery { Text = "leukemia" });

        Assert.DoesNotContain(found.SynonymsUsed.SelectMany(use => use.Synonyms), synonym => synonym.Equals("all", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(new Queries.SynonymBook([new Queries.LexiconSynonyms(Terminology.Lexicon.Default)]).Of("leukemia", "leukemia"), synonym => synonym.Terms is ["all"]);
    }

    [Fact]
    public void CommonWordThatARecordGivesAsAName_IsNoSynonym()
    {
        var index = Tests.Registry.Of(Registry.Study(1, "Walks of Two Lengths", ["Obesity"], [Registry.Drug("Walk of half an hour", "Long")])).Index;

        Assert.Empty(index.Search(new StudyQuery { Text = "long walk" }).SynonymsUsed);
        Assert.Empty(index.Search(new StudyQuery { Text = "walk of half an hour" }).SynonymsUsed);
    }

    [Fact]
    public void Query_WithoutSynonyms_SearchesTheWordsAsTyped()
    {
        var with = Registry.Index.Search(new StudyQuery { Text = "keytruda" });
        var without = Registry.Index.Search(new StudyQuery { Text = "keytruda", UseSynonyms = false });

        Assert.Contains(with.SynonymsUsed, use => use.Words == "keytruda" && use.Synonyms.Contains("pembrolizumab", StringComparer.OrdinalIgnoreCase));
        Assert.Empty(without.SynonymsUsed);
    }

    [Theory]
    [InlineData("pembrolizumb", "pembrolizumab")]
    [InlineData("advanced lnug cancr", "advanced lung cancer")]
    public void Query_Misspelt_SuggestsTheWordOfTheIndex(string query, string better) =>
        Assert.Equal(better, Registry.Index.Search(new StudyQuery { Text = query }).DidYouMean);

    [Theory]
    [InlineData("astma", "asthma")]         // one record has the same slip
    [InlineData("asthma", null)]
    [InlineData("eczema", null)]            // rare, and nothing near it is commoner
    [InlineData("astma inhaler", "asthma inhaler")]
    public void Query_WithASlipThatARecordHasToo_SuggestsTheCommonWord(string query, string? better)
    {
        var asthma = Enumerable.Range(1, 40).Select(number => Registry.Study(number, $"Inhaler {number} in asthma", ["Asthma"]));
        var index = Tests.Registry.Of([.. asthma, Registry.Study(90, "Inhaler in astma", ["Astma"]), Registry.Study(91, "Cream", ["Eczema"])]).Index;

        Assert.Equal(better, index.Search(new StudyQuery { Text = query }).DidYouMean);
    }

    [Fact]
    public void Query_WordsOfDifferentStudies_FindsMostAndSaysSo()
    {
        var page = Registry.Index.Search(new StudyQuery { Text = "pembrolizumab leukemia zzyzx" });

        Assert.True(page.Relaxed);
        Assert.Equal(["zzyzx"], page.MissingWords);
        Assert.Equal(2, page.Total);
    }

    [Theory]
    [InlineData("cond", "infarction", "02")]
    [InlineData("intr", "walking", "02")]
    [InlineData("titles", "childhood", "03")]
    [InlineData("spons", "northern", "06")]
    [InlineData("outc", "vital capacity", "07")]
    [InlineData("id", "AB-77/12", "04")]
    [InlineData("id", "shield", "04")]
    public void Query_ByArea_SearchesThatAreaOnly(string parameter, string text, string expected)
    {
        var query = parameter switch
        {
            "cond" => new StudyQuery { Condition = text },
            "intr" => new StudyQuery { Intervention = text },
            "titles" => new StudyQuery { Title = text },
            "spons" => new StudyQuery { Sponsor = text },
            "outc" => new StudyQuery { Outcome = text },
            _ => new StudyQuery { Id = text },
        };

        Assert.Equal([expected], Registry.Ids(query));
        Assert.Empty(Registry.Ids(new StudyQuery { Location = text }));
    }

    [Fact]
    public void Hit_Highlights_MarkTheWordsThatMatched()
    {
        var hit = Registry.Index.Search(new StudyQuery { Text = "keytruda lungs" }).Hits[0];

        var title = hit.Highlights.Single(highlight => highlight.Field == "title");
        Assert.Equal(["Pembrolizumab", "Lung"], title.Marks.Select(mark => mark.Of(title.Text)));
        Assert.Contains(hit.Highlights, highlight => highlight is { Field: "otherName", Text: "Keytruda" });
    }

    [Fact]
    public void Hit_FoundByAnotherName_IsNotMarkedWhereItsSmallWordsStand()
    {
        using var registry = Tests.Registry.Of(Tests.Registry.Study(1, "A Study of the Timing of Tablets", ["Carcinoma of the Breast"]));

        var marked = registry.Index.Search(new StudyQuery { Text = "breast cancer" }).Hits.Single().Highlights
            .SelectMany(highlight => highlight.Marks.Select(mark => mark.Of(highlight.Text).ToString()));
        Assert.Equal(["Carcinoma", "Breast"], marked);
    }
}
