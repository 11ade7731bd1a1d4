namespace Trialist.Criteria.Islands;

/// <content>What a treatment did, and how far it must be over.</content>
internal sealed partial class IslandParser
{
    private const string ToxicityOfTreatment = "toxicity of prior treatment";

    // "toxicities of prior therapy have not recovered to grade ≤ 1": they are of a higher grade.
    private bool TryRecovery()
    {
        if (depth > 0 || (nodes.Count > 0 && link != Link.Strong) || qualifiers.Count > 0 || (pendingHead != Vocabulary.Cue.None && !headUsed) || !SpeaksOfRecovery || !RecoveryWords.Opens(text.AsSpan(items[at].Start, items[at].Span.Length))
            || !RecoveryVerbs.OccursIn(text.AsSpan(items[at].Start, textEnd - items[at].Start)) || lexicon.ByName(ToxicityOfTreatment) is not { } known)
        {
            return false;
        }

        var words = WordsOfClause();
        if (new RecoveryWords(words).Read() is not { } found || found.Denied != exclusion || found.After <= at)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[found.After - 1].End);
        var harm = SpelledWords.Plainly(text.AsSpan(items[found.Harm.From].Start, items[found.Harm.To - 1].End - items[found.Harm.From].Start));
        var whole = found.Cause.To > found.Cause.From && found.Cause.From < found.Harm.To;
        if (!whole && lexicon.Find(Singulars.Of(harm)) is [{ LeafType: LeafType.Condition } named, ..])
        {
            known = named;
        }

        var node = new Node { Span = span, Type = LeafType.Condition, Concept = known.Concept, Entry = known, Wording = whole || Singulars.Of(harm) == known.Name ? null : Singulars.Of(harm) };
        node.Bounds = found.Grade is { } grade ? new Bounds(new Bound(grade, !found.Inclusive), null, null) : null;
        if (!whole && found.Cause.To > found.Cause.From)
        {
            var (from, to) = (items[found.Cause.From].Start, items[found.Cause.To - 1].End);
            node.Qualifiers.Add(new Qualifier(QualifierKind.Role, SpelledWords.Plainly(text.AsSpan(from, to - from))));
        }

        if (found.Baseline)
        {
            node.Qualifiers.Add(new Qualifier(QualifierKind.Role, "above baseline"));
        }

        pendingWhen = null;
        at = found.After;
        if (at < end && ReadWindow(at) is { Window: { Relation: TimeRelation.Before or TimeRelation.Current, Min: null, Max: null, Anchor: { } anchor } } window)
        {
            // "not recovered before the first dose": what is left of it then.
            node.When = new TimeWindow(TimeRelation.Current, null, null, [], anchor);
            node.Span = node.Span.Union(new TextSpan(items[at].Start, items[window.After - 1].End));
            at = window.After;
        }

        Add(node);
        if (found.Except.To > found.Except.From)
        {
            var (savedAt, savedEnd) = (at, end);
            (at, end) = (found.Except.From, found.Except.To);
            ReadExcept(items[at], lastOnly: true);
            (at, end) = (savedAt, savedEnd);
        }

        ReadExceptBehind();
        if (!exclusion)
        {
            var last = nodes[^1];
            last.Whole = new Predicate.Not(last.ToPredicate()) { Span = last.Span };
        }

        return true;
    }

    // "…, except alopecia": of the toxicity, before it is denied.
    private void ReadExceptBehind()
    {
        var index = at < end && (items[at].IsSign(',') || items[at].IsSign('(') || items[at].IsSign(';')) ? at + 1 : at;
        if (index >= end || items[index].Cue != Vocabulary.Cue.Except || items[at].IsSign(';'))
        {
            return;
        }

        var close = items[at].IsSign('(') ? MatchingClose(at) : -1;
        if (items[at].IsSign('(') && close < 0)
        {
            return;
        }

        var savedEnd = end;
        (at, end) = (index, close > 0 ? close : end);
        ReadExcept(items[at], lastOnly: true);
        end = savedEnd;
        at = close > 0 ? close + 1 : at;
        link = Link.Adjacent;
    }

    private static readonly Vocabulary.PhraseList RecoveryVerbs = new("recover", "resol", "returned", "improved", "subsided");

    private bool? speaksOfRecovery;

    // Asked at the start of every clause, and hardly ever true of the criterion.
    private bool SpeaksOfRecovery => speaksOfRecovery ??= RecoveryVerbs.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start));

    private List<(string Word, int Item)> WordsOfClause()
    {
        var words = new List<(string, int)>();
        var to = ScopeEnd(stopAtComma: false);
        for (var i = at; i < to; i++)
        {
            var item = items[i];
            if (item.Kind is ItemKind.Comparator or ItemKind.Sign or ItemKind.Dash)
            {
                words.Add((item.Text ?? item.Of(text), i));
                continue;
            }

            foreach (var word in item.Of(text).ToLowerInvariant().Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add((word, i));
            }
        }

        return words;
    }
}
