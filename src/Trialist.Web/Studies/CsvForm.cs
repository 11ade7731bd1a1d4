using System.Globalization;
using CsvHelper.Configuration;

namespace Trialist.Web.Studies;

/// <summary>How CSV is written (RFC 4180): rows end in CR LF, and a cell with any line break in it stands in quotes.</summary>
internal static class CsvForm
{
    /// <summary>The form of a file.</summary>
    /// <param name="formulas">What becomes of cells that a spreadsheet would run.</param>
    public static CsvConfiguration Of(InjectionOptions formulas) => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = formulas,

        // With line ends of two characters the library looks for both together, and a line feed alone would begin a row.
        ShouldQuote = cell => ConfigurationFunctions.ShouldQuote(cell) || cell.Field?.AsSpan().IndexOfAny('\r', '\n') >= 0,
    };
}
