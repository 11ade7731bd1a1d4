using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Marks within a line that were typed for bullets.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] OtherJoins = ["all of", "both", "each of", "every", "at least"];

    // "o asthma o COPD o cystic fibrosis": a mark that was typed for a bullet. What is demanded of such a list is not said.
    private bool TryTypedBullet()
    {
        if (!IsTypedBullet(at))
        {
            return false;
        }

        if (exclusion && depth == 0 && !JoinsOtherwise(at))
        {
            CloseClause();
            link = Link.Strong;
            passed.Add(items[at].Span);
        }
        else
        {
            Unread(at, at + 1, "This mark seems to be a bullet; how the list joins is not understood.");
        }

        at++;
        return true;
    }

    // "All of the following: o fever o rash"
    private bool JoinsOtherwise(int bullet) =>
        text[items[0].Start..items[bullet].Start] is var before && Array.Exists(OtherJoins, words => before.Contains(words, StringComparison.OrdinalIgnoreCase));

    // "All of the following: asthma; COPD": what is excluded is joined as if one of the list were enough.
    /// <summary>A text numbers no more criteria by hand.</summary>
    private const int MostNumbered = 60;

    // "15 People with asthma": the number of the criterion, from which its dot was lost.
    private bool IsBareNumbering() =>
        at == 0 && depth == 0 && items[0].Value is > 0 and <= MostNumbered && decimal.IsInteger(items[0].Value) && items.Count > 2 && items[1] is { Kind: ItemKind.Cue, Cue: Cue.Filler or Cue.Treatment or Cue.Ever or Cue.Now or Cue.Allergy } word && char.IsUpper(text[word.Start]) && char.IsWhiteSpace(text[items[0].End]);

    // "1 hospitalization within a year": that it happened says as much.
    private bool CountsOne()
    {
        if (items[at].Value != 1 || at + 1 >= end || items[at].End - items[at].Start > LongestSingle || nodes.Count > 0)
        {
            return false;
        }

        return items[at + 1].Kind is ItemKind.Mention or ItemKind.Unknown && IsHappening(LastWord(items[at + 1].Span));
    }

    /// <summary>"one"</summary>
    private const int LongestSingle = 3;

    private static bool IsHappening(string word) => Singulars.Of(word.ToLowerInvariant()) is "hospitalization" or "hospitalisation" or "admission" or "visit" or "exacerbation" or "episode" or "attack" or "relapse";

    private static readonly Vocabulary.PhraseList AllOfFollowing = new("all of the following");

    private void DoubtDemandOfAll()
    {
        if (exclusion && depth == 0 && nodes.Count > 1 && nodes[1].Span.Start > items[0].Start && AllOfFollowing.OccursIn(text.AsSpan(items[0].Start..nodes[1].Span.Start)))
        {
            Doubt(nodes[^1], nodes[^1].Span, Reasons.MeantTogether);
        }
    }

    private bool IsTypedBullet(int index) =>
        items[index] is { Kind: ItemKind.Unknown, Span.Length: 1 } item && text[item.Start] == 'o' && item.End < textEnd && text[item.End] == ' ' && (item.Start == 0 || char.IsWhiteSpace(text[item.Start - 1])) && index + 1 < end;
}
