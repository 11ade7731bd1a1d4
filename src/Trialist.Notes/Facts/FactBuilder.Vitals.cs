using Trialist.Notes.Mentions;
using Trialist.Notes.Values;

namespace Trialist.Notes.Facts;

/// <content>Values that stand without the name of what was measured, or in a form of their own: blood pressure, temperature.</content>
internal sealed partial class FactBuilder
{
    private static bool IsBloodPressure(LexiconEntry entry) =>
        entry.Name is "blood.pressure" or "sbp" or "dbp";

    private void AddBloodPressure(decimal systolic, decimal diastolic, TextSpan span, PartialDate? date, FactList facts)
    {
        if (systolic is < 40 or > 300 || diastolic is < 10 or > 200 || diastolic >= systolic)
        {
            return;
        }

        AddVital("sbp", systolic, "mm[Hg]", span, date, facts);
        AddVital("dbp", diastolic, "mm[Hg]", span, date, facts);
    }

    private void AddVital(string name, decimal value, string unit, TextSpan span, PartialDate? date, FactList facts)
    {
        var concept = lexicon.ByName(EntryKind.Analyte, name)?.Concept ?? new Concept(name);
        facts.Add(LeafType.Measurement, concept, span, fact => fact with { Value = new Quantity(value, unit), Date = date }, []);
    }

    // "fever up to 39 C", "febrile to 101F": degrees are a body temperature whatever word stands before them.
    private void ReadUnnamedValues(SentenceTerms terms, FactList facts)
    {
        for (var at = 0; at < terms.Tokens.Length; at++)
        {
            if (!terms.Tokens[at].IsNumber || ValueReader.At(terms, at) is not { Value: { } value } read)
            {
                continue;
            }

            var celsius = read.Unit switch
            {
                "Cel" or "C" => value,
                "[degF]" or "F" => (value - 32) * 5 / 9,
                _ => 0,
            };
            if (celsius is > 30 and < 45)
            {
                AddVital("temperature", value, read.Unit is "Cel" or "C" ? "Cel" : "[degF]", terms.SpanOf(at, read.End), facts.WrittenOn is { } day ? PartialDate.OfDay(day) : null, facts);
            }
        }
    }
}
