using CsvHelper;
using CsvHelper.Configuration;
using Trialist.Web.Studies;

namespace Trialist.Web.Tests.Studies;

public sealed class CsvFormTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("one\ntwo", "\"one\ntwo\"")]
    [InlineData("one\rtwo", "\"one\rtwo\"")]
    [InlineData("one\r\ntwo", "\"one\r\ntwo\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData(" led by a blank", "\" led by a blank\"")]
    public void Cell_StandsInQuotes_WhereItWouldEndTheCellOrTheRow(string cell, string written)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, CsvForm.Of(InjectionOptions.None)))
        {
            csv.WriteField(cell);
            csv.WriteField("next");
            csv.NextRecord();
        }

        Assert.Equal($"{written},next\r\n", text.ToString());
    }
}
