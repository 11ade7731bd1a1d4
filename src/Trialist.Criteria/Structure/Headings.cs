using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Knows the headings and remarks that criteria texts are furnished with.</summary>
internal static class Headings
{
    private const int LongestHeading = 14;
    private const int MostCharacters = 256;
    private const int LongestShortHeading = 5;

    private static readonly string[] Inclusion = ["inclusion", "included", "include", "eligible", "eligibility", "inclusive"];
    private static readonly string[] Exclusion = ["exclusion", "excluded", "exclude", "ineligible", "ineligibility", "exclusionary", "non-inclusion", "noninclusion", "nonadmissibility"];

    // One of these is in each of them.
    private static readonly PhraseList Named = new("clu", "eligib", "nonadmissib");

    // "Subjects who do not conform to the above inclusion criteria": the other section's name in a criterion of this one.
    private static readonly PhraseList Failing = new("failure to", "fails to", "fail to", "failing to", "unable to", "inability to", "not conform", "not meet", "not met", "not fulfil", "not satisfy", "not comply", "above inclusion", "above exclusion", "above-mentioned", "any of the inclusion", "all of the inclusion", "all inclusion criteria");

    private static readonly string[] Nothing =
        ["none", "na", "n/a", "n.a", "nil", "not applicable", "not specified", "see above", "no", "tbd", "not provided", "none specified", "none stated", "no exclusion criteria", "no exclusions", "no specific exclusion criteria", "no eligibility criteria", "information not available", "please contact site for information", "not available", "unspecified", "none listed", "no inclusion criteria"];

    // One of these is in every remark.
    private static readonly PhraseList Remarks = new("apply", "criteria exist", "for a full list of", "please refer to this study by");

    /// <summary>The section that a heading opens, or null when the words are no section heading.</summary>
    public static Section? SectionOf(ReadOnlySpan<char> words)
    {
        var written = words.TrimEnd(" :.-*_–#").TrimStart(" *_#-•");
        var count = words.Length > MostCharacters ? 0 : CountWords(written);
        if (count is 0 or > LongestHeading)
        {
            return null;
        }

        var bare = LowerCase.Of(written, stackalloc char[written.Length]);
        var closed = words.TrimEnd(" *_#").EndsWith(':');
        if (ShortHeadings.SectionOf(bare, count) is { } section)
        {
            return section;
        }

        if ((!closed && bare.IndexOfAny(".;,") >= 0) || Failing.OccursIn(bare))
        {
            return null;
        }

        var named = Named.OccursIn(bare);
        var first = named ? FirstOf(bare, Inclusion) : -1;
        var second = named ? FirstOf(bare, Exclusion) : -1;
        if (first < 0 && second < 0)
        {
            return closed ? PermissionOf(bare) : null;
        }

        var criteria = bare.Contains("criteri", StringComparison.Ordinal);
        var titled = criteria && (closed || count <= LongestShortHeading || IsTitled(words));
        if (!titled && !(closed && count <= LongestHeading) && !(count <= 2 && (first == 0 || second == 0) && bare.Contains("clusion", StringComparison.Ordinal)))
        {
            return null;
        }

        // "Patients must meet one of the following to be eligible:" belongs to its list.
        if (!criteria && first >= 0 && second < 0 && SentenceHeadings.JoinsOtherwise(bare, Section.Inclusion))
        {
            return null;
        }

        // "Patients will not be excluded if they have:" permits.
        if (second > 0 && first < 0 && !criteria && IsNegated(bare, second))
        {
            return Section.Permission;
        }

        // "Inclusion/exclusion criteria:" opens neither; what follows is read as inclusion until told otherwise.
        return first >= 0 && second >= 0 ? (IsNegated(bare, first) ? Section.Exclusion : Section.Unnamed)
            : second >= 0 ? Section.Exclusion
            : IsNegated(bare, first) ? Section.Exclusion
            : criteria || !bare.StartsWith("eligib") ? Section.Inclusion
            : Section.Unnamed;
    }

    /// <summary>True when the words say that there is nothing here.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> words)
    {
        Span<char> buffer = stackalloc char[64];
        var trimmed = words.Trim(" .:;-*•–\\()\r\n\t");
        if (trimmed.Length > buffer.Length)
        {
            return false;
        }

        var lower = LowerCase.Of(trimmed, buffer);
        if (lower.IsEmpty)
        {
            return true;
        }

        // "Menopausal status: Not specified"
        if (lower.EndsWith(": not specified"))
        {
            return true;
        }

        foreach (var nothing in Nothing)
        {
            if (lower.SequenceEqual(nothing))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] PartsOfRecord = ["prior/concurrent therapy", "prior concurrent therapy", "prior or concurrent therapy", "prior and concurrent therapy", "patient characteristics", "patient characteristic", "disease characteristics", "disease characteristic", "protocol entry criteria", "other characteristics"];

    /// <summary>True for headings of the parts that older records are cut into: "--Prior/Concurrent Therapy--", "PATIENT CHARACTERISTICS:".</summary>
    public static bool IsPartOfRecord(ReadOnlySpan<char> words)
    {
        var bare = words.Trim(" .:;-*•–\\()\r\n\t");
        if (bare.Length is < 15 or > 28)
        {
            return false;
        }

        foreach (var part in PartsOfRecord)
        {
            if (bare.Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for remarks on the list itself: "Other protocol defined criteria may apply", "Further criteria apply".</summary>
    public static bool IsRemark(ReadOnlySpan<char> words)
    {
        if (RefersToHeading(words) || IsRuledOff(words))
        {
            return true;
        }

        if (words.Length > 240 || !Remarks.OccursIn(words) || words.IndexOfAny("<>≤≥=") >= 0)
        {
            return false;
        }

        var applies = words.Contains("apply", StringComparison.OrdinalIgnoreCase) || words.Contains("criteria exist", StringComparison.OrdinalIgnoreCase);
        return (applies && words.Contains("criteria", StringComparison.OrdinalIgnoreCase) && !words.TrimEnd().EndsWith(":") &&
                (words.Contains("other", StringComparison.OrdinalIgnoreCase) || words.Contains("further", StringComparison.OrdinalIgnoreCase) || words.Contains("additional", StringComparison.OrdinalIgnoreCase)))
            || words.Contains("for a full list of", StringComparison.OrdinalIgnoreCase)
            || words.Contains("please refer to this study by", StringComparison.OrdinalIgnoreCase);
    }

    private const int LongestReferral = 60;

    // "--Patient Characteristics--"
    private static bool IsRuledOff(ReadOnlySpan<char> words) => words.TrimEnd() is { Length: <= LongestRuledOff } title && title.EndsWith("--") && title.TrimStart(" *•").StartsWith("-") && title.IndexOfAnyInRange('0', '9') < 0;

    private const int LongestRuledOff = 48;

    // "See Disease Characteristics", "See Chemotherapy": another part of the same text says it.
    private static bool RefersToHeading(ReadOnlySpan<char> words)
    {
        var bare = words.Trim(" .:;-*•–\\()\r\n\t");
        return bare.Length is > 4 and <= LongestReferral && bare.StartsWith("see ", StringComparison.OrdinalIgnoreCase) && char.IsUpper(bare[4]) && bare.IndexOfAny("0123456789<>≤≥=,;") < 0;
    }

    // Items under "Allowed:" say what may be, so they ask nothing.
    private static Section? PermissionOf(ReadOnlySpan<char> bare) =>
        bare is "allowed" or "permitted" or "concurrent medication: allowed" or "concurrent treatment: allowed" or "prior medication: allowed" or "prior treatment: allowed" ? Section.Permission
        : bare is "required" or "patients must have" or "subjects must have" or "you may join if" ? Section.Inclusion
        : bare is "not allowed" or "not permitted" or "you may not join if" ? Section.Exclusion
        : null;

    private static bool IsNegated(ReadOnlySpan<char> bare, int at)
    {
        var before = bare[..at];
        return before.EndsWith("not ") || before.EndsWith("not be ") || before.Contains("are not ", StringComparison.Ordinal) || before.Contains("not be ", StringComparison.Ordinal) || before.EndsWith("non-") || before.EndsWith("non ");
    }

    private static int FirstOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + word.Length == text.Length || !char.IsLetter(text[at + word.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsTitled(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (char.IsLetter(c))
            {
                return char.IsUpper(c);
            }
        }

        return false;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        var afterBlank = true;
        for (var i = 0; i < text.Length && count <= LongestHeading; i++)
        {
            var blank = char.IsWhiteSpace(text[i]);
            count += afterBlank && !blank ? 1 : 0;
            afterBlank = blank;
        }

        return count;
    }
}
