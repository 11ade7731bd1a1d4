using System.Globalization;

namespace Trialist.Evaluation.Readings;

/// <summary>What a reader said of one drawn reading. The words themselves are not kept.</summary>
/// <param name="Id">The study.</param>
/// <param name="Criterion">The criterion's id.</param>
/// <param name="Span">Its place in the criteria text.</param>
/// <param name="Reading">What the engine called it.</param>
/// <param name="Right">True when the reader agreed.</param>
internal readonly record struct ReviewMark(NctId Id, string Criterion, TextSpan Span, Reading Reading, bool Right)
{
    /// <summary>Reads a list of marks: tab-separated study, criterion, start, end, reading, <c>right</c> or <c>wrong</c>; <c>#</c> starts a remark.</summary>
    public static IEnumerable<ReviewMark> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            yield return TryParse(line) ?? throw new TrialistException($"Line {number} of '{Path.GetFileName(path)}' is not a mark: study, criterion, start, end, reading, right or wrong.");
        }
    }

    private static ReviewMark? TryParse(string line) =>
        line.Split('\t') is [var id, var criterion, var start, var end, var reading, var mark] && mark is "right" or "wrong"
        && NctId.TryParse(id, CultureInfo.InvariantCulture, out var study) && int.TryParse(start, CultureInfo.InvariantCulture, out var from) && int.TryParse(end, CultureInfo.InvariantCulture, out var to) && Enum.TryParse<Reading>(reading, ignoreCase: true, out var called)
            ? new ReviewMark(study, criterion, new TextSpan(from, to), called, mark == "right") : null;
}
