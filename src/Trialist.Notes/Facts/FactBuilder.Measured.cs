using Trialist.Notes.Context;
using Trialist.Notes.Mentions;
using Trialist.Notes.Values;
using Trialist.Terminology.Measures;

namespace Trialist.Notes.Facts;

/// <content>Measurements and scores.</content>
internal sealed partial class FactBuilder
{
    private static readonly string[] TimeUnits = ["a", "mo", "wk", "d", "h", "min", "s"];

    private void ReadMeasured(SentenceTerms terms, Mention mention, FactList facts)
    {
        if (mention.Entry is not { } entry)
        {
            return;
        }

        var context = ContextReader.Of(terms, mention);
        if (context.Relative is not null || IsAim(terms, mention))
        {
            return;
        }

        if (Written(terms, mention, entry) is { } value)
        {
            AddValue(terms, mention, entry, value, facts);
        }
        else if (mention.Type == LeafType.Score)
        {
            ReadWrittenScore(terms, mention, entry, facts);
        }
        else if (QualifierFinder.Of(terms, mention).Where(qualifier => qualifier.Kind == QualifierKind.Result).ToArray() is { Length: > 0 } results)
        {
            facts.Add(mention.Type, mention.Concept, terms.SpanOf(mention.First, mention.End), fact => fact with { Presence = context.Presence, Qualifiers = [.. results] }, context.Cues);
        }
    }

    // "Statin if LDL > 70", "goal INR 2-3": a limit for what is done, no value.
    private static bool IsAim(SentenceTerms terms, Mention mention)
    {
        const int reach = 3;
        for (var at = Math.Max(0, mention.First - reach); at < Math.Min(terms.Tokens.Length, mention.End + reach); at++)
        {
            if (Array.Exists(Aims, word => terms.Tokens[at].IsWordOf(terms.Note, word)))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Aims = ["if", "goal", "goals", "target", "until", "unless", "threshold", "aim"];

    // "20 % blasts (18 % by flow)" and "60% neutrophils 30% lymphocytes" give their value before the name.
    private static ReadValue? Written(SentenceTerms terms, Mention mention, LexiconEntry entry)
    {
        var after = ValueReader.After(terms, mention.End);
        if (entry.Analyte is not { Unit: "%" } || ValueReader.Before(terms, mention.First) is not { } before)
        {
            return after;
        }

        var isOfAnother = after is not { } value || terms.Tokens[mention.End].Is(terms.Note, '(') || terms.Mentions.Exists(other => other.First == value.End && other.Type == LeafType.Measurement);
        return isOfAnother ? before : after;
    }

    private void AddValue(SentenceTerms terms, Mention mention, LexiconEntry entry, ReadValue value, FactList facts)
    {
        if (mention.Type != LeafType.LifeExpectancy && value.Unit is { } unit && TimeUnits.Contains(unit) && entry.Analyte?.Unit is not { } expected)
        {
            return;
        }

        // "Prior therapy: 7+3" counts nothing.
        if (mention.Type is LeafType.Lines or LeafType.Count && (value.Unit is not null || value.Lower is not null || (value.End < terms.Tokens.Length && terms.Tokens[value.End].Is(terms.Note, '+'))))
        {
            return;
        }

        var (first, end) = (Math.Min(mention.First, value.First), Math.Max(mention.End, value.End));
        var time = SentenceTime.OfValue(terms, first, end);
        // A value from long ago without a date would be taken for today's.
        if (time is { IsLongAgo: true, Date: null })
        {
            return;
        }

        var date = time.Date ?? (facts.WrittenOn is { } written ? PartialDate.OfDay(written) : null);
        var span = terms.SpanOf(first, end);
        if (value is { Lower: { } lower, Value: { } upper } && IsBloodPressure(entry))
        {
            AddBloodPressure(upper, lower, span, date, facts);
            return;
        }

        // "ALT/AST 30/28 U/L": each its own.
        if (value is { Lower: { } second, Value: { } } && PairedWith(terms, mention) is { Entry: { } other } left && other.Analyte is not null && TryFit(other, value with { Lower = null }, out var ofFirst, out var guessed) &&
            TryFit(entry, value with { Value = second, Lower = null }, out var ofSecond, out _))
        {
            facts.Add(left.Type, left.Concept, span, fact => fact with { Value = new Quantity(ofFirst.Value!.Value, ofFirst.Unit), Date = date, ReferenceRange = ReferenceRangeReader.Of(terms, end, ofFirst.Unit) }, [], guessed);
            facts.Add(mention.Type, mention.Concept, span, fact => fact with { Value = new Quantity(ofSecond.Value!.Value, ofSecond.Unit), Date = date, ReferenceRange = ReferenceRangeReader.Of(terms, end, ofSecond.Unit) }, [], guessed);
            return;
        }

        // "24/30" is a score of 24, "90/60" is no value of anything else.
        if (value is { Lower: not null } && entry.Kind != EntryKind.Score)
        {
            return;
        }

        if (!TryFit(entry, value, out var fitted, out var assumed))
        {
            return;
        }

        for (var at = value.First; at < value.End; at++)
        {
            terms.Valued.Add(at);
        }

        var concept = SpecimenOf(terms, mention);
        var method = MethodReader.Of(terms, first, end);
        var beside = QualifierFinder.Of(terms, mention).Where(qualifier => qualifier.Kind is QualifierKind.Method or QualifierKind.Site);
        facts.Add(mention.Type, concept, span, fact => fact with
        {
            Value = fitted.Value is { } number ? new Quantity(number, fitted.Unit) : null,
            ValueWithin = fitted.Within is { } within ? within with { Unit = fitted.Unit } : null,
            Date = date,
            Qualifiers = beside.Concat(method is { } known ? [known.Qualifier] : []).Distinct().ToValueList(),
            ReferenceRange = ReferenceRangeReader.Of(terms, end, fitted.Unit),
        }, [], assumed);
        AddFurther(terms, mention.Type, concept, entry, fitted, method is { } last ? Math.Max(end, last.End) : end, date, facts);
    }

    private static Mention? PairedWith(SentenceTerms terms, Mention mention) =>
        mention.First > 0 && terms.Tokens[mention.First - 1].Is(terms.Note, '/') ? terms.Mentions.Find(other => other.Type == LeafType.Measurement && other.End == mention.First - 1) : null;

    // "20 % by morphology, 18 % by flow cytometry": the same thing once more, found in another way.
    private static void AddFurther(SentenceTerms terms, LeafType type, Concept concept, LexiconEntry entry, ReadValue before, int at, PartialDate? date, FactList facts)
    {
        const int reach = 6;
        for (var here = at; here < terms.Tokens.Length && here < at + reach; here++)
        {
            if (!terms.Tokens[here].IsNumber)
            {
                continue;
            }

            if (terms.Valued.Contains(here) || ValueReader.At(terms, here) is not { } value || value.Unit != before.Unit || !TryFit(entry, value, out var fitted, out _) ||
                terms.Mentions.Exists(other => other.First >= at && other.First <= value.End && other.Type is LeafType.Measurement or LeafType.Score) || MethodReader.Of(terms, here, value.End) is not { } method)
            {
                return;
            }

            terms.Valued.Add(here);
            facts.Add(type, concept, terms.SpanOf(here, Math.Max(value.End, method.End)), fact => fact with
            {
                Value = fitted.Value is { } number ? new Quantity(number, fitted.Unit) : null,
                ValueWithin = fitted.Within is { } within ? within with { Unit = fitted.Unit } : null,
                Date = date,
                Qualifiers = [method.Qualifier],
            }, []);
            return;
        }
    }

    // "Blasts" are those of the marrow, save where the words speak of the blood.
    private Concept SpecimenOf(SentenceTerms terms, Mention mention)
    {
        const string marrow = ".marrow", blood = "peripheral blood";
        // "BM blasts 42%, PB blasts 12%"
        if (mention.First > 0 && mention.Concept.Name.EndsWith(marrow, StringComparison.Ordinal) && (terms.Tokens[mention.First - 1].In(terms.Note) is "PB" || terms.Tokens[mention.First - 1].IsWordOf(terms.Note, "circulating")) &&
            lexicon.ByName(EntryKind.Analyte, mention.Concept.Name[..^marrow.Length] + ".blood") is { } ofBlood)
        {
            return ofBlood.Concept;
        }

        return mention.Concept.Name.EndsWith(marrow, StringComparison.Ordinal) && terms.Qualifiers.Exists(one => one.Qualifier.Value == blood) &&
            !terms.Qualifiers.Exists(one => one.Qualifier.Value == "bone marrow") && !terms.Words(mention.First, mention.End).Contains("marrow", StringComparison.OrdinalIgnoreCase) &&
            lexicon.ByName(EntryKind.Analyte, mention.Concept.Name[..^marrow.Length] + ".blood") is { } other
            ? other.Concept
            : mention.Concept;
    }

    // False when the number cannot be a value of the analyte: another thing was counted, or a slip of the pen.
    private static bool TryFit(LexiconEntry entry, ReadValue value, out ReadValue fitted, out bool assumed)
    {
        fitted = value;
        assumed = false;
        var number = value.Value ?? value.Within?.Min?.Value ?? value.Within?.Max?.Value ?? 0;
        if (entry.Scale is { } scale)
        {
            fitted = value with { Unit = null };
            return number >= scale.Min && number <= scale.Max;
        }

        if (entry.Analyte is not { } profile)
        {
            return true;
        }

        // "36.5C": C alone is read as copies elsewhere.
        value = entry.Name == "temperature" && value.Unit == "{copies}" ? value with { Unit = "Cel" } : value;
        fitted = value;
        if (value.Unit is not null)
        {
            return Units.Convert(new Quantity(number, value.Unit), profile.Unit, profile) is not { } converted
                ? !TimeUnits.Contains(value.Unit)
                : value.Value is null || profile.Plausible is not { } range || range.Contains(converted.Quantity.Value);
        }

        var plausible = CandidateUnits(profile).Where(unit => IsPlausible(number, unit, profile)).ToArray();
        if (plausible.Length > 0 && Array.TrueForAll(plausible, unit => SizeOf(unit, profile) == SizeOf(plausible[0], profile)))
        {
            assumed = true;
            fitted = value with { Unit = plausible[0] };
            return true;
        }

        return plausible.Length > 0 || profile.Plausible is null;
    }

    private static string[] CandidateUnits(AnalyteProfile profile) =>
        [profile.Unit, .. profile.Units, .. profile.Conversions.Select(conversion => conversion.Unit)];

    private static bool IsPlausible(decimal number, string unit, AnalyteProfile profile) =>
        profile.Plausible is { } range && Units.Convert(new Quantity(number, unit), profile.Unit, profile) is { } converted && range.Contains(converted.Quantity.Value) &&
        (unit == profile.Unit || profile.Normal is not { High: { } usual } || converted.Quantity.Value <= usual * FarFromNormal);

    // A value without a unit that is so far above normal in some unit was written in another one: creatinine 0.9 is no 0.9 mmol/L.
    private const int FarFromNormal = 4;

    private static decimal? SizeOf(string unit, AnalyteProfile profile) => Units.Convert(new Quantity(1, unit), profile.Unit, profile)?.Quantity.Value;

    private static void ReadWrittenScore(SentenceTerms terms, Mention mention, LexiconEntry entry, FactList facts)
    {
        if (entry.Scale is not { } scale)
        {
            return;
        }

        const int reach = 4;
        for (var at = mention.End; at < terms.Tokens.Length && at < mention.End + reach; at++)
        {
            if (terms.Tokens[at].IsWord && scale.Find(terms.Tokens[at].In(terms.Note)) is { } written)
            {
                facts.Add(mention.Type, mention.Concept, terms.SpanOf(mention.First, at + 1), fact => fact with
                {
                    Value = written.Low == written.High ? new Quantity(written.Low, null) : null,
                    ValueWithin = written.Low == written.High ? null : new Bounds(new Bound(written.Low, true), new Bound(written.High, true), null),
                    Date = facts.WrittenOn is { } day ? PartialDate.OfDay(day) : null,
                }, []);
                return;
            }
        }
    }
}
