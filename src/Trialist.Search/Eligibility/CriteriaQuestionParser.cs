using System.Globalization;
using Trialist.Search.Queries;
using Trialist.Terminology;

namespace Trialist.Search.Eligibility;

/// <summary>Reads questions such as <c>creatinine 2 mg/dL</c>, <c>ECOG 2 allowed</c>, <c>prior CAR-T excluded</c>.</summary>
public static class CriteriaQuestionParser
{
    /// <summary>Name of the parameter, for messages.</summary>
    public const string Parameter = "criteria";

    private const int Longest = 200;
    private const int Most = 10;
    private const decimal Greatest = 1_000_000_000_000m; // counts of cells in a litre reach 10^11

    private static readonly char[] Separators = [';', '\n'];

    private static readonly (string Word, CriteriaAnswer? Answer)[] Endings =
    [
        ("not allowed", CriteriaAnswer.Excluded), ("not mentioned", CriteriaAnswer.Silent), ("allowed", CriteriaAnswer.Allowed), ("admitted", CriteriaAnswer.Allowed), ("excluded", CriteriaAnswer.Excluded),
        ("required", CriteriaAnswer.Required), ("unknown", CriteriaAnswer.Unknown), ("silent", CriteriaAnswer.Silent), ("mentioned", null),
    ];

    private static readonly string[] Beginnings = ["prior ", "previous ", "history of ", "no limit on "];

    /// <summary>Reads one or more questions, separated by semicolons or lines.</summary>
    /// <exception cref="QueryRefusedException">A question cannot be understood; the message says what was expected.</exception>
    public static ValueList<CriteriaQuestion> Parse(string typed)
    {
        var parts = typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length <= Most ? parts.Select(One).ToValueList() : throw Refused($"At most {Most} questions can be asked at once.");
    }

    private static CriteriaQuestion One(string asked)
    {
        if (asked.Length > Longest)
        {
            throw Refused($"A question has at most {Longest} characters.");
        }

        var subject = asked;
        CriteriaAnswer? wanted = CriteriaAnswer.Allowed;
        var said = false;
        foreach (var (word, answer) in Endings)
        {
            if (subject.EndsWith(word, StringComparison.OrdinalIgnoreCase) && subject.Length > word.Length && subject[^(word.Length + 1)] == ' ')
            {
                (subject, wanted, said) = (subject[..^word.Length].TrimEnd(), answer, true);
                break;
            }
        }

        var words = Beginnings.FirstOrDefault(beginning => subject.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) is { } begins ? subject[begins.Length..] : subject;
        return Number(words) is { } number ? Valued(asked, subject, words, number, wanted)
            : Named(asked, subject, words, said ? wanted : null);
    }

    private static CriteriaQuestion Valued(string asked, string subject, string words, (int Start, int End, decimal Value) number, CriteriaAnswer? wanted)
    {
        var name = words[..number.Start].TrimEnd(' ', '=', ':');
        var entry = Lexicon.Default.Find(name).FirstOrDefault(known => known.LeafType is LeafType.Measurement or LeafType.Score)
            ?? throw Refused($"'{name}' is no laboratory value or score that is known: expected such as 'creatinine 2 mg/dL' or 'ECOG 2'. Age and sex are asked by filters of their own.");
        if (number.Value > Greatest)
        {
            throw Refused($"'{number.Value}' is no value that a person can have.");
        }

        var written = words[number.End..].Trim();
        if (entry.LeafType == LeafType.Score || (written.Length == 0 && entry.Analyte is { Unit: "1" or "" or "%" }))
        {
            return new CriteriaQuestion(asked, entry.LeafType, entry.Concept, new Quantity(number.Value, entry.LeafType == LeafType.Score ? null : entry.Analyte!.Unit), wanted) { Subject = subject };
        }

        if (written.Length == 0 || !Units.TryParse(written, out var unit))
        {
            throw Refused(written.Length == 0 ? $"'{asked}' has no unit: expected such as '{entry.Label} {number.Value} {entry.Analyte?.Unit}'." : $"'{written}' is no unit that is known.");
        }

        return entry.Analyte is { } analyte && Units.Convert(new Quantity(number.Value, unit.Code), analyte.Unit, analyte) is null
            ? throw Refused($"The unit '{written}' does not fit {entry.Label}.")
            : new CriteriaQuestion(asked, entry.LeafType, entry.Concept, new Quantity(number.Value, unit.Code), wanted) { Subject = subject };
    }

    private static CriteriaQuestion Named(string asked, string subject, string words, CriteriaAnswer? wanted)
    {
        // A word that the lexicon does not know may still stand in criteria as it is.
        var entry = Lexicon.Default.Find(words).FirstOrDefault(known => known.LeafType is not null);
        return words.Length < 2 ? throw Refused($"'{asked}' names nothing: expected such as 'prior CAR-T excluded'.")
            : new CriteriaQuestion(asked, null, entry?.Concept ?? new Concept(words.ToLowerInvariant()), null, wanted) { Subject = subject };
    }

    // The last number with a blank before it: "HbA1c 7 %", "CD19 5 %", "vitamin B12 200 pg/mL".
    private static (int Start, int End, decimal Value)? Number(string words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (!char.IsAsciiDigit(words[at]) || words[at - 1] is not (' ' or '=' or ':'))
            {
                continue;
            }

            var end = at;
            while (end < words.Length && (char.IsAsciiDigit(words[end]) || (words[end] is '.' or ',' && end + 1 < words.Length && char.IsAsciiDigit(words[end + 1]))))
            {
                end++;
            }

            var whole = end == words.Length || words[end] is ' ' or '%' or '/' or 'x' or '×' || char.IsLetter(words[end]);
            if (whole && decimal.TryParse(words.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            {
                return (at, end, value);
            }
        }

        return null;
    }

    private static QueryRefusedException Refused(string sentence) => new(Parameter, sentence);
}
