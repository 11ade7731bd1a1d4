using Trialist.Terminology;

namespace Trialist.Criteria.Lint;

/// <summary>Looks for what is odd about read criteria: limits that contradict each other, references that lead nowhere, text at odds with the structured fields.</summary>
internal static class Linter
{
    /// <summary>So many findings are enough; a text with more is not made better by listing them all.</summary>
    private const int MostFindings = 200;

    /// <summary>So many limits of one document are compared with each other.</summary>
    private const int MostLimits = 300;

    public static ValueList<Diagnostic> Check(string text, IReadOnlyList<Criterion> criteria, EligibilityRules? rules)
    {
        var found = new List<Diagnostic>();
        var limits = new List<LimitFact>();
        foreach (var criterion in criteria)
        {
            LimitFact.AddFrom(criterion, limits, MostLimits);
        }

        ComparePairs(limits, found);
        foreach (var criterion in criteria)
        {
            CheckLeaves(text, criterion, found);
        }

        WordFindings.Check(text, criteria, found);
        FieldFindings.Check(limits, criteria, rules, found);
        return found.Take(MostFindings).ToValueList();
    }

    private static void ComparePairs(List<LimitFact> limits, List<Diagnostic> found)
    {
        for (var i = 0; i < limits.Count && found.Count < MostFindings; i++)
        {
            for (var j = i + 1; j < limits.Count; j++)
            {
                Compare(limits[i], limits[j], found);
            }
        }
    }

    private static void Compare(LimitFact one, LimitFact other, List<Diagnostic> found)
    {
        if (one.Leaf.Concept.Name != other.Leaf.Concept.Name || one.Leaf.Type != other.Leaf.Type || one.Scale != other.Scale)
        {
            return;
        }

        var name = Label(one.Leaf);
        ValueList<string> ids = one.Criterion.Id == other.Criterion.Id ? [one.Criterion.Id] : [one.Criterion.Id, other.Criterion.Id];
        ValueList<TextSpan> spans = [one.Leaf.Span, other.Leaf.Span];
        if (one.Criterion.Kind == other.Criterion.Kind)
        {
            if (one.Low == other.Low && one.High == other.High)
            {
                found.Add(Finding.Duplicate.About(name, ids, spans));
            }
            else if (one.Criterion.Kind == CriterionKind.Inclusion && !one.Meets(other))
            {
                found.Add(Finding.Contradiction.About(name, ids, spans));
            }

            return;
        }

        var inclusion = one.Criterion.Kind == CriterionKind.Inclusion ? one : other;
        var exclusion = ReferenceEquals(inclusion, one) ? other : one;
        if (inclusion.Meets(exclusion))
        {
            found.Add(Finding.Overlap.About(name, ids, spans));
        }
        else if (IsGap(inclusion, exclusion))
        {
            found.Add(Finding.Gap.About(name, ids, spans));
        }
    }

    private static bool IsGap(LimitFact inclusion, LimitFact exclusion) =>
        (inclusion.High is { } high && exclusion.Low is { } low && low.Value > high.Value) || (inclusion.Low is { } least && exclusion.High is { } most && most.Value < least.Value);

    private static void CheckLeaves(string text, Criterion criterion, List<Diagnostic> found)
    {
        if (criterion.Predicate is null)
        {
            return;
        }

        if (criterion.Kind == CriterionKind.Exclusion && DeniedBy(criterion) is { } denied && DeniesByWord(denied.Span.Of(text)))
        {
            found.Add(Finding.DoubleNegative.About($"'{Short(denied.Item.Span.Of(text))}'", [criterion.Id], [denied.Span]));
        }

        foreach (var leaf in Leaves.Of(criterion.Predicate))
        {
            if (leaf.Bounds is not { } bounds)
            {
                continue;
            }

            if (bounds.IsEmpty)
            {
                found.Add(Finding.EmptyRange.About(Label(leaf), [criterion.Id], [leaf.Span]));
            }

            CheckAnalyte(criterion, leaf, bounds, found);
        }
    }

    // "Unable to swallow" and "poor compliance" deny by their own word; only "no asthma" may mean its contrary.
    // What an exclusion denies, also where it is in doubt that the denial is meant.
    private static Predicate.Not? DeniedBy(Criterion criterion) => criterion.Predicate switch
    {
        Predicate.Not not when criterion.Reading == Reading.Full => not,
        Predicate.All { Items: [Predicate.Not not, Predicate.Unread] } => not,
        _ => null,
    };

    private static bool DeniesByWord(string words) => words.StartsWith("no", StringComparison.OrdinalIgnoreCase) && !words.StartsWith("non", StringComparison.OrdinalIgnoreCase) || words.StartsWith("without", StringComparison.OrdinalIgnoreCase) || words.StartsWith("absence", StringComparison.OrdinalIgnoreCase) || words.StartsWith("lack", StringComparison.OrdinalIgnoreCase) || words.StartsWith("do", StringComparison.OrdinalIgnoreCase) || words.StartsWith("never", StringComparison.OrdinalIgnoreCase);

    private static void CheckAnalyte(Criterion criterion, Predicate.Leaf leaf, Bounds bounds, List<Diagnostic> found)
    {
        if (leaf.Type != LeafType.Measurement || bounds.Unit is null or Units.UpperLimitOfNormal or Units.LowerLimitOfNormal || Lexicon.Default.ByName(leaf.Concept.Name)?.Analyte is not { } analyte)
        {
            return;
        }

        foreach (var end in (ReadOnlySpan<Bound?>)[bounds.Min, bounds.Max])
        {
            if (end is not { } bound)
            {
                continue;
            }

            if (Units.Convert(new Quantity(bound.Value, bounds.Unit), analyte.Unit, analyte) is not { } converted)
            {
                found.Add(Finding.UnitMisfit.About(Label(leaf), [criterion.Id], [leaf.Span]));
                return;
            }

            if (analyte.Plausible is { } plausible && bound.Value != 0 && !plausible.Contains(converted.Quantity.Value))
            {
                found.Add(Finding.Implausible.About(Label(leaf), [criterion.Id], [leaf.Span]));
                return;
            }
        }
    }

    // "total bilirubin", not "bilirubin.total"
    private static string Label(Predicate.Leaf leaf) => Lexicon.Default.ByName(leaf.Concept.Name)?.Label ?? leaf.Concept.Name;

    private static string Short(string words) => words.Length <= 60 ? words : $"{words[..57]}…";
}
