using System.Collections.Concurrent;
using Trialist.Criteria.Tokens;
using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>Merges tokens into items: the longest phrase that the cue table or the lexicon knows at each place.</summary>
internal static class ItemReader
{
    public static void Read(string text, int end, ReadOnlySpan<Token> tokens, Lexicon lexicon, OwnAbbreviations? own, List<Item> items)
    {
        var all = text.AsSpan(0, end);
        var openings = TermOpenings.Default;
        for (var at = 0; at < tokens.Length;)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind == TokenKind.Word && OfNumeral(text, token, items) is { } numeral)
            {
                items.Add(numeral);
                at++;
                continue;
            }

            var phrase = CueTable.Default.Match(tokens, at, out var after);
            if (phrase is null && token.Kind == TokenKind.Word && own is not null && own.TryFind(all[token.Start..token.End], out var explained))
            {
                // "MS" in a text that speaks of "mitral stenosis (MS)"
                items.Add(explained.IsEmpty ? new Item(ItemKind.Cue, token.Start, token.End) { Phrase = Unexplained } : OfMatch(new LexiconMatch(token.Start, token.End, explained) { Spelling = explained[0].Label }));
                at++;
                continue;
            }

            var mayOpen = token.Kind is TokenKind.Word or TokenKind.Number && openings.MayOpen(all, token);
            if (phrase is { Cue: Cue.CompareAfter } && after == at + 2 && openings.MayOpen(all, tokens[at + 1]) && lexicon.TryMatch(all, tokens[at + 1].Start, out var behind) && behind.End > tokens[at + 1].End && behind.Entry.LeafType is not null)
            {
                // "sinusitis or upper respiratory tract infection"
                phrase = CueTable.Default.Match(tokens[..(at + 1)], at, out after);
            }

            var phraseEnd = phrase is null ? token.Start : tokens[after - 1].End;
            if (phrase is { Cue: Cue.Qualifier } && mayOpen && after < tokens.Length && lexicon.TryMatch(all, token.Start, out var wide) && wide.End > phraseEnd
                && lexicon.TryMatch(all, tokens[after].Start, out var bare) && bare.End == wide.End && bare.Entry.Name == wide.Entry.Name && !wide.Entry.Name.AsSpan().StartsWith(all[token.Start..phraseEnd], StringComparison.OrdinalIgnoreCase))
            {
                // "uncontrolled hypertension" is a spelling of hypertension in the lexicon; here the word narrows and must not be lost.
                items.Add(new Item(ItemKind.Cue, token.Start, phraseEnd) { Phrase = phrase, Text = after == at + 1 ? token.Text : null });
                at = after;
            }
            else if (token.Kind == TokenKind.Word && items.Count > 0 && (items[^1].Kind == ItemKind.Comparator || FollowsScore(items)) && IsLevel(text.AsSpan(token.Start, token.End - token.Start)))
            {
                // "NYHA ≥ grade III", "Mallampati grade III": the word only names the kind of scale.
                AddToken(text, token, items);
                at++;
            }
            else if (mayOpen && TryTerm(lexicon, all, token.Start, items, out var match) && Prefers(match, phrase, phraseEnd, token) && (match.Entry.Kind != EntryKind.Allergen || FollowsAllergy(items)))
            {
                items.Add(OfMatch(match));
                at = SkipTo(tokens, at, match.End);
            }
            else if (phrase is not null)
            {
                items.Add(new Item(ItemKind.Cue, token.Start, phraseEnd) { Phrase = phrase, Text = after == at + 1 ? token.Text : null });
                at = after;
            }
            else
            {
                AddToken(text, token, items);
                at++;
            }
        }
    }

    // "Mallampati grade", "ASA (physical status) class".
    private static bool FollowsScore(List<Item> items)
    {
        var last = items.Count - 1;
        for (var i = last; (items[last].IsSign(')') || items[last].IsSign(']')) && i > Math.Max(0, last - LongestRemark); i--)
        {
            if ((items[i].IsSign('(') || items[i].IsSign('[')) && i > 0)
            {
                last = i - 1;
                break;
            }
        }

        return items[last].Kind == ItemKind.Mention && items[last].Match.Entry.LeafType == LeafType.Score;
    }

    private const int LongestRemark = 6;

    private static bool IsLevel(ReadOnlySpan<char> word) =>
        word.Length is >= 5 and <= 7 && word.TrimEnd("sS") is var one && (one.Equals("grade", StringComparison.OrdinalIgnoreCase) || one.Equals("cla", StringComparison.OrdinalIgnoreCase) || one.Equals("classe", StringComparison.OrdinalIgnoreCase) || one.Equals("stage", StringComparison.OrdinalIgnoreCase));

    // "T-score ≤ -2.5", "between -10 and -1 D": a hyphen glued to its number and to nothing before it is a minus.
    private static void AddToken(string text, in Token token, List<Item> items)
    {
        var item = OfToken(token);
        if (item.Kind == ItemKind.Number && items.Count > 1 && items[^1] is { Kind: ItemKind.Dash } dash && dash.End == token.Start && IsSigned(text, dash, items[^2]))
        {
            items[^1] = new Item(ItemKind.Number, dash.Start, item.End) { Text = item.Text, Value = -item.Value };
            return;
        }

        if (item.Kind == ItemKind.Number && items.Count > 1 && items[^1] is { Kind: ItemKind.Dash } hyphen && hyphen.End == token.Start && items[^2] is { Kind: ItemKind.Unknown or ItemKind.Mention } letters && letters.End == hyphen.Start && IsCode(text, letters, item) && (letters.Kind == ItemKind.Unknown || item.End - item.Start >= SurelyCode))
        {
            // "HS-20093": the name of a drug that has none yet.
            items.RemoveAt(items.Count - 1);
            items[^1] = new Item(ItemKind.Unknown, letters.Start, item.End);
            return;
        }

        items.Add(item);
        SpelledNumbers.Join(text, items);
    }

    // Capitals, a hyphen and digits of which none is a unit's or a year's.
    private static bool IsCode(string text, Item letters, Item number) =>
        letters.End - letters.Start is >= ShortestCode and <= LongestCode && number.End - number.Start is >= ShortestCode and <= LongestCode
        && !text.AsSpan(letters.Start, letters.End - letters.Start).ContainsAnyExceptInRange('A', 'Z') && !text.AsSpan(number.Start, number.End - number.Start).ContainsAnyExceptInRange('0', '9')
        && !(number.End < text.Length && text[number.End] is '%' or '/' or '°') && (letters.Start == 0 || !(text[letters.Start - 1] is '/' or '-'));

    private const int ShortestCode = 2;

    /// <summary>So many digits make a code even of an abbreviation that the lexicon knows.</summary>
    private const int SurelyCode = 4;

    private const int LongestCode = 6;

    private static bool IsSigned(string text, Item dash, Item before) =>
        before.Kind == ItemKind.Comparator || (char.IsWhiteSpace(text[dash.Start - 1]) && before.Kind == ItemKind.Cue && (before.Is(Cue.Compare) || before.Is(Cue.Between) || before.Is(Cue.To) || before.Text is "of" or "and"));

    // "NYHA class III or IV", "ASA I-II": numerals only after a scale that is numbered so, or after another numeral.
    private static Item? OfNumeral(string text, in Token token, List<Item> before)
    {
        if (text[token.Start] is not ('I' or 'V') || Structure.MarkerReader.RomanValue(text.AsSpan(token.Start, token.End - token.Start)) is not (> 0 and var value))
        {
            return null;
        }

        if (before.Count > 0 && before[^1] is { Kind: ItemKind.Comparator, Text: not "=" })
        {
            // "heart function ≥ III"
            return new Item(ItemKind.Number, token.Start, token.End) { Value = value };
        }

        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - RomanReach); i--)
        {
            var earlier = before[i];
            var word = text.AsSpan(earlier.Start, earlier.End - earlier.Start);
            if (earlier.Match.Entries is { Count: > 0 } && earlier.Match.Entry.LeafType == LeafType.Score || RomanScales.Contains(word.ToString()))
            {
                return new Item(ItemKind.Number, token.Start, token.End) { Value = value };
            }

            if (earlier.Kind is ItemKind.Unknown or ItemKind.Mention && !ScaleWords.Contains(word.ToString()))
            {
                break;
            }
        }

        return null;
    }

    private const int RomanReach = 8;

    private static readonly HashSet<string> ScaleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "classes", "grade", "grades", "classification", "functional", "physical", "status", "category", "categories", "level", "type",
        "types", "system",
    };

    private static readonly HashSet<string> RomanScales = new(StringComparer.OrdinalIgnoreCase)
    {
        "nyha", "asa", "ccs", "killip", "mallampati", "forrester", "fontaine", "association", "anesthesiologists", "anesthesiologist",
    };

    // "study drug" is a point in time in most places, and what one is allergic to where an allergy is spoken of.
    private static bool TryTerm(Lexicon lexicon, ReadOnlySpan<char> text, int start, List<Item> before, out LexiconMatch match)
    {
        if (!lexicon.TryMatch(text, start, out match))
        {
            return false;
        }

        if (text[match.Start..match.End] is var term && term.IndexOf('(') is > 0 and var open && !term.Contains(')') && !lexicon.TryMatch(text[..(start + open)], start, out match))
        {
            // "skin prick test (wheal diameter ≥ 3 mm)": no term reaches into a bracket.
            return false;
        }

        if (match.Entry.LeafType == LeafType.Lines && text[match.Start..match.End].EndsWith("therapy", StringComparison.OrdinalIgnoreCase) && text[match.Start..match.End].StartsWith("pr", StringComparison.OrdinalIgnoreCase) && text[match.Start..match.End].Count(' ') > 1)
        {
            // "no prior systemic therapy" counts nothing, "two prior systemic therapies" does.
            return false;
        }

        if (match.Entry.Kind == EntryKind.Anchor && match.Of(EntryKind.Allergen) is { } allergen && FollowsAllergy(before))
        {
            match = match with { Entries = [allergen] };
        }

        return true;
    }

    // "milk" is an allergen only where an allergy is spoken of.
    private static bool FollowsAllergy(List<Item> before)
    {
        for (var i = before.Count - 1; i >= Math.Max(0, before.Count - AllergyReach); i--)
        {
            if (before[i].Cue == Cue.Allergy)
            {
                return true;
            }
        }

        return false;
    }

    private const int AllergyReach = 16;

    // The longer reading wins; where both are as long, grammar that fixes meaning wins over a term, and a term over a filler.
    private static bool Prefers(LexiconMatch match, CuePhrase? phrase, int phraseEnd, in Token token)
    {
        if (token.Kind == TokenKind.Number && match.End == token.End)
        {
            return false;
        }

        if (match.Entry.Kind is EntryKind.Anchor)
        {
            // Time windows read their anchors themselves.
            return false;
        }

        if (match.Entry.Kind == EntryKind.Behaviour && phrase is { Cue: Cue.Action })
        {
            // "unable to comply with …": the action takes its whole clause, and knows that it is denied.
            return false;
        }

        if (match.Entry.Kind == EntryKind.Matter)
        {
            // Consent, pregnancy and the like are grammar here; the lexicon adds spellings only.
            return phrase is null || (match.End > phraseEnd && match.Entry.LeafType is not LeafType.Consent);
        }

        return phrase is null || match.End > phraseEnd ||
            (match.End == phraseEnd && phrase.Cue is Cue.Filler or Cue.Reference or Cue.Prep or Cue.Judgement or Cue.Unread && match.Entry.LeafType is not null);
    }

    private static Item OfMatch(LexiconMatch match) => new(match.Entry.Kind == EntryKind.Idiom ? (SaysNothing.Contains(match.Entry.Name) ? ItemKind.Cue : ItemKind.Unknown) : ItemKind.Mention, match.Start, match.End)
    {
        Match = match,
        Phrase = match.Entry switch
        {
            { Kind: EntryKind.Idiom } entry => SaysNothing.Contains(entry.Name) ? Idiom : null,
            { Kind: EntryKind.Qualifier, Qualifier: { } qualifier } => QualifierPhrase(qualifier),
            _ => null,
        },
    };

    // The other idioms are words that bear a meaning, though not that of the term in them.
    private static readonly HashSet<string> SaysNothing = new(StringComparer.Ordinal) { "all of", "as well", "it is" };

    private static readonly CuePhrase Idiom = Saying(Cue.Filler);

    // "TPS" of "tree pollen season (TPS)": what it means is not known, and what it means elsewhere is not meant.
    private static readonly CuePhrase Unexplained = Saying(Cue.Unread);

    private static CuePhrase Saying(Cue cue)
    {
        var phrase = new CuePhrase([""]);
        phrase.Add(cue, "");
        return phrase;
    }

    private static readonly ConcurrentDictionary<Qualifier, CuePhrase> QualifierPhrases = new(); // no more than the lexicon has

    private static CuePhrase QualifierPhrase(Qualifier qualifier) => QualifierPhrases.GetOrAdd(qualifier, PhraseOf);

    private static CuePhrase PhraseOf(Qualifier qualifier)
    {
        var phrase = new CuePhrase([""]);
        phrase.Add(Cue.Qualifier, $"{char.ToLowerInvariant(qualifier.Kind.ToString()[0])}{qualifier.Kind.ToString()[1..]}:{qualifier.Value}");
        return phrase;
    }

    private static Item OfToken(in Token token) => token.Kind switch
    {
        TokenKind.Number => new Item(ItemKind.Number, token.Start, token.End) { Value = token.Value },
        TokenKind.Comparator => new Item(ItemKind.Comparator, token.Start, token.End) { Text = token.Text },
        TokenKind.Dash => new Item(ItemKind.Dash, token.Start, token.End) { Text = "-" },
        TokenKind.Sign => new Item(ItemKind.Sign, token.Start, token.End) { Text = token.Text },
        _ => NumberWords.TryGet(token.Text, out var value)
            ? new Item(ItemKind.Number, token.Start, token.End) { Value = value, Text = token.Text }
            : new Item(ItemKind.Unknown, token.Start, token.End) { Text = token.Text },
    };

    private static int SkipTo(ReadOnlySpan<Token> tokens, int at, int end)
    {
        while (at < tokens.Length && tokens[at].Start < end)
        {
            at++;
        }

        return at;
    }
}
