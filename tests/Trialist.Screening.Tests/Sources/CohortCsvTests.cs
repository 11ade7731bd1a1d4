using Trialist.Screening.Sources;

namespace Trialist.Screening.Tests.Sources;

public sealed class CohortCsvTests
{
    [Fact]
    public void Table_BecomesPersonsWithFacts()
    {
        const string Table = """
            id,birth date,sex,date,kreatin [mg/dL],asthma,conditions
            p1,1970-05-01,f,2026-11-20,1.2,no,gout; no lupus
            p2,1980,male,,<0.3,yes,
            """;

        var persons = CohortCsv.Read(new StringReader(Table)).ToList();

        Assert.Equal(["p1", "p2"], persons.Select(person => person.Id));
        Assert.Equal((Sex.Female, "1970-05-01"), (persons[0].Sex, persons[0].BirthDate.ToString()));
        Assert.Equal(["kreatin", "asthma", "gout", "systemic lupus erythematosus"], persons[0].Facts.Select(fact => fact.Concept.Name));
        Assert.Equal([Presence.Present, Presence.Absent, Presence.Present, Presence.Absent], persons[0].Facts.Select(fact => fact.Presence));
        Assert.Equal(new Quantity(1.2m, "mg/dL"), persons[0].Facts[0].Value);
        Assert.Equal("2026-11-20", persons[0].Facts[0].Date.ToString());
        Assert.Equal(new Bounds(null, new Bound(0.3m, false), "mg/dL"), persons[1].Facts[0].ValueWithin);
        Assert.Null(persons[1].Facts[0].Date);
    }

    [Theory]
    [InlineData("id,age\np1,old", "line 2, column 'age' does not hold an age in years")]
    [InlineData("id,sex\np1,x", "line 2, column 'sex' does not hold female or male")]
    [InlineData("id,kreatin [mg/dL]\np1,12 or so", "line 2, column 'kreatin [mg/dL]' does not hold a number")]
    [InlineData("", "The CSV file is empty")]
    [InlineData("id,sex,Sex\np1,female,male", "the header has two columns 'sex'")]
    [InlineData("id,age\np1,50,male", "line 2 has 3 cells, the header 2")]
    [InlineData("id,age\n\"p1,50\n", "line 2 has a quotation mark in a wrong place")]
    public void BadCell_IsNamedWithoutItsValue(string table, string message)
    {
        var error = Assert.Throws<TrialistException>(() => CohortCsv.Read(new StringReader(table)).ToList());

        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("12 or so", error.Message);
    }

    [Theory]
    [InlineData("id;age;sex\r\n\"A;1\";54;female\r\n")]
    [InlineData("id\tage\tsex\nA;1\t54\tfemale\n")]
    [InlineData("\uFEFFid,age,sex\nA;1,54,female\n")]
    public void Cells_ArePartedAsTheHeaderIs(string table)
    {
        var person = Assert.Single(CohortCsv.Read(new StringReader(table.TrimStart('\uFEFF'))));

        Assert.Equal(("A;1", 54, Sex.Female), (person.Id, person.AgeYears, person.Sex));
    }
}
