using System.Globalization;
using System.Text.Json;
using Trialist.Criteria.Json;
using Trialist.Terminology;

namespace Trialist.Criteria.Corrections;

/// <summary>Reads a curator's file. Its form: docs/how-to/correct-a-reading.md.</summary>
public static class CorrectionFile
{
    /// <summary>A longer file is no list of corrections.</summary>
    public const int LongestFile = 1024 * 1024;

    private const int Deepest = 128;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="json">Its content.</param>
    /// <param name="expected">The study that the file's name says.</param>
    /// <exception cref="TrialistException">Something in it is wrong; the message is one sentence.</exception>
    public static CriteriaCorrections Read(ReadOnlyMemory<byte> json, NctId expected)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement, expected);
        }
        catch (JsonException e)
        {
            throw Wrong($"it is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})");
        }
    }

    private static CriteriaCorrections Read(JsonElement root, NctId expected)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("it is not a JSON object");
        }

        if (Text(root, "nctId") != expected.ToString())
        {
            throw Wrong($"its nctId is not {expected}");
        }

        var by = Text(root, "by") ?? throw Wrong("it does not say who made the correction ('by')");
        if (!DateOnly.TryParseExact(Text(root, "on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            throw Wrong("it does not say when ('on': yyyy-MM-dd)");
        }

        if (!root.TryGetProperty("criteria", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw Wrong("it has no list 'criteria'");
        }

        var criteria = list.EnumerateArray().Select(ReadCriterion).ToValueList();
        return criteria.GroupBy(criterion => criterion.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
            ? throw Wrong($"{twice} stands in it twice")
            : new CriteriaCorrections(expected, new Correction(by, on, Text(root, "why")), criteria);
    }

    private static Criterion ReadCriterion(JsonElement json)
    {
        var id = json.ValueKind == JsonValueKind.Object ? Text(json, "id") : null;
        if (id is null)
        {
            throw Wrong("one of its criteria has no 'id'");
        }

        Criterion criterion;
        try
        {
            criterion = CriteriaJson.ReadCriterion(json);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw Wrong($"{id} is not a criterion as 'trialist criteria --json' prints it: {e.Message}");
        }

        Check(criterion);
        return criterion;
    }

    private static void Check(Criterion criterion)
    {
        if (criterion.Kind == CriterionKind.Note || criterion.Reading is not { } reading)
        {
            throw Wrong($"{criterion.Id} is a note or has no 'reading'");
        }

        if (criterion.Span.Length != criterion.Text.Length)
        {
            throw Wrong($"the span of {criterion.Id} is not as long as its text");
        }

        if (criterion.Predicate is null)
        {
            // A list may ask nothing in its own words; what cannot be computed at all is left as 'none' or 'judgement'.
            return;
        }

        var leaves = Leaves.Of(criterion.Predicate);
        foreach (var leaf in leaves)
        {
            if (!criterion.Span.Contains(leaf.Span))
            {
                throw Wrong($"the span of '{leaf.Concept.Name}' lies outside of {criterion.Id}");
            }

            if (leaf.Concept.Name.Length == 0)
            {
                throw Wrong($"a leaf of {criterion.Id} has no name");
            }

            if (leaf.Bounds?.Unit is { } unit && unit is not (Units.UpperLimitOfNormal or Units.LowerLimitOfNormal) && !Units.TryParse(unit, out _))
            {
                throw Wrong($"'{unit}' of '{leaf.Concept.Name}' in {criterion.Id} is no unit that is known");
            }
        }

        if (reading == Reading.Full && HoldsUnread(criterion.Predicate))
        {
            throw Wrong($"{criterion.Id} is called full and holds words that are not read");
        }
    }

    private static bool HoldsUnread(Predicate predicate) => predicate switch
    {
        Predicate.Unread => true,
        Predicate.All all => all.Items.Any(HoldsUnread),
        Predicate.Any any => any.Items.Any(HoldsUnread),
        Predicate.AtLeast atLeast => atLeast.Items.Any(HoldsUnread),
        Predicate.Not not => HoldsUnread(not.Item),
        Predicate.Leaf leaf => leaf.Except is { } except && HoldsUnread(except),
        Predicate.Judgement => false,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static TrialistException Wrong(string clause) => new($"The corrections cannot be used: {clause}.");
}
