using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>References to other documents, and what does not matter.</content>
internal sealed partial class IslandParser
{
    // "per the 2019 guidelines for X", "according to DSM-IV criteria": names a source, asks nothing.
    private bool TryReference()
    {
        var item = items[at];
        if (!item.Is(Cue.Reference) && item.Text is not ("per" or "by" or "using" or "with" or "to") && !ReferenceStarts(item))
        {
            return false;
        }

        // "with", "by", "to" introduce a source only when it stands right behind them.
        var reach = item.Is(Cue.Reference) || ReferenceStarts(item) || item.Text is "per" ? LongestReference : NearReference;
        var last = at;
        for (var i = at; i < end && i - at <= reach; i++)
        {
            if (i > at && reach == LongestReference && IsAbbreviationAt(i) && (item.Text is "per" || ReferenceStarts(item)))
            {
                // "per the National Comprehensive Cancer Network (NCCN) guidelines"
                i += 2;
                continue;
            }

            if (items[i].Is(Cue.Compare) || items[i].IsSign('(') || (items[i].Kind == ItemKind.Number && i != last + 1) || (items[i].Kind == ItemKind.Cue && items[i].Cue is Cue.Matter or Cue.Judgement or Cue.Action or Cue.Ever or Cue.Condition or Cue.Treatment))
            {
                break;
            }

            if (items[i].Kind == ItemKind.Sign && items[i].Text is ";" or "," || (items[i].Text is "." && IsSentenceEnd(i)) || items[i].Kind == ItemKind.Comparator || (i > at && items[i].Cue is Cue.Not or Cue.And or Cue.Or or Cue.Except or Cue.If && items[i].Text is not "and"))
            {
                break;
            }

            if (reach == NearReference && items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: not null })
            {
                // "with a penicillin allergy label" is a fact.
                break;
            }

            if (items[i].Is(Cue.Reference) || SourceWords.Contains(items[i].Of(text)))
            {
                last = i;
            }
            else if (items[i].Kind == ItemKind.Number && i == last + 1 && (last > at || item.Is(Cue.Reference)) && nodes is not [.., { IsBare: true, Type: LeafType.Score }])
            {
                last = i;
            }
        }

        if (last == at && !(item.Is(Cue.Reference) && item.Cue == Cue.Reference))
        {
            return false;
        }

        var source = at;
        at = last + 1;
        if (at < end && items[at].Text is "for" or "on" or "in" && SourceWords.Contains(items[last].Of(text)) && items[last].Of(text).StartsWith("guid", StringComparison.OrdinalIgnoreCase))
        {
            // "the guideline for the prevention and treatment of asthma in …": the rest is its title.
            while (at < end && !(items[at].Kind == ItemKind.Sign && items[at].Text is "," or ";" or "." or ")" or "(") && items[at].Kind is not (ItemKind.Comparator or ItemKind.Number))
            {
                at++;
            }
        }

        if (at < end && items[at].IsSign('(') && MatchingClose(at) is > 0 and var close && close - at <= LongestEdition && !AsksMore(at + 1, close))
        {
            at = close + 1;
        }

        while (last > source && at < end && items[at].IsSign('(') && MatchingClose(at) is > 0 and var further && further - at <= LongestEdition && NamesEdition(at + 1, further))
        {
            // "guidelines (NCCN) (2016.v1)"
            at = further + 1;
        }

        if (nodes.Count > 0 && link == Link.Adjacent && items[source].Is(Cue.Reference) && items[source].Of(text).StartsWith("by ", StringComparison.OrdinalIgnoreCase))
        {
            SkipFurtherMethods();
        }

        passed.Add(new TextSpan(items[source].Start, items[at - 1].End));

        return true;
    }

    // "For the standard treatment, please refer to the consensus …": a sentence that sends the reader elsewhere holds no facts.
    private bool TryReferral()
    {
        if (depth > 0 || link != Link.Strong || nodes.Count == 0 || at == 0 || items[at - 1].Text is not ("." or ";"))
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        for (var i = at; i + 1 < to; i++)
        {
            if (items[i].Of(text) is var word && (word.StartsWith("refer to", StringComparison.OrdinalIgnoreCase) || word.Equals("refer", StringComparison.OrdinalIgnoreCase)))
            {
                Unread(at, to, "This sends the reader elsewhere.");
                at = to;
                return true;
            }
        }

        return false;
    }

    private static bool ReferenceStarts(Item item) => item.Phrase is { Words: [var first, ..] } && first is "per" or "according" or "as" or "based" or "defined" or "accordance";

    private const int LongestReference = 16;

    private const int NearReference = 3;

    /// <summary>A longer bracket behind a source says more than which edition is meant.</summary>
    private const int LongestEdition = 6;

    // "Rome II criteria (patient group only)", "DSM-IV criteria (≥ 6 symptoms)"
    private bool AsksMore(int from, int to) =>
        items[from..to].Exists(item => item.Kind == ItemKind.Comparator || item.Cue is Cue.Not or Cue.Except or Cue.If or Cue.Matter or Cue.Compare || item.Of(text).Equals("only", StringComparison.OrdinalIgnoreCase));

    // "(2016.v1)", "(version 2)", "(2022)"
    private bool NamesEdition(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var word = items[i].Of(text);
            if (items[i].Kind is not (ItemKind.Number or ItemKind.Dash or ItemKind.Sign) && !SourceWords.Contains(word) && !(word[0] is 'v' or 'V' && word.AsSpan(1).TrimStart('.').IndexOfAnyExceptInRange('0', '9') < 0))
            {
                return false;
            }
        }

        return to > from;
    }

    // Where words begin that are joined to what does not matter.
    private List<int>? behindIgnored;

    private static readonly HashSet<string> SourceWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "guideline", "guidelines", "criteria", "classification", "recist", "ctcae", "edition", "version", "consensus", "statement", "manual",
        "recommendations", "standards", "label", "labeling", "regulations", "definition", "v1.1", "v5.0", "v4.0", "v4.03", "v3.0", "v4", "v5", "tr",
        "protocol",
    };

    // "with or without X": X may hold or not.
    private void ReadIgnored()
    {
        var from = at;
        var further = items[at].Of(text) is var ignored && (ignored.StartsWith("regardless", StringComparison.OrdinalIgnoreCase) || ignored.StartsWith("irrespective", StringComparison.OrdinalIgnoreCase));
        at++;
        while (at < end && further && (items[at].IsSign('(') ? MatchingClose(at) > 0 : !(items[at].Kind == ItemKind.Sign && items[at].Text is "," or ";" or "." or ")") && items[at].Cue is not (Cue.And or Cue.Not or Cue.Except or Cue.If or Cue.Provided) && items[at].Kind is not (ItemKind.Number or ItemKind.Comparator)))
        {
            // "regardless of the risk of reactions (e.g. anaphylaxis) or asthma"
            at = items[at].IsSign('(') ? MatchingClose(at) + 1 : at + 1;
        }

        // "with or without asthma at least a year before": the time goes on with what stands before.
        while (at < end && !BeginsClause(at) && !(at > from + 1 && items[at].Of(text).StartsWith("against", StringComparison.OrdinalIgnoreCase)) && !items[at].Is(Cue.Compare) && !(items[at].Is(Cue.Time) && at + 1 < end && items[at + 1].Kind == ItemKind.Number) && !(items[at].Kind == ItemKind.Sign && items[at].Text is "," or ";" or ")" or "(" or ".") && items[at].Cue is not (Cue.And or Cue.Or or Cue.Not or Cue.Except or Cue.If or Cue.Provided) && items[at].Kind is not (ItemKind.Number or ItemKind.Comparator))
        {
            at++;
        }

        if (!further && at > from + 1 && at < end && items[at].IsSign('(') && MatchingClose(at) is > 0 and var close && close - at <= LongestShortForm && items[(at + 1)..close].TrueForAll(item => item.Kind is ItemKind.Mention or ItemKind.Unknown))
        {
            // "with or without exenatide (Byetta)"
            at = close + 1;
        }

        passed.Add(new TextSpan(items[from].Start, items[at - 1].End));
        if (!further && at + 1 < end && items[at].Cue is Cue.And or Cue.Or && items[at + 1].Kind is ItemKind.Mention or ItemKind.Unknown)
        {
            (behindIgnored ??= []).Add(items[at + 1].Start);
        }
    }

    /// <summary>Another name of what may be missing is no longer.</summary>
    private const int LongestShortForm = 4;

    // "with or without A and B": whether B may be missing as well is not said.
    private void DoubtBehindIgnored()
    {
        foreach (var start in behindIgnored ?? [])
        {
            if (nodes.Find(node => node.Span.End > start) is { } node)
            {
                Doubt(node, node.Span, "It is not clear whether this may be missing as well.");
            }
        }
    }

    // "with or without ulcers who are older than 20"
    private bool BeginsClause(int index) => items[index].Of(text) is var words && (words.Equals("who", StringComparison.OrdinalIgnoreCase) || words.StartsWith("who ", StringComparison.OrdinalIgnoreCase));
}
