using System.Text.RegularExpressions;

namespace Trialist.Terminology.Tables;

/// <summary>The tables are sound: what a slip of the hand would break, row by row.</summary>
public sealed partial class TableTests
{
    private static readonly IReadOnlyList<LexiconEntry> All = LexiconTables.ReadAll();

    [Fact]
    public void Name_StandsOnceInItsTable() =>
        Assert.Empty(All.GroupBy(entry => (entry.Kind, entry.Name)).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Spelling_BelongsToOneEntryOfItsKind_UnlessFlagged()
    {
        var lexicon = Lexicon.Default;
        var shared =
            from entry in All
            where entry.LeafType is not null
            from spelling in entry.Spellings
            where !spelling.Ambiguous
            from other in lexicon.Find(spelling.Words)
            where other.Kind == entry.Kind && other.Name != entry.Name
            select $"{entry.Kind}: '{spelling.Words}' of {entry.Name} is also {other.Name}";

        Assert.Equal("", string.Join(Environment.NewLine, shared.Distinct()));
    }

    [Fact]
    public void Spelling_IsFoundAgain()
    {
        var lexicon = Lexicon.Default;
        var lost =
            from entry in All
            from spelling in entry.Spellings
            where !lexicon.Find(spelling.Words).Any(found => found.Name == entry.Name && found.Kind == entry.Kind)
            select $"{entry.Kind} {entry.Name}: {spelling.Words}";

        Assert.Equal("", string.Join(Environment.NewLine, lost));
    }

    [Fact]
    public void Code_HasTheShapeOfItsSystem() =>
        Assert.Empty(All.SelectMany(entry => entry.Concept.Codes.Where(code => !IsWellFormed(code)).Select(code => $"{entry.Name}: {code.System} {code.Value}")));

    [Fact]
    public void Broader_NamesAnEntryOfTheSameTable_WithoutALoop()
    {
        var named = All.Select(entry => (entry.Kind, entry.Name)).ToHashSet();

        Assert.Empty(All.SelectMany(entry => entry.Broader.Where(name => !named.Contains((entry.Kind, name))).Select(name => $"{entry.Kind} {entry.Name}: {name}")));
        Assert.Empty(All.Where(entry => Lexicon.Default.Broader(Lexicon.Default.ByName(entry.Kind, entry.Name)!).Any(above => above.Name == entry.Name)).Select(entry => entry.Name));
    }

    [Fact]
    public void Source_IsNamedInEveryRow() => Assert.Empty(All.Where(entry => entry.Source.Length == 0).Select(entry => $"{entry.Kind} {entry.Name}"));

    [Fact]
    public void Unit_OfAnAnalyte_IsUcumThatTheTableKnows()
    {
        var wrong =
            from entry in All
            where entry.Analyte != null
            from unit in (IEnumerable<string>)[entry.Analyte!.Unit, .. entry.Analyte.Units, .. entry.Analyte.Conversions.Select(conversion => conversion.Unit)]
            where Units.Of(unit) is null
            select $"{entry.Name}: {unit}";

        Assert.Equal("", string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Unit_ThatAnAnalyteIsReportedIn_ConvertsToTheCanonicalOne_OrTheRowSaysWhyNot()
    {
        // Mass and moles of these differ from person to person or by assay, or the second unit is another quantity.
        string[] apart = ["lpa", "bsa", "dlco", "tlc", "residual.volume", "pef", "weight.loss", "parasitemia", "hiv.rna", "hcv.rna", "cmv.dna", "ebv.dna", "fev1.reversibility", "grip.strength", "prostate.volume", "ethanol.level", "six.minute.walk", "total.kidney.volume", "vo2max", "metanephrines", "blasts.blood", "mitotic.rate"];
        var wrong =
            from entry in All
            where entry.Analyte is not null && !apart.Contains(entry.Name)
            from unit in entry.Analyte!.Units
            where Units.Convert(new Quantity(1, unit), entry.Analyte!.Unit, entry.Analyte) is null
            select $"{entry.Name}: {unit}";

        Assert.Equal("", string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Range_IsOrdered_AndTheNormalOneIsPlausible()
    {
        var wrong =
            from entry in All
            where entry.Analyte != null
            let profile = entry.Analyte!
            from range in new[] { profile.Plausible, profile.Normal, profile.NormalFemale, profile.NormalMale }
            where range is { } there && (there.Low > there.High || there.Low < profile.Plausible?.Low || there.High > profile.Plausible?.High)
            select $"{entry.Name}: {range}";

        Assert.Equal("", string.Join(Environment.NewLine, wrong));
        Assert.Empty(All.Where(entry => entry.Analyte is { Plausible: null }).Select(entry => entry.Name));
    }

    [Fact]
    public void Score_HasItsValuesOnItsScale()
    {
        var scores = All.Where(entry => entry.Scale is not null).ToArray();

        Assert.All(scores, entry => Assert.True(entry.Scale!.Min < entry.Scale.Max, entry.Name));
        Assert.Empty(scores.SelectMany(entry => entry.Scale!.Values.Where(value => value.Low > value.High || value.Low < entry.Scale.Min || value.High > entry.Scale.Max).Select(value => $"{entry.Name}: {value}")));
    }

    private static bool IsWellFormed(Code code) => code.System switch
    {
        CodeSystem.Loinc => Loinc().IsMatch(code.Value) && HasLoincCheckDigit(code.Value),
        CodeSystem.Icd10Cm => Icd10Cm().IsMatch(code.Value),
        CodeSystem.Mesh => Mesh().IsMatch(code.Value),
        CodeSystem.Atc => Atc().IsMatch(code.Value),
        CodeSystem.Doid or CodeSystem.RxNorm or CodeSystem.Snomed => code.Value.All(char.IsAsciiDigit),
        _ => code.Value.Length > 0,
    };

    // Mod 10 as LOINC's users' guide describes it: every second digit from the right is doubled.
    private static bool HasLoincCheckDigit(string code)
    {
        var sum = 0;
        var digits = code[..^2];
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10 == code[^1] - '0';
    }

    [GeneratedRegex(@"^\d{1,5}-\d$")]
    private static partial Regex Loinc();

    [GeneratedRegex(@"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?(-[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?)?$")]
    private static partial Regex Icd10Cm();

    [GeneratedRegex(@"^[DC]\d{6}(\d{3})?$")]
    private static partial Regex Mesh();

    [GeneratedRegex(@"^[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$")]
    private static partial Regex Atc();
}
