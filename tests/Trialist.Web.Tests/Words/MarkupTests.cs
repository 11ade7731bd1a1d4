using System.Text.Encodings.Web;
using CsCheck;
using Trialist.Web.Words;

namespace Trialist.Web.Tests.Words;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("a \\> b \\< c", "<p>a &gt; b &lt; c</p>")]
    [InlineData("one\n\ntwo", "<p>one</p>\n<p>two</p>")]
    [InlineData("* a\n* b\n  * c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>")]
    [InlineData("2. a\n3. b", "<ol start=\"2\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>")]
    [InlineData("# not a heading", "<p># not a heading</p>")]
    [InlineData("a\n---", "<p>a<br />\n---</p>")]
    [InlineData("    not code", "<p>not code</p>")]
    [InlineData("![x](y) [a](javascript:b) `c` *d* &amp;", "<p>![x](y) [a](javascript:b) `c` *d* &amp;amp;</p>")]
    public void Html_OfRegistryMarkup_IsParagraphsAndListsOnly(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void Html_OfDeeplyNestedLists_DoesNotFail() =>
        Assert.Contains("end", Written(string.Concat(Enumerable.Repeat("* ", 2000)) + "end"), StringComparison.Ordinal);

    [Fact]
    public void Html_OfAnyText_HoldsNoTagButItsOwn() =>
        Gen.String[Gen.Char["<>&\"'*-1. \n\\`[](){}#!ab/="], 0, 200].Sample(text =>
        {
            var html = Written(text);
            foreach (var tag in new[] { "<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<br />" })
            {
                html = html.Replace(tag, "", StringComparison.Ordinal);
            }

            html = System.Text.RegularExpressions.Regex.Replace(html, "<ol (start=\"[0-9]+\"|type=\"[a-zA-Z]\")( start=\"[0-9]+\")?>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.DoesNotContain('<', html);
        });

    private static string Written(string text)
    {
        using var writer = new StringWriter();
        Markup.Html(text).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString().Trim();
    }
}
