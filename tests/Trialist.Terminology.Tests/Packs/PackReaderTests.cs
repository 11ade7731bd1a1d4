using System.Text;
using CsCheck;

namespace Trialist.Terminology.Packs;

/// <summary>Each format of a vocabulary, and files that are none.</summary>
public sealed class PackReaderTests
{
    private const string MeshTable = "ui\tname\ttree_numbers_2019\tentry_terms\nD1\tFever, Marsh\tC01.5\tFever, Marsh|Fevers, Marsh|Marsh Fever|Bog Shivers\nD2\tPonds\tG16.1\tPonds\n";
    private const string MeshTree = "C01\tInfections\nC01.5\tFever, Marsh\nG16\tBiology\n";

    private const string MeshText = """
        *NEWRECORD
        RECTYPE = D
        MH = Fever, Marsh
        ENTRY = Marsh Fever|T047|EQV|NLM (1991)|900101|abbcdef
        ENTRY = Bog Shivers|T047|NRW|NLM (1991)|900101|abbcdef
        MN = C01.5
        UI = D1
        *NEWRECORD
        MH = Infections
        MN = C01
        UI = D3
        """;

    private const string MeshXml = """
        <?xml version="1.0"?>
        <!DOCTYPE DescriptorRecordSet SYSTEM "file:///etc/passwd">
        <DescriptorRecordSet><DescriptorRecord><DescriptorUI>D1</DescriptorUI><DescriptorName><String>Fever, Marsh</String></DescriptorName>
        <TreeNumberList><TreeNumber>C01.5</TreeNumber></TreeNumberList>
        <ConceptList><Concept PreferredConceptYN="Y"><TermList><Term><String>Marsh Fever</String></Term></TermList></Concept>
        <Concept PreferredConceptYN="N"><TermList><Term><String>Bog Shivers</String></Term></TermList></Concept></ConceptList></DescriptorRecord></DescriptorRecordSet>
        """;

    private const string Obo = """
        format-version: 1.2

        [Term]
        id: DOID:5
        name: marsh fever
        synonym: "fen ague" EXACT []
        synonym: "bog shivers" NARROW []
        xref: NCI:C77
        is_a: DOID:4 ! infection

        [Term]
        id: DOID:4
        name: infection

        [Term]
        id: DOID:6
        name: gone
        is_obsolete: true

        [Typedef]
        id: part_of
        name: part of
        """;

    private const string NcitFlat = "C77\t<http://x/C77>\tC76\tMarsh Fever|Fen Ague\tA fever.\t\t\tDisease or Syndrome\t\nC78\t<http://x/C78>\tC76\tSomeGene\t\t\t\tGene or Genome\t\n";
    private const string RxNorm = "11|ENG||||||||||RXNORM|IN|11|marshicillin||N||\n12|ENG||||||||||RXNORM|SBD|12|marshicillin 50 MG/ML [Fenaway]||N||\n";
    private const string Products = "ApplNo\tProductNo\tForm\tStrength\tReferenceDrug\tDrugName\tActiveIngredient\tReferenceStandard\n1\t1\tTABLET\t5MG\t0\tFENAWAY\tMARSHICILLIN HYDROCHLORIDE\t0\n1\t2\tTABLET\t5MG\t0\tBOGBOTH\tMARSHICILLIN; FENOLOL\t0\n";

    public static TheoryData<VocabularyKind, string, string, string, string> Formats => new()
    {
        // vocabulary, file, a name that is kept, what means the same, what only helps to search
        { VocabularyKind.Mesh, MeshTable, "Marsh Fever", "Marsh Fevers", "Bog Shivers" },
        { VocabularyKind.Mesh, MeshTree, "Marsh Fever", "", "" },
        { VocabularyKind.Mesh, MeshText, "Marsh Fever", "", "Bog Shivers" },
        { VocabularyKind.Mesh, MeshXml, "Marsh Fever", "", "Bog Shivers" },
        { VocabularyKind.Doid, Obo, "marsh fever", "fen ague", "bog shivers" },
        { VocabularyKind.Ncit, Obo, "marsh fever", "fen ague", "bog shivers" },
        { VocabularyKind.Ncit, NcitFlat, "Marsh Fever", "Fen Ague", "" },
        { VocabularyKind.RxNorm, RxNorm, "marshicillin", "Fenaway", "" },
        { VocabularyKind.RxNorm, Products, "marshicillin", "Fenaway", "" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void File_OfAKnownFormat_GivesNamesAndSynonyms(VocabularyKind kind, string file, string name, string same, string related)
    {
        var term = Assert.Single(Read(kind, file).Terms, term => term.Name == name);
        Assert.True(same.Length == 0 || term.Synonyms.Contains(same) || PhraseKey.Of(same) == PhraseKey.Of(name), $"{same} is not among {term.Synonyms}");
        Assert.Equal(related.Length == 0 ? [] : [related], term.Related);
    }

    [Fact]
    public void TermsOfNoUse_AreCountedWithTheReason()
    {
        Assert.Equal(1, Read(VocabularyKind.Mesh, MeshTable).LeftOut["not a condition, treatment or procedure"]);
        Assert.Equal(1, Read(VocabularyKind.Doid, Obo).LeftOut["obsolete"]);
    }

    [Fact]
    public void BrandOfTwoIngredients_StandsBelowBoth()
    {
        var brand = Assert.Single(Read(VocabularyKind.RxNorm, Products).Terms, term => term.Name == "Bogboth");
        Assert.Equal(["fenolol", "marshicillin"], brand.Broader);
    }

    [Fact]
    public void Codes_AreOfTheVocabulary()
    {
        Assert.Contains(Read(VocabularyKind.Doid, Obo).Terms, term => term.Code == new Code(CodeSystem.Doid, "5"));
        Assert.Contains(Read(VocabularyKind.Ncit, Obo).Terms, term => term.Code == new Code(CodeSystem.Ncit, "C77"));
        Assert.Contains(Read(VocabularyKind.Mesh, MeshTable).Terms, term => term.Code == new Code(CodeSystem.Mesh, "D1"));
    }

    public static TheoryData<VocabularyKind, string, string> NoVocabularies => new()
    {
        { VocabularyKind.Mesh, "", "The file is empty." },
        { VocabularyKind.Mesh, Obo, "The file is none that is known for mesh" },
        { VocabularyKind.Doid, MeshTable, "The file is none that is known for doid" },
        { VocabularyKind.RxNorm, "\0\u0001\u0002", "The file is none that is known for rxnorm" },
        { VocabularyKind.Doid, "format-version: 1.2\n", "no term in it can be used" },
        { VocabularyKind.Mesh, "<?xml version=\"1.0\"?>\n<a><b></a>", "not well-formed XML" },
        { VocabularyKind.Mesh, "<?xml version=\"1.0\"?>\n" + string.Concat(Enumerable.Repeat("<a>", 100)), "nests deeper" },
        { VocabularyKind.Ncit, new string('x', PackLimits.LongestLine + 1), "longer than" },
    };

    [Theory]
    [MemberData(nameof(NoVocabularies))]
    public void File_ThatIsNone_IsRefusedWithASentence(VocabularyKind kind, string file, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<TrialistException>(() => Read(kind, file)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyFile_IsReadOrRefused_NeverFailsOtherwise()
    {
        string[] pieces = [MeshTable, MeshTree, MeshText, MeshXml, Obo, NcitFlat, RxNorm, Products];
        Gen.Select(Gen.Enum<VocabularyKind>(), Gen.Int[0, pieces.Length - 1], Gen.Int[0, 400], Gen.Int[0, 400], Gen.String).Sample((kind, which, from, length, noise) =>
        {
            var piece = pieces[which];
            from = Math.Min(from, piece.Length);
            var file = piece.Remove(from, Math.Min(length, piece.Length - from)).Insert(from, noise);
            try
            {
                Assert.All(Read(kind, file).Terms, term => Assert.NotNull(PhraseKey.Of(term.Name)));
            }
            catch (TrialistException)
            {
                // Refused in a sentence.
            }
        });
    }

    [Fact]
    public void InstalledFile_GivesBackWhatWasWritten()
    {
        var terms = Read(VocabularyKind.Doid, Obo).Terms;
        using var text = new StringWriter();
        PackFile.Write(text, terms);
        Assert.Equal(terms, PackFile.Read(new StringReader(text.ToString())));
    }

    private static PackReading Read(VocabularyKind kind, string file) => PackReader.Read(kind, new MemoryStream(Encoding.UTF8.GetBytes(file)));
}
