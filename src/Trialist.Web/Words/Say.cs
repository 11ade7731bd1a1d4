using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Trialist.Web.Studies;

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

    /// <summary>A recruitment status with its sign.</summary>
    public static IHtmlContent Status(string? status)
    {
        var kind = RecruitmentStatus.Of(status) switch
        {
            Recruitment.Open => "open",
            Recruitment.Soon => "soon",
            Recruitment.Closed => "closed",
            Recruitment.Stopped => "stopped",
            Recruitment.Unknown => "unknown",
        };
        return new HtmlString($"<span class=\"status status-{kind}\"><span class=\"dot\" aria-hidden=\"true\"></span>{(status is null ? "Status not stated" : Word("status", status))}</span>");
    }

    /// <summary>A heading with its meaning in place: the browser opens it, no script is needed, and the glossary holds the same.</summary>
    public static IHtmlContent Term(string heading) => new HtmlString(GlossaryTerm.Behind(heading) is { } term
        ? $"<button type=\"button\" class=\"term\" popovertarget=\"g-{term.Id}\">{Encode(heading)}<span class=\"visually-hidden\">: what does it mean?</span></button><span popover id=\"g-{term.Id}\" class=\"meaning\"><strong>{Encode(term.Term)}</strong> <span>{Encode(term.Meaning)}</span> <a href=\"/glossary#{term.Id}\">Glossary</a></span>"
        : Encode(heading));

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
