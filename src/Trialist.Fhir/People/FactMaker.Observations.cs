using System.Buffers;
using Trialist.Fhir.Resources;
using Trialist.Fhir.Terms;

namespace Trialist.Fhir.People;

/// <content>Observation: values, answers, components, tumour markers, stages, variants.</content>
internal sealed partial class FactMaker
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    // "Number of relapses": a count of what stands behind.
    private static readonly string[] CountLeads = ["number of ", "total number of ", "count of "];

    private void MakeObservation(ResourceFields fields, FactSink sink)
    {
        if (fields.Status is "cancelled" or "registered")
        {
            sink.Remark(fields.Where, "status", "without a result; left out.");
            return;
        }

        fields.Value.Code = fields.Code;
        if (IsVariant(fields))
        {
            MakeVariant(fields, sink);
            return;
        }

        if (fields.Value.HasValue || (fields.Components.Count == 0 && fields.Value.Interpretations.Count > 0))
        {
            MakeObserved(fields, fields.Value, "", sink);
        }

        foreach (var component in fields.Components)
        {
            if (component.HasValue || component.Interpretations.Count > 0)
            {
                MakeObserved(fields, component, "component.", sink);
            }
        }
    }

    private void MakeObserved(ResourceFields fields, ObservedValue observed, string prefix, FactSink sink)
    {
        if (LacksCode(observed.Code, fields, prefix + "code", sink))
        {
            return;
        }

        if (observed.Quantity is { Value: null })
        {
            sink.Remark(fields.Where, prefix + "valueQuantity.value", "no number; left out.");
            return;
        }

        var code = observed.Code!;
        var special = answers.SpecialOf(code);
        if (special is { Type: null })
        {
            return;
        }

        var term = terms.Of(code);
        var date = fields.When?.Start ?? fields.When?.End ?? fields.Recorded;
        if (StageOf(fields, code, observed) is { } stage)
        {
            sink.Add(new Fact(LeafType.Score, term.Concept, fields.Where) { Date = date, Qualifiers = [stage] });
            return;
        }

        var answer = AnswerOf(observed);
        var counted = special is null && term.Type is null && (observed.Quantity is { } said ? IsCount(said) : observed.Words is { Length: > 0 and < 4 }) ? CountedIn(term.Concept.Name) : null;
        var type = counted is not null ? LeafType.Count : special?.Type ?? term.Type ?? FallbackType(observed, answer);
        if (observed.Quantity is { } quantity)
        {
            var named = counted is not null ? term.Concept with { Name = counted } : special is null ? term.Concept : new Concept(special.Name, term.Concept.Codes);
            sink.Add(Measured(fields, type, named, quantity) with
            {
                Date = date,
                ReferenceRange = ReferenceRangeOf(observed, quantity),
                Qualifiers = [.. ResultOf(answer, observed), .. MethodsOf(fields, term)],
            });
            return;
        }

        // "Electrocardiogram: no QT prolongation", "Infection: no active infection": the answer itself denies something.
        if (answer is null && (observed.Words ?? observed.Concept?.Words) is { } words && terms.OfPhrase(words) is { Denied: true } none)
        {
            sink.Add(new Fact(none.Type ?? LeafType.Condition, none.Concept, fields.Where) { Presence = Presence.Absent, Date = date, Qualifiers = none.Qualifiers });
            return;
        }

        // "Immunophenotyping: CD123 positive"
        if (answer is null && term.Type is null && (observed.Words ?? observed.Concept?.Words) is { } marked && terms.OfPhrase(marked) is { Type: LeafType.Biomarker } marker &&
            marker.Qualifiers.FirstOrDefault(one => one.Kind == QualifierKind.Result).Value is var result && (result is "positive" or "negative" || marker.Concept.Name.EndsWith(" positive", StringComparison.Ordinal)))
        {
            sink.Add(new Fact(LeafType.Biomarker, marker.Concept, fields.Where) { Presence = result == "negative" ? Presence.Absent : Presence.Present, Date = date, Qualifiers = result == "negative" ? [] : [new Qualifier(QualifierKind.Result, "positive")] });
            return;
        }

        var number = answer?.Value ?? NumberIn(observed, type);
        var written = answer is null && number is null && type is LeafType.Score or LeafType.Measurement && (observed.Words ?? observed.Concept?.Words) is { } text ? terms.ValueIn(text, term.Concept) : default;
        var presence = And(observed.Flag is { } flag ? (flag ? Presence.Present : Presence.Absent) : AnswerPresence(type, answer), special?.Presence ?? (term.Denied ? Presence.Absent : null));
        // "Steroids within the past 2 weeks: no" denies what lies in them.
        var since = presence == Presence.Absent && term.Back is { } back && date is { } day ? PartialDate.OfDay(DayBefore(day.Earliest, back)) : (PartialDate?)null;
        // A negative pregnancy test is a word on pregnancy.
        var isTest = term.Concept.Name is "pregnancy test" || (term.Concept.Name is "hcg" && presence == Presence.Absent);
        type = isTest ? LeafType.Pregnancy : type;
        var asked = isTest ? new Concept("pregnancy") : term.Concept;
        sink.Add(new Fact(type, counted is not null ? term.Concept with { Name = counted } : special is null ? asked : new Concept(special.Name, term.Concept.Codes), fields.Where)
        {
            Presence = presence,
            Start = since,
            Status = special?.Status ?? answer?.Status ?? (term.IsPast && presence == Presence.Present ? FactStatus.Past : FactStatus.Unstated),
            Value = number is { } value ? new Quantity(value, null) : written.Value,
            ValueWithin = observed.Range is { } range ? WithinOf(range) : written.Within,
            Date = date,
            Qualifiers = number is null && written is (null, null) ? [.. ResultOf(answer, observed), .. special is null ? term.Qualifiers.Where(one => one.Kind != QualifierKind.Result) : [], .. since is null ? Array.Empty<Qualifier>() : [new Qualifier(QualifierKind.Status, "active")]] : [.. MethodsOf(fields, term)],
        });
        if (isTest && presence == Presence.Absent)
        {
            sink.Add(new Fact(LeafType.Pregnancy, new Concept("negative pregnancy test"), fields.Where) { Date = date });
        }
    }

    private static DateOnly DayBefore(DateOnly day, Duration back) => back.Unit switch
    {
        "d" => day.AddDays(-(int)back.Value),
        "wk" => day.AddDays(-7 * (int)back.Value),
        "mo" => day.AddMonths(-(int)back.Value),
        _ => day.AddYears(-Math.Min((int)back.Value, 200)),
    };

    private Qualifier[] MethodsOf(ResourceFields fields, Term term) =>
    [
        .. (fields.Method is { } method && (method.Words is not null || method.Codings.Count > 0) ? terms.OfMethod(method) : [])
            .Concat(term.Qualifiers.Where(one => one.Kind is QualifierKind.Method or QualifierKind.Site)).Distinct(),
    ];

    // A bare number, or one of things: "2", "2 {count}", "2 relapses".
    private static bool IsCount(FhirQuantity quantity) => quantity.Unit?.Trim() is null or "" or "1" or "relapses" or "times" or "count" or "episodes" || quantity.Unit.Trim() is ['{' or '(', .., '}' or ')'];

    // "Number of prior relapses", "relapse count", "relapses": what is counted.
    private static string? CountedIn(string name)
    {
        foreach (var lead in CountLeads)
        {
            if (name.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                var counted = name[lead.Length..];
                var space = counted.IndexOf(' ', StringComparison.Ordinal);
                return space > 0 && counted[..space].ToLowerInvariant() is "prior" or "previous" or "documented" or "confirmed" ? counted[(space + 1)..] : counted;
            }
        }

        return name is "relapse count" or "relapses" or "prior relapses" or "previous relapses" ? "relapses" : null;
    }

    // An answer outside the tables leaves open whether the thing asked about is there; a measurement in words is only its words.
    private static Presence AnswerPresence(LeafType type, Answer? answer) =>
        answer?.Presence ?? (type is LeafType.Measurement or LeafType.Score or LeafType.Biomarker ? Presence.Present : Presence.Uncertain);

    private static LeafType FallbackType(ObservedValue observed, Answer? answer) =>
        observed.Quantity is null && observed.Range is null && (answer?.Presence is not null || observed.Flag is not null) ? LeafType.Biomarker : LeafType.Measurement;

    private static Fact Measured(ResourceFields fields, LeafType type, Concept concept, FhirQuantity quantity)
    {
        var value = quantity.Value!.Value;
        // {score}, {T-score} and (score) are annotations, not units: https://ucum.org/ucum#section-Character-Set-and-Lexical-Rules
        var unit = quantity.Unit?.Trim();
        unit = string.IsNullOrEmpty(unit) || (type == LeafType.Count && IsCount(quantity)) || (unit[0] is '{' or '(' && unit[^1] is '}' or ')') ? null : unit;
        var within = quantity.Comparator switch
        {
            "<" => new Bounds(null, new Bound(value, false), unit),
            "<=" => new Bounds(null, new Bound(value, true), unit),
            ">" => new Bounds(new Bound(value, false), null, unit),
            ">=" => new Bounds(new Bound(value, true), null, unit),
            _ => null,
        };
        return new Fact(type, concept, fields.Where)
        {
            Value = within is null ? new Quantity(value, unit) : null,
            ValueWithin = within,
        };
    }

    // Only the normal range counts; a range without a kind is the normal one (https://hl7.org/fhir/R4/valueset-referencerange-meaning.html).
    private static Bounds? ReferenceRangeOf(ObservedValue observed, FhirQuantity value)
    {
        foreach (var (low, high, kind) in observed.ReferenceRanges)
        {
            if (kind is null || kind.FirstCode is "normal" or null)
            {
                var unit = low?.Unit ?? high?.Unit;
                if ((low?.Value ?? high?.Value) is not null && (unit is null || unit == value.Unit))
                {
                    return new Bounds(
                        low?.Value is { } least ? new Bound(least, true) : null,
                        high?.Value is { } greatest ? new Bound(greatest, true) : null,
                        value.Unit);
                }
            }
        }

        return null;
    }

    private static Bounds? WithinOf((FhirQuantity? Low, FhirQuantity? High) range) =>
        range.Low?.Value is null && range.High?.Value is null
            ? null
            : new Bounds(
                range.Low?.Value is { } least ? new Bound(least, true) : null,
                range.High?.Value is { } greatest ? new Bound(greatest, true) : null,
                range.Low?.Unit ?? range.High?.Unit);

    private Answer? AnswerOf(ObservedValue observed)
    {
        var answer = observed.Concept is { } concept ? answers.Of(concept) : observed.Words is { } words ? answers.Of(words) : null;
        return answer ?? observed.Interpretations.Select(answers.OfInterpretation).FirstOrDefault(found => found is not null);
    }

    // Absence is said by the presence; a result beside it would narrow the denial ("no severe asthma").
    private Qualifier[] ResultOf(Answer? answer, ObservedValue observed) =>
        answer?.Presence == Presence.Absent ? []
        : answer?.Result is { } result ? [new Qualifier(QualifierKind.Result, result)]
        : answer is null && observed.Concept is { } concept ? Qualify(QualifierKind.Result, concept)
        : answer is null && observed.Words is { Length: > 0 } words ? [new Qualifier(QualifierKind.Result, TermBook.Plain(words))]
        : [];

    // "1 - restricted in strenuous activity", "90 %": the number that a printed answer of a scale begins with.
    private static decimal? NumberIn(ObservedValue observed, LeafType type)
    {
        var words = observed.Words ?? observed.Concept?.Words ?? observed.Concept?.FirstCode;
        if (words is null || type is not (LeafType.Score or LeafType.Measurement or LeafType.Count))
        {
            return null;
        }

        var text = words.AsSpan().Trim();
        var length = text.IndexOfAnyExcept(NumberCharacters);
        var digits = length < 0 ? text : text[..length];
        var rest = length < 0 ? [] : text[length..].Trim();
        var whole = rest.IsEmpty || (type == LeafType.Score && (rest[0] is '-' or ':' or '%' or '(' or '–'));
        return whole && digits.Length is > 0 and < 10 && decimal.TryParse(digits, out var number) ? number : null;
    }
}
