namespace Trialist.Web.Words;

/// <summary>Contacts come from outside: only what is surely a number or an address becomes a link.</summary>
internal static class ContactLinks
{
    public static string Dial(string phone, string? extension)
    {
        var digits = new string([.. phone.Where(c => char.IsAsciiDigit(c) || c == '+')]);
        var suffix = new string([.. (extension ?? "").Where(char.IsAsciiDigit)]);
        return suffix.Length > 0 ? $"{digits};ext={suffix}" : digits;
    }

    public static bool IsMail(string email) =>
        email.Count(c => c == '@') == 1 && !email.Any(c => char.IsWhiteSpace(c) || c is '?' or '&' or '"' or '<' or '>' or ':' or '/' or '%');

    /// <summary>Only web addresses are linked; anything else that a record holds is shown as text.</summary>
    public static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.UserInfo.Length == 0;
}
