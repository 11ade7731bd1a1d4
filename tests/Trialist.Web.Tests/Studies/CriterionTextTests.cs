using System.Text.Encodings.Web;

namespace Trialist.Web.Studies;

public sealed class CriterionTextTests
{
    [Theory]
    [InlineData("1. Ratio \\>= 2.0 in the biopsy", ">= 2.0", "Ratio <span class=\"not-understood\" title=\"why\">&gt;= 2.0</span> in the biopsy")]
    [InlineData("* Ratio \\>= 2.0", "Ratio", "<span class=\"not-understood\" title=\"why\">Ratio</span> &gt;= 2.0")]
    [InlineData("Less \\< than", "Less \\", "<span class=\"not-understood\" title=\"why\">Less </span>&lt; than")] // the mark ends inside an escape
    public void UnreadWords_AreMarked_AndEscapesUndone(string text, string unread, string html)
    {
        const int Start = 100;
        var at = Start + text.IndexOf(unread, StringComparison.Ordinal);
        var criterion = new Criterion("I1", CriterionKind.Inclusion, new TextSpan(Start, Start + text.Length), text)
        {
            Reading = Reading.Partial,
            Unread = [new UnreadWords(new TextSpan(at, at + unread.Length), "why")],
        };
        using var writer = new StringWriter();

        CriterionText.Html(criterion).WriteTo(writer, HtmlEncoder.Default);

        Assert.Equal(html, writer.ToString());
    }
}
