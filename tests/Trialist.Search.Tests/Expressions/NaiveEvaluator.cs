using System.Globalization;
using System.Text.RegularExpressions;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Expressions;
using Trialist.Search.Pieces;

namespace Trialist.Search.Tests.Expressions;

/// <summary>Says whether a record matches an expression, by going over its values: slow, and easy to see to be right. Other names are not looked for.</summary>
internal static class NaiveEvaluator
{
    private static readonly Dictionary<char, double> Years = new() { ['y'] = 1, ['m'] = 1 / 12.0, ['w'] = 7 / 365.25, ['d'] = 1 / 365.25 };

    public static bool Matches(NaiveStudy study, Expression expression) => Matches(study, expression, new Setting(["BasicSearch"], "BasicSearch", false, Coverage.Contains, Expansion.Relaxation, -1));

    private static bool Matches(NaiveStudy study, Expression expression, Setting setting) => expression switch
    {
        Expression.And and => and.Items.All(item => Matches(study, item, setting)),
        Expression.Or or => or.Items.Any(item => Matches(study, item, setting)),
        Expression.Not not => !Matches(study, not.Item, setting),
        Expression.All => true,
        Expression.Area area => Matches(study, area.Item, setting with { Pieces = PiecesOf(area.Name), Name = area.Name, OfSize = area.OfSize }),
        Expression.Covering covering => Matches(study, covering.Item, setting with { Coverage = covering.Coverage }),
        Expression.Expanded expanded => Matches(study, expanded.Item, setting with { Expansion = expanded.Expansion }),
        Expression.Tilt tilt => Matches(study, tilt.Item, setting),
        Expression.Scope scope => Enumerable.Range(0, study.Sites).Any(site => Matches(study, scope.Item, setting with { Site = site })),
        Expression.Missing => setting.Site < 0 && !IsArea(setting.Name) ? !study.Holds(setting.Name) : setting.Pieces.All(piece => !study.Values(piece, setting.Site).Any()),
        Expression.Range range when setting.OfSize => study.Sizes(setting.Name).Any(size => size >= int.Parse(range.From ?? "0", CultureInfo.InvariantCulture) && size <= int.Parse(range.To ?? "999", CultureInfo.InvariantCulture)),
        Expression.Range range => setting.Pieces.Any(piece => study.Values(piece, setting.Site).Any(value => InRange(PieceTable.Find(piece)!, value, range))),
        Expression.Near near => setting.Pieces.Any(piece => study.Values(piece, setting.Site).Any(value => KmBetween(near, value) <= near.RadiusKm)),
        Expression.Term term => setting.OfSize ? study.Sizes(setting.Name).Contains(int.Parse(term.Text, CultureInfo.InvariantCulture)) : Text(study, term.Text, isPhrase: false, setting),
        Expression.Phrase phrase => Text(study, phrase.Text, isPhrase: true, setting),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static bool IsArea(string name) => SearchArea.Find(name) is not null;

    private static string[] PiecesOf(string name) => SearchArea.Find(name) is { } area ? [.. area.Parts.Select(part => part.Piece)] : [name];

    private static bool Text(NaiveStudy study, string text, bool isPhrase, Setting setting)
    {
        var values = setting.Pieces.SelectMany(piece => study.Values(piece, setting.Site).Select(value => (Piece: PieceTable.Find(piece)!, Value: value))).ToList();
        if (values.Exists(value => value.Piece.Kind is not (PieceKind.Text or PieceKind.Markup) && IsValue(value.Piece, value.Value, text)))
        {
            return true;
        }

        var texts = values.Where(value => value.Piece.Kind is PieceKind.Text or PieceKind.Markup).Select(value => Words(value.Value)).ToList();
        var isLoose = !isPhrase && setting.Coverage == Coverage.Contains;
        var expansion = isLoose || setting.Expansion < Expansion.Concept ? setting.Expansion : Expansion.Concept;
        var words = Words(text);
        return texts.Exists(value => Stands(value, words, expansion == Expansion.None, setting.Coverage))
            || (expansion == Expansion.Relaxation && words.TrueForAll(word => texts.Exists(value => value.Exists(other => other.Term == word.Term))))
            || (expansion == Expansion.Lossy && words.Exists(word => texts.Exists(value => value.Exists(other => other.Term == word.Term))));
    }

    private static bool Stands(List<Read> value, List<Read> words, bool exact, Coverage coverage)
    {
        for (var start = 0; start + words.Count <= value.Count; start++)
        {
            var all = words.Select((word, i) => exact ? value[start + i].Written == word.Written && (i == 0 || value[start + i].Before == word.Before) : value[start + i].Term == word.Term).All(same => same);
            var begins = start == 0 || coverage is Coverage.Contains or Coverage.EndsWith;
            var ends = start + words.Count == value.Count || coverage is Coverage.Contains or Coverage.StartsWith;
            if (all && begins && ends)
            {
                return true;
            }
        }

        return false;
    }

    private static List<Read> Words(string text)
    {
        var words = WordSplitter.Split(text).Where(word => !word.Joined).ToList();
        return [.. words.Select((word, i) => new Read(word.Term, word.Form.Written, i == 0 ? "" : Regex.Replace(text[words[i - 1].End..word.Start], " +", " ")))];
    }

    private static bool IsValue(Piece piece, string value, string written) => piece.Kind switch
    {
        PieceKind.Enum or PieceKind.Boolean => value == written,
        PieceKind.Date => InRange(piece, value, new Expression.Range(written, written)),
        _ => Order(piece, value, isUpper: false) == Order(piece, written, isUpper: false),
    };

    private static bool InRange(Piece piece, string value, Expression.Range range) =>
        (range.From is null || Order(piece, value, isUpper: false) >= Order(piece, range.From, isUpper: false) - 1e-9)
        && (range.To is null || Order(piece, value, isUpper: false) <= Order(piece, range.To, isUpper: true) + 1e-9);

    // Days, numbers, or years of age.
    private static double Order(Piece piece, string text, bool isUpper) => piece.Kind switch
    {
        PieceKind.Date when text.Length == 4 => isUpper ? Day($"{text}-12-31") : Day($"{text}-01-01"),
        PieceKind.Date when text.Length == 7 => isUpper ? Day($"{text}-01", months: 1) - 1 : Day($"{text}-01"),
        PieceKind.Date => Day(text),
        PieceKind.Time => int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) * Years[char.ToLowerInvariant(text.Split(' ')[1][0])],
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static double Day(string day, int months = 0) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(months).DayNumber;

    // The haversine formula.
    private static double KmBetween(Expression.Near near, string point)
    {
        var parts = point.Split(',').Select(part => double.DegreesToRadians(double.Parse(part, CultureInfo.InvariantCulture))).ToArray();
        var (lat, lon) = (double.DegreesToRadians(near.Latitude), double.DegreesToRadians(near.Longitude));
        var a = Math.Pow(Math.Sin((parts[0] - lat) / 2), 2) + (Math.Cos(lat) * Math.Cos(parts[0]) * Math.Pow(Math.Sin((parts[1] - lon) / 2), 2));
        return 2 * 6371.0088 * Math.Asin(Math.Sqrt(a));
    }

    // A word, and what stands between it and the one before, with several spaces as one.
    private sealed record Read(string Term, string Written, string Before);

    private sealed record Setting(string[] Pieces, string Name, bool OfSize, Coverage Coverage, Expansion Expansion, int Site);
}
