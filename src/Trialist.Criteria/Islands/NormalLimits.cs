using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>Reads "x ULN", "times the upper limit of normal" and their kin, also where blanks were lost or doubled.</summary>
internal static class NormalLimits
{
    private const int Longest = 90;

    // Blanks, hyphens and brackets are left out before comparing.
    private static readonly BeginningList Before =
        new("times", "time", "fold", "the", "of", "institutional", "institutions", "institution", "institutes", "local", "laboratory", "laboratorys", "lab", "centers", "sites", "reference", "above", "x", "*", "thanthe", "their", "its", "corresponding", "study", "specific", "age", "adjusted", "appropriate", "for", "central", "hospital", "testing", "folds", "higherthan", "greaterthan", "highest", "referencevalueof");

    private static readonly BeginningList Upper =
        new("upperlimitofnormality", "upperlimitofnormalvalues", "upperlimitofnormalvalue", "upperlimitofnormalranges", "upperlimitofnormalrange", "upperlimitofnormallimit", "upperlimitofnormal", "upperlimitsofnormals", "upperlimitsofnormal", "upperlimitofthenormalrange", "upperlimitofthenormal", "upperlimitofthereferencerange", "upperlimitofreferencerange", "upperlimitofreference", "upperlimitnormal", "upperlimitsnormal", "uppernormallimits", "uppernormallimit", "uppernormalvalue", "uppernormalrange", "uppernormal", "upperlimitoflaboratorynormal", "upperlimitofinstitutionalnormal", "upperlimitoftheinstitutionalnormal", "upperlimitoftheinstitutionalnormalrange", "upperlimitoflocallaboratory", "upperlimitofnorm", "upperreferencelimit", "upperlimitofrange", "upperlimits", "upperlimit", "ulnrange", "ulnr", "uln", "unl", "limitsofnormal", "limitofnormal", "normalupperlimits", "normalupperlimit", "normallimits", "normallimit", "normalamounts", "normalamount", "normalvalues", "normalvalue", "normalrange", "normallevels", "normallevel", "normal", "highestnormalvalue", "maximumnormalvalue", "upperboundofnormal", "institutionalnormal", "nl", "iuln", "referencevalues", "referencevalue", "referencelimit", "maximumnormal", "maximumnormalvalues", "uppernormalreferencevalue", "upperlimitofreferencevalues", "upperlimitofthereference", "upperlimitofthereferencerange", "upperreferencevalue", "upperreferencerange", "ult", "upperthresholdlimits", "upperthresholdlimit", "upperthresholds", "upperthreshold", "upperlimitthreshold", "uppervalueofnormal", "upperlevelofnormal", "upperlimitofthenormalvalue", "upperlimitofthenormalvalues", "upperlimitofnormallevels", "upperlimitofnormallevel", "upperlimitofthenormallevel");

    private static readonly BeginningList Lower =
        new("lowerlimitofnormalrange", "lowerlimitofnormal", "lowerlimitsofnormal", "lowerlimitofthenormalrange", "lowernormallimit", "lowerlimitnormal", "lowerlimitofreferencerange", "lowerlimit", "lln", "lnl");

    private static readonly BeginningList Normal =
        new("withinthenormalrange", "withinnormalrange", "withinnormallimits", "withinnormallimit", "withinthenormallimits", "withininstitutionalnormallimits", "withininstitutionallimitsofnormal", "withinlimitsofnormal", "withinnormal", "withinthelaboratorynormalrange", "inthenormalrange", "innormalrange", "wnl", "normalrange");

    /// <summary>Words for a multiple of normal that begin at a character; the end is 0 when there are none.</summary>
    public static (int End, string Unit) Match(string text, int start, int end)
    {
        Span<char> letters = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        var count = Compact(text, start, end, letters, ends);
        ReadOnlySpan<char> rest = letters[..count];
        var skipped = 0;
        for (var more = true; more;)
        {
            more = false;
            if (Upper.LongestIn(rest[skipped..]) is > 0 and var upper && IsWhole(text, ends[skipped + upper - 1], end))
            {
                return (ends[skipped + upper - 1], Units.UpperLimitOfNormal);
            }

            if (Lower.LongestIn(rest[skipped..]) is > 0 and var lower && IsWhole(text, ends[skipped + lower - 1], end))
            {
                return (ends[skipped + lower - 1], Units.LowerLimitOfNormal);
            }

            if (Before.LongestIn(rest[skipped..]) is > 0 and var before)
            {
                skipped += before;
                more = true;
            }
        }

        return default;
    }

    /// <summary>"within normal limits", or "normal" alone; <c>Lower</c> tells that both ends of normal are meant.</summary>
    public static (int End, bool Lower) MatchNormal(string text, int start, int end)
    {
        Span<char> letters = stackalloc char[Longest];
        Span<int> ends = stackalloc int[Longest];
        var count = Compact(text, start, end, letters, ends);
        ReadOnlySpan<char> rest = letters[..count];
        if (Normal.LongestIn(rest) is > 0 and var normal && IsWhole(text, ends[normal - 1], end))
        {
            return (ends[normal - 1], true);
        }

        return rest.StartsWith("withinuln") ? (ends[8], false) : default;
    }

    private static int Compact(string text, int start, int end, Span<char> letters, Span<int> ends)
    {
        var count = 0;
        for (var i = start; i < end && count < Longest && i - start < 2 * Longest; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c) || c is '*' or '×')
            {
                letters[count] = c == '×' ? 'x' : char.ToLowerInvariant(c);
                ends[count++] = i + 1;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('-' or '⋅' or '·' or '∙' or '•' or '\'' or '’' or '"' or '\\'))
            {
                break;
            }
        }

        return count;
    }

    private static bool IsWhole(string text, int at, int end) => at >= end || !char.IsLetter(text[at]);
}
