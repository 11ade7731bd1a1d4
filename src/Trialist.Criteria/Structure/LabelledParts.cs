using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>
/// Cuts a paragraph that runs a whole form together, as the records that a cancer database handed to the registry do:
/// "PATIENT CHARACTERISTICS: Age: 18 and over Performance status: ECOG 0-2 Hepatic: …". Each label begins a criterion of its own.
/// </summary>
internal static class LabelledParts
{
    private static readonly string[] Parts = ["DISEASE CHARACTERISTICS:", "PATIENT CHARACTERISTICS:", "PRIOR CONCURRENT THERAPY:", "PRIOR/CONCURRENT THERAPY:"];

    // The labels of the form, in its own spelling; a blank may be a break.
    private static readonly string[] Labels =
    [
        "Age:", "Sex:", "Menopausal status:", "Performance status:", "Life expectancy:", "Hematopoietic:", "Hepatic:", "Renal:", "Cardiovascular:", "Pulmonary:", "Neurologic:", "Immunologic:",
        "Gastrointestinal:", "Metabolic:", "Ophthalmic:", "Other:", "Biologic therapy:", "Chemotherapy:", "Endocrine therapy:", "Radiotherapy:", "Surgery:",
    ];

    // Within a part a capital begins the next demand, whose break was lost: "… and recovered No concurrent chemotherapy".
    private static readonly string[] Beginnings = ["No ", "Not ", "At least ", "See ", "Must ", "Fertile ", "Negative pregnancy", "Prior ", "Concurrent ", "HIV negative", "Able ", "Willing "];

    private static readonly PhraseList Any = new("Age:", "status:", "expectancy:", "Hematopoietic:", "Hepatic:", "Renal:", "Cardiovascular:", "Pulmonary:", "Other:", "therapy:", "THERAPY:", "Radiotherapy:", "Surgery:", "CHARACTERISTICS:");

    private const int FewestLabels = 2;

    /// <summary>Replaces each such paragraph by its parts.</summary>
    public static void Cut(string text, List<Block> blocks)
    {
        if (!blocks.Exists(block => IsParagraph(block) && Any.OccursIn(block.WordsOf(text)) && IsForm(text, block, LabelsOf(text, block))))
        {
            return;
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (!IsParagraph(block))
            {
                continue;
            }

            blocks.RemoveAt(i);
            foreach (var part in PartsOf(text, block, LabelsOf(text, block)))
            {
                blocks.Insert(i++, part);
                foreach (var child in part.Children)
                {
                    blocks.Insert(i++, child);
                }
            }

            i--;
        }
    }

    private static bool IsParagraph(Block block) => block is { IsNote: false, Marker.IsMarked: false, Parent: null, Section: not Section.Exclusion, Children.Count: 0 };

    // The title of a part, or several labels.
    private static bool IsForm(string text, Block block, List<(int At, int Length)> labels) => labels.Count >= FewestLabels || (labels is [var only] && LengthOf(text, only.At, block.End, Parts) > 0);

    private static List<(int At, int Length)> LabelsOf(string text, Block block)
    {
        List<(int At, int Length)> labels = [];
        for (var at = block.Words; at < block.End; at++)
        {
            if (!char.IsUpper(text[at]) || (at > block.Words && !char.IsWhiteSpace(text[at - 1])))
            {
                continue;
            }

            var title = LengthOf(text, at, block.End, Parts);
            var length = title > 0 ? title : LengthOf(text, at, block.End, Labels);
            if (length > 0)
            {
                labels.Add((at, length));
                at += length - 1;
            }
        }

        return labels;
    }

    private static IEnumerable<Block> PartsOf(string text, Block block, List<(int At, int Length)> labels)
    {
        var from = block.Words;
        for (var i = 0; i <= labels.Count; i++)
        {
            var to = i < labels.Count ? labels[i].At : block.End;
            var label = i > 0 ? labels[i - 1].Length : 0;
            foreach (var part in Demands(text, block, from, to, label))
            {
                yield return part;
            }

            from = to;
        }
    }

    // The label with its first demand, and each further demand.
    private static IEnumerable<Block> Demands(string text, Block block, int from, int to, int label)
    {
        var start = from;
        var first = Skip(text, from + label, to);
        if (label > 0 && (first >= to || LengthOf(text, from, to, Parts) > 0 || LengthOf(text, from, to, Nameless) > 0))
        {
            // The name of a part, "Other:", or a label of which the value stands in the next paragraph.
            yield return Part(text, block, from, from + label, isNote: true);
            start = first;
        }

        for (var at = first + 1; at <= to; at++)
        {
            if (at == to || BeginsDemand(text, first, at, to))
            {
                if (Skip(text, start, at) < at)
                {
                    yield return WithExceptions(text, Part(text, block, start, at, SaysNothing(text, first, start, at)));
                }

                start = first = at;
            }
        }
    }

    private static readonly string[] Nameless = ["Other:"];

    private static readonly string[] Nothing = ["Not specified", "See "];

    // "Renal: Not specified", "Surgery: See Disease Characteristics"
    private static bool SaysNothing(string text, int first, int start, int to)
    {
        var from = Math.Max(first, start);
        return LengthOf(text, from, to, Nothing) is > 0 and var length && (text[from] == 'S' ? !text.AsSpan(from, to - from).ContainsAnyInRange('0', '9') && Words(text, from, to) <= LongestReferral : Skip(text, from + length, to) >= to);
    }

    private const int LongestReferral = 4;

    private static int Words(string text, int from, int to)
    {
        var count = 0;
        for (var at = from; at < to; at++)
        {
            count += !char.IsWhiteSpace(text[at]) && (at == from || char.IsWhiteSpace(text[at - 1])) ? 1 : 0;
        }

        return count;
    }

    // "No other malignancy except: Basal cell carcinoma Carcinoma in situ of the cervix": each capital begins an exception.
    private static Block WithExceptions(string text, Block block)
    {
        var words = block.WordsOf(text);
        if (block.IsNote || words.IndexOf("except:", StringComparison.Ordinal) is not (> 0 and var except))
        {
            return block;
        }

        var from = Skip(text, block.Words + except + "except:".Length, block.End);
        if (from >= block.End)
        {
            return block;
        }

        var parent = Part(text, block, block.Start, block.Words + except + "except:".Length, isNote: false);
        for (var at = from + 1; at <= block.End; at++)
        {
            if (at == block.End || (char.IsUpper(text[at]) && char.IsWhiteSpace(text[at - 1]) && at + 1 < block.End && char.IsLower(text[at + 1]) && text.AsSpan(from, at - from).TrimEnd() is [.., var last] && (char.IsLower(last) || last == ')')))
            {
                parent.Adopt(Part(text, block, from, at, isNote: false));
                from = at;
            }
        }

        return parent;
    }

    private static bool BeginsDemand(string text, int first, int at, int to)
    {
        if (!char.IsUpper(text[at]) || !char.IsWhiteSpace(text[at - 1]) || LengthOf(text, at, to, Beginnings) == 0)
        {
            return false;
        }

        var before = text.AsSpan(first, at - first).TrimEnd();
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return !(word is "OR" or "AND" or "or" or "and" or "with" or "if" || before[^1] is ':' or ',' or '(' or '-' or '/') && before.Count('(') == before.Count(')');
    }

    private static Block Part(string text, Block block, int from, int to, bool isNote)
    {
        from = Skip(text, from, to);
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return new Block(block.Section, Marker.None(from), block.Indent, from, to) { IsNote = isNote };
    }

    private static int Skip(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    // How long the phrase is that stands there; 0 where none does.
    private static int LengthOf(string text, int at, int end, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text[at] == phrase[0] && Matches(text, at, end, phrase) is > 0 and var length)
            {
                return length;
            }
        }

        return 0;
    }

    private static int Matches(string text, int at, int end, string phrase)
    {
        var from = at;
        foreach (var letter in phrase)
        {
            if (letter == ' ')
            {
                var next = Skip(text, at, end);
                if (next == at)
                {
                    return 0;
                }

                at = next;
                continue;
            }

            if (at >= end || text[at] != letter)
            {
                return 0;
            }

            at++;
        }

        return at - from;
    }
}
