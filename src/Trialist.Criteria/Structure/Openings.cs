using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Words at the end of a criterion by which the list under it is neither its parts nor further conditions: examples ("including any of the following") and exceptions ("except:").</summary>
internal static class Openings
{
    private static readonly PhraseList Examples = new("including", "such as", "for example", "e.g.");
    private static readonly PhraseList Definitions = new("defined by", "defined as", "evidenced by");
    private static readonly PhraseList Exceptions = new("except", "unless", "other than", "with the exception of", "excluding");

    /// <summary>The words that open such a list, and whether it lifts what they ask; null when the list says in parts what the words ask, or more than they do.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="block">A criterion with a list under it.</param>
    /// <param name="own">What its own words say.</param>
    public static (TextSpan Words, bool Lifts)? Of(string text, Block block, Predicate own)
    {
        var words = block.WordsOf(text);
        if (Last(words, Exceptions) is { } exception)
        {
            return (new TextSpan(block.Words + exception, block.Words + words.TrimEnd().Length), true);
        }

        if (Admits(words))
        {
            // "… Patients with HIV are eligible if:": what the list says lifts.
            return (new TextSpan(block.Words, block.Words + words.TrimEnd().Length), true);
        }

        if (own is Predicate.Not && Last(words, Definitions) is { } definition)
        {
            // "No progressive disease, as defined by: LDH > 500": one of the list is what is denied.
            return (new TextSpan(block.Words + definition, block.Words + words.TrimEnd().Length), false);
        }

        // "Lymphoma, including: …" asks for one of the list; "no lymphoma, including: …" and an exclusion of lymphoma do not.
        return (block.Section == Section.Exclusion || own is Predicate.Not) && Last(words, Examples) is { } example
            ? (new TextSpan(block.Words + example, block.Words + words.TrimEnd().Length), false) : null;
    }

    private static readonly string[] Admitting = [" eligible if", " eligible provided", " eligible, provided", " permitted if", " permitted as long as", " allowed if", " allowed provided", " allowed as long as", " enrolled if", " enrolled provided", " included if", " included provided"];

    private static bool Admits(ReadOnlySpan<char> words)
    {
        foreach (var phrase in Admitting)
        {
            if (EndsIn(words, phrase))
            {
                return true;
            }
        }

        return false;
    }

    // Nothing but words that announce a list stands behind the phrase.
    private static bool EndsIn(ReadOnlySpan<char> words, string phrase)
    {
        var at = words.LastIndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && words[(at + phrase.Length)..] is var rest && rest.TrimEnd(" *_\\\r\n\t") is [.., ':'] && (rest.Length < 4 || rest.Contains("follow", StringComparison.OrdinalIgnoreCase) || LeadIns.IsLeadIn(rest)) && rest.Length < LongestOpening;
    }

    private const int LongestOpening = 60;

    private static readonly PhraseList Choices = new("one of", "any of", "either", "including", "at least", "or more");

    /// <summary>A heading of a group of persons has no more words.</summary>
    private const int LongestGroup = 2;

    /// <summary>True when the words end in a colon, or are a heading with a dash at its end: what follows belongs to them.</summary>
    /// <param name="words">The words of a criterion.</param>
    /// <param name="demands">True in an inclusion, where what follows is asked for beside the words, unless they say "one of" or are a heading.</param>
    public static bool Announces(ReadOnlySpan<char> words, bool demands)
    {
        var bare = words.TrimEnd(" *_\\\r\n\t");
        return ((bare.EndsWith(":") || bare.EndsWith("：")) && (!demands || bare.Count(' ') < LongestGroup || Choices.OccursIn(bare))) || (bare.EndsWith("-") && bare.Length > 1 && char.IsLetter(bare[^2]) && bare.Count(' ') < LongestGroup);
    }

    private static readonly PhraseList Told = new("following", "includ", "such as", "e.g", "i.e", "any of", "one of", "defined", "criteria", "evidence", "measured", "namely", "specifically", "determined");

    /// <summary>True for words above a list that end in a colon and do not tell how the list belongs to them.</summary>
    /// <param name="words">The words of a criterion that has a list under it.</param>
    public static bool Heads(ReadOnlySpan<char> words) => words.TrimEnd(" *_\\\r\n\t") is var bare && (bare.EndsWith(":") || bare.EndsWith("：")) && (!Told.OccursIn(bare) || bare.Contains("following manner", StringComparison.OrdinalIgnoreCase));

    // The last of the phrases, where nothing but a lead-in follows it.
    private static int? Last(ReadOnlySpan<char> words, PhraseList phrases)
    {
        int? last = null;
        for (var from = 0; from < words.Length && phrases.IndexIn(words[from..]) is var at and >= 0; from += at + 1)
        {
            last = from + at;
        }

        return last is { } found && IsBareAfter(words[found..]) ? found : null;
    }

    private static bool IsBareAfter(ReadOnlySpan<char> opening)
    {
        var rest = opening[(opening.IndexOfAny(' ', ':') is var end and >= 0 ? end : opening.Length)..];
        return !rest.ContainsAny("0123456789") && (rest.IndexOfAnyExcept(" :*-.\\\r\n") < 0 || LeadIns.IsLeadIn(rest));
    }
}
