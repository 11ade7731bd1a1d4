using Trialist.Fhir.Resources;

namespace Trialist.Fhir.Terms;

/// <summary>The tables of answers and special codes, read once.</summary>
internal sealed class AnswerBook
{
    private readonly Dictionary<Code, Answer> byCode = [];
    private readonly Dictionary<string, Answer> byInterpretation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer> byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Code, SpecialCode> special = [];
    private readonly List<(Code Stem, SpecialCode Code)> specialStems = [];

    private AnswerBook()
    {
        foreach (var row in Rows("answers.tsv"))
        {
            var answer = new Answer(PresenceOf(row[2]), StatusOf(row[3]), Cell(row[4]), Cell(row[5]) is { } value ? decimal.Parse(value) : null);
            switch (row[0])
            {
                case "interpretation":
                    byInterpretation.Add(row[1], answer);
                    break;
                case "words":
                    byWords.Add(row[1], answer);
                    break;
                default:
                    byCode.Add(new Code(SystemOf(row[0]), row[1]), answer);
                    break;
            }
        }

        foreach (var row in Rows("special-codes.tsv"))
        {
            var meaning = new SpecialCode(
                Cell(row[2]) is { } type ? Enum.Parse<LeafType>(type, ignoreCase: true) : null, row[3], PresenceOf(row[4]), StatusOf(row[5]));
            if (row[1].EndsWith('*'))
            {
                specialStems.Add((new Code(SystemOf(row[0]), row[1][..^1]), meaning));
            }
            else
            {
                special.Add(new Code(SystemOf(row[0]), row[1]), meaning);
            }
        }
    }

    public static AnswerBook Default { get; } = new();

    /// <summary>What a value says: by its codes first, then by its words.</summary>
    public Answer? Of(FhirConcept value)
    {
        foreach (var coding in value.Codings)
        {
            if (byCode.TryGetValue(new Code(coding.System, coding.Code), out var answer))
            {
                return answer;
            }
        }

        if (value.Text is { } text && Of(text) is { } said)
        {
            return said;
        }

        foreach (var coding in value.Codings)
        {
            if ((coding.Display is { } display && Of(display) is { } shown) || (coding.System == CodeSystem.Other && (shown = Of(coding.Code)) is not null))
            {
                return shown;
            }
        }

        return null;
    }

    public Answer? Of(string words)
    {
        var text = words.AsSpan().Trim();
        return text.Length <= 40 ? byWords.GetValueOrDefault(text.ToString()) : null;
    }

    public Answer? OfInterpretation(FhirConcept interpretation)
    {
        foreach (var coding in interpretation.Codings)
        {
            if (byInterpretation.TryGetValue(coding.Code, out var answer))
            {
                return answer;
            }
        }

        return Of(interpretation);
    }

    public SpecialCode? SpecialOf(FhirConcept concept)
    {
        foreach (var coding in concept.Codings)
        {
            if (special.TryGetValue(new Code(coding.System, coding.Code), out var meaning))
            {
                return meaning;
            }

            foreach (var (stem, code) in specialStems)
            {
                if (coding.System == stem.System && coding.Code.StartsWith(stem.Value, StringComparison.Ordinal))
                {
                    return code;
                }
            }
        }

        return null;
    }

    private static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(AnswerBook).Assembly.GetManifestResourceStream($"Trialist.Fhir.Terms.{table}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    private static string? Cell(string cell) => cell == "-" ? null : cell;

    private static Presence? PresenceOf(string cell) => Cell(cell) is { } text ? Enum.Parse<Presence>(text, ignoreCase: true) : null;

    private static FactStatus? StatusOf(string cell) => Cell(cell) is { } text ? Enum.Parse<FactStatus>(text, ignoreCase: true) : null;

    private static CodeSystem SystemOf(string cell) => Enum.Parse<CodeSystem>(cell, ignoreCase: true);
}
