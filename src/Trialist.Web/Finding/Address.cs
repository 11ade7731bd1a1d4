using System.Text;

namespace Trialist.Web.Finding;

/// <summary>Addresses with parameters.</summary>
internal static class Address
{
    public static string Of(string path, IEnumerable<(string Name, string Value)> pairs)
    {
        var url = new StringBuilder(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in pairs)
        {
            url.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal));
            separator = '&';
        }

        return url.ToString();
    }
}
