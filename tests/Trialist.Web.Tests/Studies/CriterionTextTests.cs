using System.Text.Encodings.Web;

namespace Trialist.Web.Studies;

public sealed class CriterionTextTests
{
    [Theory]
    [InlineData("1. Ratio \\>= 2.0 in the biopsy", ">= 2.0", "Ratio ", "&gt;= 2.0", " in the biopsy")]
    [InlineData("* Ratio \\>= 2.0", "Ratio", "", "Ratio", " &gt;= 2.0")]
    [InlineData("Less \\< than", "Less \\", "", "Less ", "&lt; than")] // the mark ends inside an escape
    public void UnreadWords_AreMarked_AndEscapesUndone(string text, string unread, string before, string marked, string after)
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

        Assert.Equal($"{before}<span class=\"not-understood\" tabindex=\"0\" aria-describedby=\"m-I1-1\">{marked}</span><span class=\"meaning\" role=\"tooltip\" id=\"m-I1-1\">why</span>{after}", writer.ToString());
    }
}
