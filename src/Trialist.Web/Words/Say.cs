using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Words;

/// <summary>Puts the registry's values on pages: people's words to read, the registry's own value on hover and to screen readers on request.</summary>
internal static class Say
{
    public const string NotStated = "Not stated";

    public static IHtmlContent Word(string kind, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return new HtmlString($"<span class=\"unstated\">{NotStated}</span>");
        }

        var word = RegistryWords.Of(kind, value);
        var meaning = word.Meaning.Length > 0 ? $"{word.Meaning} " : "";
        return new HtmlString($"<abbr class=\"word\" title=\"{Encode($"{meaning}(In the registry: {value})")}\">{Encode(word.Label)}</abbr>");
    }

    public static IHtmlContent Words(string kind, IEnumerable<string> values) =>
        new HtmlString(string.Join(", ", values.Select(value => Word(kind, value).ToString())));

    /// <summary>The text, or "Not stated" where there is none.</summary>
    public static IHtmlContent Text(string? value) =>
        new HtmlString(string.IsNullOrWhiteSpace(value) ? $"<span class=\"unstated\">{NotStated}</span>" : Encode(value));

    /// <summary>A date that a machine reads too; estimated dates say so.</summary>
    public static IHtmlContent Date(PartialDate? date, bool estimated = false) =>
        date is { } known
            ? new HtmlString($"<time datetime=\"{known}\">{known.InWords()}</time>{(estimated ? " <span class=\"soft\">(expected)</span>" : "")}")
            : new HtmlString($"<span class=\"unstated\">{NotStated}</span>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
