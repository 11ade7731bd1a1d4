using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Grades of a condition, "grade ≥ 2 neuropathy", "heart failure (NYHA class III or IV)": limits on the condition, not names of it.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] Growths = ["oma", "omas", "cancer", "cancers", "tumor", "tumors", "tumour", "tumours", "neoplasm", "neoplasms", "malignancy", "malignancies", "metastasis", "metastases", "leukemia", "dysplasia", "neoplasia", "histology"];

    // The grade of a tumour is a part of its name.
    private static bool IsGrowth(string name) => Array.Exists(name.Split(' '), word => Array.Exists(Growths, growth => growth == word || (growth.Length < 5 && word.EndsWith(growth, StringComparison.Ordinal))));

    private void BoundByGrade(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Qualifiers.Count: > 0 })
        {
            return;
        }

        var place = node.Qualifiers.FindIndex(one => one.Kind == QualifierKind.Grade && GradeRange(one.Value) is not null);
        if (place < 0 || IsGrowth(node.Wording ?? node.Concept.Name) || IsGrowth(node.Concept.Name))
        {
            return;
        }

        if (node.Qualifiers.FindLastIndex(one => one.Kind == QualifierKind.Grade) == place)
        {
            node.Bounds = GradeRange(node.Qualifiers[place].Value);
            node.Qualifiers.RemoveAt(place);
            if (HasWord(node.Span.Of(text), "class") && ClassesOf(node) is { } scale)
            {
                node.Qualifiers.Add(new Qualifier(QualifierKind.Scale, scale));
            }
        }
    }

    // "class III or IV congestive heart failure": it has classes on one scale only.
    private string? ClassesOf(Node node)
    {
        foreach (var (disease, scale) in (ReadOnlySpan<(string, string)>)[("heart failure", "nyha"), ("angina pectoris", "ccs.angina")])
        {
            if (node.Entry is { } entry && (entry.Name == disease || lexicon.Broader(entry).Any(wider => wider.Name == disease)))
            {
                return scale;
            }
        }

        return null;
    }

    // "neuropathy grade ≥ 3" and "kidney disease 3 or worse" are still the condition.
    private bool IsGraded(Node node, Limit limit)
    {
        var words = text.AsSpan(node.Span.Start, limit.End - node.Span.Start);
        return node.Type == LeafType.Condition && limit.Unit is null && (limit.IsBetter == false || HasWord(words, "grade") || HasWord(words, "stage") || HasWord(words, "class") || HasWord(words, "CTCAE"));
    }

    // "grade ≥ 3 hemorrhage"
    private bool OpensWithGrade(Node node)
    {
        if (node.Bounds is null)
        {
            return false;
        }

        // "≥ grade 3", "greater than grade 3"
        var words = text.AsSpan(node.Span.Start, node.Span.Length).TrimStart("<>=≤≥\\ ");
        var than = words.IndexOf("than ", StringComparison.OrdinalIgnoreCase);
        words = than is > 0 and < LongestSign ? words[(than + "than ".Length)..] : words;
        return words.StartsWith("grade", StringComparison.OrdinalIgnoreCase) || words.StartsWith("class", StringComparison.OrdinalIgnoreCase);
    }

    private const int LongestSign = 12;

    // "cardiovascular or cerebrovascular events of grade 3": said of both, which share the noun; of "hemorrhage or rash of grade 3" perhaps.
    private void ShareGrade(Node last, TextSpan span)
    {
        var listed = last;
        for (var i = nodes.Count - 2; i >= 0 && last.Bounds is not null && listed.Link is Link.Or or Link.And or Link.Comma && nodes[i] is { IsLeaf: true, Type: LeafType.Condition, Bounds: null }; i--)
        {
            listed = nodes[i];
            if (!IsAdjective(LastWord(listed.Span)))
            {
                Doubt(listed, span, Reasons.Ambiguous);
                return;
            }

            (listed.Bounds, listed.Span) = (last.Bounds, listed.Span.Union(last.Span));
        }
    }

    // "grade 3 or 4 diarrhea" is one limit.
    private void MergeGrades(int count)
    {
        if (count < 2 || count > nodes.Count)
        {
            return;
        }

        var first = nodes[^count];
        for (var i = nodes.Count - count; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (!node.IsLeaf || node.Bounds is not { Min: { Inclusive: true } min, Max: { } max } || min != max || min.Value != first.Bounds!.Min!.Value.Value + (i - (nodes.Count - count)) || node.Concept != first.Concept || !node.Qualifiers.SequenceEqual(first.Qualifiers))
            {
                return;
            }
        }

        first.Bounds = new Bounds(first.Bounds!.Min, nodes[^1].Bounds!.Max, null);
        first.Span = first.Span.Union(nodes[^1].Span);
        nodes.RemoveRange(nodes.Count - count + 1, count - 1);
    }

    // ">= 2", "3", "iii or greater", "2-3".
    public static Bounds? GradeRange(string value)
    {
        var sign = value.AsSpan().TrimStart("<>=≤≥").Length is var left && left < value.Length ? value[..^left] : "";
        var words = value[sign.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var ends = Array.ConvertAll(words[0].Split('-'), Grade);
        Array.Sort(ends); // "grade 3-2"
        if (Array.Exists(ends, end => end is null) || ends.Length > 2 || (ends.Length == 2 && (sign.Length > 0 || words.Length > 1)))
        {
            return null;
        }

        var last = words[^1];
        return (sign, words.Length) switch
        {
            ("", 1) => new Bounds(new Bound(ends[0]!.Value, true), new Bound(ends[^1]!.Value, true), null),
            (">" or ">=" or "≥", 1) => new Bounds(new Bound(ends[0]!.Value, sign != ">"), null, null),
            ("<" or "<=" or "≤", 1) => new Bounds(null, new Bound(ends[0]!.Value, sign != "<"), null),
            ("", _) when last is "higher" or "greater" or "above" or "more" or "worse" or "over" => new Bounds(new Bound(ends[0]!.Value, true), null, null),
            ("", _) when last is "lower" or "less" or "below" or "lesser" => new Bounds(null, new Bound(ends[0]!.Value, true), null),
            _ => null,
        };
    }

    private static decimal? Grade(string word) => word switch
    {
        "0" or "1" or "2" or "3" or "4" or "5" => word[0] - '0',
        "i" or "ii" or "iii" => word.Length,
        "iv" => 4,
        "v" => 5,
        "ⅰ" or "ⅱ" or "ⅲ" or "ⅳ" or "ⅴ" => word[0] - 'ⅰ' + 1,
        _ => null,
    };

    // "neuropathy (CTCAE grade ≥ 2)", "non-small cell lung cancer (stage IIIB or IV)"
    private bool TryBracketGrade(Node owner, int to)
    {
        var from = at;
        while (from < to && (items[from] is { Kind: ItemKind.Mention, Match.Entry.Name: "ctcae" } || items[from].Cue == Cue.Filler))
        {
            from++;
        }

        var values = new List<string>();
        if (from >= to || owner.Type != LeafType.Condition || StageWord(items[from]) is not var (kind, first))
        {
            return false;
        }

        if (kind == QualifierKind.Stage && nodes.Count > 1 && owner.Link is Link.Or or Link.And)
        {
            // "locally advanced or metastatic breast cancer (stage III or IV)": of both, or of each its own.
            return false;
        }

        if (first is not null)
        {
            values.Add(first);
        }

        if (StageListEnd(from + 1, kind, values) != to || values.Count == 0 || (kind == QualifierKind.Grade && !values.TrueForAll(value => GradeRange(value) is not null)))
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[to - 1].End);
        Trail(owner, kind, values, span);
        return true;
    }

    // "≥ grade 3 neuropathy", "history of greater than grade 1 rash": the sign stands before the word.
    private bool TrySignBeforeGrade()
    {
        if (Operator(at, out var word) is not { } op || op is "=" or "±" || word >= end || StageWord(items[word]) is not (QualifierKind.Grade, var known))
        {
            return false;
        }

        var values = known is null ? [] : new List<string> { known };
        var after = StageListEnd(word + 1, QualifierKind.Grade, values);
        if (values is not [var value] || GradeRange($"{op} {value}") is null || !(PhraseFollows(after) || (after < end && items[after].Cue == Cue.Allergy) || (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition })))
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[after - 1].End);
        List<List<Item>>? alternatives = null;
        at = after;
        GiveStages(QualifierKind.Grade, [$"{op} {value}"], span, ref alternatives);
        return true;
    }

    // "grade 3 neuropathy by CTCAE", "NYHA class III heart failure": the grade is a limit on the disease.
    private bool GoesIntoClassed(Node node)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With))
        {
            return false;
        }

        var last = nodes[^1];
        if (IsScaleOf(node, last))
        {
            TakeScale(last, node);
            link = Link.Adjacent;
            return true;
        }

        if (IsScaleOf(last, node))
        {
            link = last.Link;
            nodes.RemoveAt(nodes.Count - 1);
            TakeScale(node, last);
        }

        return false;
    }

    // "heart failure of NYHA class III or IV", "heart failure, NYHA class III or IV": the class was read after its scale.
    private void GiveScale()
    {
        if (nodes.Count > 1 && IsScaleOf(nodes[^1], nodes[^2]) && (nodes[^1].Link is Link.Adjacent or Link.With || (nodes[^1].Link == Link.Comma && (nodes[^1].Concept.Name == Ctcae || ClassesOf(nodes[^2]) == nodes[^1].Concept.Name) && !PhraseFollows(at))))
        {
            var scale = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            TakeScale(nodes[^1], scale);
        }
    }

    private void TakeScale(Node disease, Node scale)
    {
        (disease.Bounds, disease.Span) = (scale.Bounds, disease.Span.Union(scale.Span));
        guessed.RemoveAll(guess => scale.Span.Start <= guess.Start && guess.End <= scale.Span.End);
        if (scale.Concept.Name != Ctcae)
        {
            disease.Qualifiers.Add(new Qualifier(QualifierKind.Scale, scale.Concept.Name));
        }

        for (var i = nodes.IndexOf(disease); i > 0 && nodes[i].Link == Link.Or && nodes[i - 1] is { IsLeaf: true, Bounds: null } shared && (shared.Concept == disease.Concept || (disease.SharesNoun && shared.Type == disease.Type)); i--)
        {
            // "chronic or acute heart disease (NYHA III or IV)": of both.
            shared.Bounds = scale.Bounds;
            shared.Qualifiers.AddRange(disease.Qualifiers.FindAll(one => one.Kind == QualifierKind.Scale));
        }
    }

    private const string Ctcae = "ctcae";

    private static bool IsScaleOf(Node scale, Node disease) =>
        scale is { IsLeaf: true, Type: LeafType.Score, Bounds: not null, Except: null, Qualifiers.Count: 0 } && disease is { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Except: null }
        && (scale.When is null || scale.When == disease.When) && GradesDiseases(scale.Concept.Name);

    private static bool GradesDiseases(string score) => score is Ctcae or "nyha" or "ccs.angina";
}
