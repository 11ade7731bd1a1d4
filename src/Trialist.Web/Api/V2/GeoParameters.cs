using System.Globalization;
using System.Text.RegularExpressions;
using Trialist.Search.Expressions;
using Trialist.Search.Places;

namespace Trialist.Web.Api.V2;

/// <summary>Reads circles and how a score falls with distance.</summary>
internal static partial class GeoParameters
{
    private const string DefaultDecay = "func:exp,scale:300mi,offset:0mi,decay:0.5";

    /// <exception cref="ApiRefusal">It is no circle on the globe.</exception>
    public static Expression.Near Circle(string parameter, string text)
    {
        var match = CirclePattern().Match(text);
        if (!match.Success)
        {
            throw ApiRefusal.BadRequest($"Parameter `{parameter}` has incorrect format: `{text}`");
        }

        var (latitude, longitude) = (Number(match, "lat"), Number(match, "lon"));
        var km = Kilometres(match, "radius");
        var wrong = Math.Abs(latitude) > 90 ? $"the latitude {latitude} is not between -90 and 90"
            : Math.Abs(longitude) > 180 ? $"the longitude {longitude} is not between -180 and 180"
            : km is > 0 and <= Distance.LongestKm ? null
            : $"the radius is not above 0 and at most {Distance.LongestKm}km";
        return wrong is null ? new Expression.Near(latitude, longitude, km) : throw ApiRefusal.BadRequest($"{ApiParameters.Invalid(parameter, text).Message}; {wrong}");
    }

    /// <summary>How scores fall with the distance from the filter's point; null without such a filter.</summary>
    /// <exception cref="ApiRefusal">A parameter cannot be understood.</exception>
    public static Proximity? Proximity(ApiParameters parameters)
    {
        var text = parameters["geoDecay"] ?? DefaultDecay;
        var match = DecayPattern().Match(text);
        if (!match.Success)
        {
            throw ApiRefusal.BadRequest($"Parameter `geoDecay` has incorrect format: `{text}`");
        }

        var (scale, offset, decay) = (Kilometres(match, "scale"), Kilometres(match, "offset"), Number(match, "decay"));
        if (scale <= 0 || decay is <= 0 or >= 1)
        {
            throw ApiParameters.Invalid("geoDecay", text);
        }

        if (parameters["filter.geo"] is not { } geo)
        {
            return null;
        }

        var circle = Circle("filter.geo", geo);
        var shape = match.Groups["shape"].Value switch { "gauss" => DecayShape.Gauss, "linear" => DecayShape.Linear, _ => DecayShape.Exp };
        return new Proximity(circle.Latitude, circle.Longitude, shape, scale, offset, decay);
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // Without a unit, miles, as everywhere in the registry.
    private static double Kilometres(Match match, string group) =>
        Number(match, group) * (match.Groups[group + "Unit"].Value == "km" ? 1 : PlaceCircle.KilometresPerMile);

    [GeneratedRegex(@"^distance\((?<lat>-?\d{1,9}(\.\d{1,20})?),(?<lon>-?\d{1,9}(\.\d{1,20})?),(?<radius>\d{1,9}(\.\d{1,20})?)(?<radiusUnit>km|mi)?\)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CirclePattern();

    [GeneratedRegex(@"^func:(?<shape>gauss|exp|linear),scale:(?<scale>\d{1,9}(\.\d{1,20})?)(?<scaleUnit>km|mi),offset:(?<offset>\d{1,9}(\.\d{1,20})?)(?<offsetUnit>km|mi),decay:(?<decay>\d{1,9}(\.\d{1,20})?)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DecayPattern();
}
