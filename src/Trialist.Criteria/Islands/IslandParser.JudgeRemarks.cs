using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Words that name who judges and ask for no opinion: who measured, who diagnosed, what the investigator has to do.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] Measuring = ["as assessed", "assessed by", "as determined", "determined by", "as evaluated", "evaluated by", "as measured", "as confirmed"];

    private static readonly FrozenSet<string> Confirming = KindsOfWords.Judges.Of("confirming");

    private static readonly FrozenSet<string> Measured = KindsOfWords.Judges.Of("measured");

    private static readonly FrozenSet<string> Duties = KindsOfWords.Judges.Of("duty");

    // "at least one measurable lesion, as assessed by the investigator": a number is not an opinion, and no more is a diagnosis that was made.
    private bool SaysWhoMeasures(Item item) =>
        link is Link.Adjacent or Link.With or Link.Comma && nodes is [.., { IsLeaf: true } last]
        && ((IsMeasurable(last) && (StartsWithAny(item.Of(text), Measuring) || (at > 0 && StartsWithAny(items[at - 1].Of(text), Measuring)))) || (at > 0 && Confirming.Contains(items[at - 1].Of(text)) && item.Of(text).Contains("investigator", StringComparison.OrdinalIgnoreCase)))
        && (at + 1 >= end || items[at + 1].Kind == ItemKind.Sign && items[at + 1].Text is "." or ";" or ")" || items[at + 1].Is(Cue.Reference) || ReferenceStarts(items[at + 1]) || StartsWithAny(items[at + 1].Of(text), Sources));

    private static readonly string[] ByWhom = ["by", "per"];

    private static readonly string[] Sources = ["according to", "in accordance", "based on", "per "];

    private static bool IsMeasurable(Node node) => node is { Bounds: not null, Type: LeafType.Count or LeafType.Measurement or LeafType.Score or LeafType.LifeExpectancy } || node.Concept.Name.StartsWith("measurable", StringComparison.Ordinal) || node.Concept.Name.StartsWith("evaluable", StringComparison.Ordinal);

    // "> 300 microns on investigator-determined OCT": who read it.
    private bool TryMeasuredBy(Item item)
    {
        var how = at + 1 < end && items[at + 1].Kind == ItemKind.Dash ? at + 2 : at + 1;
        if (how >= end || text[item.End] != '-' || !Measured.Contains(items[how].Of(text)) || nodes is not [.., { IsLeaf: true, Bounds: not null }])
        {
            return false;
        }

        passed.Add(new TextSpan(item.Start, items[how].End));
        at = how + 1;
        return true;
    }

    // "the investigators define …" says what they do; "as judged by the ratio of" names nobody who judges.
    private bool TryRemarkOnJudge(Item item)
    {
        var words = item.Of(text);
        var duty = at + 1 < end && (words.EndsWith("investigator", StringComparison.OrdinalIgnoreCase) || words.EndsWith("investigators", StringComparison.OrdinalIgnoreCase)) && words.Count(' ') <= 1 && !StartsWithAny(words, ByWhom) && Duties.Contains(items[at + 1].Of(text));
        if (duty && link is Link.Strong or Link.Adjacent && qualifiers.Count == 0)
        {
            var to = ScopeEnd(stopAtComma: false);
            Unread(at, to, "This says what is done, not of whom.");
            at = to;
            return true;
        }

        if (words.EndsWith("judged by", StringComparison.OrdinalIgnoreCase) && !Array.Exists(Spelled(new TextSpan(item.End, EndOf(Math.Min(end, at + LongestJudge)))).Split(' '), JudgePhrases.NamesJudge))
        {
            Unread(at, at + 1, Reasons.NoRule);
            at++;
            return true;
        }

        return false;
    }

    /// <summary>So many words may stand before the name of who judges: "judged by a member of the local study team".</summary>
    private const int LongestJudge = 8;

    // "Prior transfusion acceptable": whoever had none takes part as well.
    private bool TryAcceptable(Item item)
    {
        if (exclusion || !item.Of(text).Equals("acceptable", StringComparison.OrdinalIgnoreCase) || nodes is not [{ IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure, When.Relation: TimeRelation.Ever }] || link != Link.Adjacent || (at + 1 < end && !items[at + 1].IsSign('.')))
        {
            return false;
        }

        ReadPermission(item);
        return true;
    }
}
