using System.Globalization;

namespace Trialist.Web.Api.V2;

/// <summary>The query string of one request, read as the registry reads it; refusals have the registry's words.</summary>
internal sealed class ApiParameters
{
    private static readonly char[] Separators = [',', '|'];

    private readonly IQueryCollection query;

    /// <param name="request">What was asked.</param>
    /// <param name="known">The parameters of the route.</param>
    /// <exception cref="ApiRefusal">There is another one; in a strict request also: one is given twice, or holds nothing, be it for separators.</exception>
    public ApiParameters(HttpRequest request, params ReadOnlySpan<string> known)
    {
        query = request.Query;
        IsStrict = StrictPreference.IsIn(request);
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
            {
                throw ApiRefusal.BadRequest($"`{name}` is unknown parameter").Meaning(name, known.ToArray());
            }

            if (IsStrict && values.Count > 1)
            {
                throw ApiRefusal.BadRequest($"Parameter `{name}` is given twice");
            }

            if (IsStrict && string.IsNullOrWhiteSpace(values.ToString().Trim(Separators)))
            {
                throw ApiRefusal.BadRequest($"Parameter `{name}` is empty");
            }
        }
    }

    /// <summary>True to refuse also what the registry silently ignores.</summary>
    public bool IsStrict { get; }

    /// <summary>The value of a parameter; null when it is not given or empty.</summary>
    public string? this[string name] => query[name] is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>The items of a list, separated by commas or bars; null when the parameter is not given.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (!query.ContainsKey(name))
        {
            return null;
        }

        return [.. query[name].SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>One of some values.</summary>
    public string Choice(string name, string otherwise, params ReadOnlySpan<string> allowed)
    {
        var value = this[name] ?? otherwise;
        return allowed.Contains(value) ? value : throw Invalid(name, value).Meaning(value, allowed.ToArray());
    }

    public bool Flag(string name) => this[name] switch
    {
        null or "false" => false,
        "true" => true,
        var value => throw Invalid(name, value),
    };

    /// <summary>A whole number of 0 or more; null when the parameter is not given.</summary>
    public int? Count(string name) => this[name] switch
    {
        null => null,
        var value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Invalid(name, value),
    };

    public static ApiRefusal Invalid(string name, string value) =>
        ApiRefusal.BadRequest($"Invalid value in parameter `{name[(name.LastIndexOf('.') + 1)..]}`: `{value}`");
}
