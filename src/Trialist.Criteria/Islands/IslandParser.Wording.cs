using System.Text;
using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>How a term is written, beside its standard name.</content>
internal sealed partial class IslandParser
{
    private const int ShortestSingular = 5;
    private const string Use = " use";

    private string? WordingOf(LeafType type, string words, LexiconEntry entry)
    {
        if (type == LeafType.Lactation)
        {
            return words.Contains("breast", StringComparison.Ordinal) || words.Contains("nurs", StringComparison.Ordinal) ? "breastfeeding" : null;
        }

        if (type == LeafType.Participation)
        {
            return StudyNamed(words);
        }

        if (type == LeafType.Pregnancy && entry.Name.EndsWith(" pregnancy test", StringComparison.Ordinal) && Hormone.OccursIn(words))
        {
            return HormoneTest(words, entry.Name);
        }

        if (type == LeafType.Consent)
        {
            return words.Contains("written", StringComparison.Ordinal) ? "written informed consent" : words.Contains("assent", StringComparison.Ordinal) ? AssentIn(words) : "informed consent";
        }

        if (type == LeafType.Condition && entry.Name == "non-childbearing potential")
        {
            return Sterile(words);
        }

        if (type == LeafType.HealthyVolunteer)
        {
            return Healthy(words);
        }

        if (entry.Name == "qt-prolonging drug" || (entry.Name.StartsWith(Anti, StringComparison.Ordinal) && type == LeafType.Treatment && words.Contains("antibod", StringComparison.Ordinal)))
        {
            // They are said in as many ways as there are words for drugs.
            return null;
        }

        if (type == LeafType.Treatment && words.EndsWith(Use, StringComparison.OrdinalIgnoreCase))
        {
            // "glucocorticoid use": of a glucocorticoid.
            words = words[..^Use.Length];
        }

        if (type == LeafType.Treatment && WithoutTail(words, entry) is { } named)
        {
            return named == entry.Name ? null : named;
        }

        // Values and scores go by their standard names, as do manners that are written in many ways.
        var spoken = type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy
            || (type == LeafType.Behaviour && !entry.Name.Contains("smoking", StringComparison.Ordinal) && entry.Name is not ("compliance" or "literacy" or "availability" or "childbearing potential"))
            || (type == LeafType.Pregnancy && entry.Name.Contains("test", StringComparison.Ordinal));
        if (!spoken || entry.Kind == EntryKind.Matter && type == LeafType.Condition || SpellingIn(words, entry) is not { } spelling)
        {
            return null;
        }

        if (SaysLess(spelling, entry.Name))
        {
            return Spelt(spelling, type) is { } full && full != entry.Name && !OnlyNamesTheGerm(full, entry.Name) ? full : InPlural(words, entry.Name);
        }

        if (entry.Kind == EntryKind.Drug && IsBrand(spelling))
        {
            return null;
        }

        var singular = Singular(spelling.ToLowerInvariant(), entry);
        if (words.EndsWith("metastases", StringComparison.Ordinal) && singular.EndsWith("metastasis", StringComparison.Ordinal))
        {
            // They are named in the plural, which the tables fold.
            singular = $"{singular[..^2]}es";
        }

        singular = type == LeafType.Biomarker && singular.StartsWith("positive ", StringComparison.Ordinal) ? singular["positive ".Length..] : singular;
        singular = singular.StartsWith("iv ", StringComparison.Ordinal) ? Singulars.Of($"intravenous {singular[3..]}") : WithoutGerm(singular, entry);
        singular = Standard(WithoutRepeating(singular, entry), entry);
        if (type == LeafType.Procedure && singular.IndexOf(' ', StringComparison.Ordinal) is > 2 and var blank && singular.AsSpan(0, blank).EndsWith("ed") && !entry.Name.StartsWith(singular[..blank], StringComparison.Ordinal))
        {
            // "transplanted organ": what was done goes by its noun.
            return null;
        }

        singular = AsInfection(NounLast(singular, entry), entry);
        singular = type == LeafType.Condition && AdjectivesOfPersons.Default.NounOf(singular) is { } noun ? noun : singular;
        if (type == LeafType.Behaviour && ManneredName(singular, entry) is { } manner)
        {
            return manner == entry.Name ? null : manner;
        }

        if (type == LeafType.Biomarker && singular.StartsWith("anti-", StringComparison.Ordinal) && entry.Name.EndsWith(" antibody", StringComparison.Ordinal))
        {
            // "anti-HCV" is the HCV antibody.
            return null;
        }

        return singular == entry.Name || SameLetters(singular, entry.Name) || OnlyNamesTheGerm(singular, entry.Name) || (type == LeafType.Condition && (NamesByTest(singular) || SaysHowSomeoneIs(singular))) ? null : singular;
    }

    // "CNS metastases": they are named in the plural, which the tables fold.
    private static string? InPlural(string words, string name) =>
        words.EndsWith("metastases", StringComparison.Ordinal) && name.EndsWith("metastasis", StringComparison.Ordinal) ? $"{name[..^2]}es" : null;

    // "Tylenol": the tables write what makers call a drug with a capital.
    private static bool IsBrand(string spelling) => char.IsAsciiLetterUpper(spelling[0]) && spelling.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;

    // "C. difficile" names the germ, "C. difficile infection" what it does.
    private string AsInfection(string words, LexiconEntry entry) =>
        entry.Kind == EntryKind.Condition && entry.Name.EndsWith(" infection", StringComparison.Ordinal) && words.IndexOf(' ', StringComparison.Ordinal) > 0 && !words.EndsWith("infection", StringComparison.Ordinal) && SpellingIn($"{words} infection", entry) is not null ? $"{words} infection" : words;

    // "for MM": a disease's short form in full, as far as the tables or the text itself explain it. Null where there is none.
    private string? InFull(int from, int to)
    {
        StringBuilder? words = null;
        var start = items[from].Start;
        for (var i = from; i < to; i++)
        {
            if (items[i] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Condition, Name: var name } } && IsCapitals(items[i].Span) && IsShortFor(items[i], name))
            {
                (words ??= new()).Append(text, start, items[i].Start - start).Append(name);
                start = items[i].End;
            }
        }

        return words?.Append(text, start, items[to - 1].End - start).ToString();
    }

    // "COPD", alone and no part of "COPD-related"; but "AIDS" is a name, and "HCV" the name of a germ.
    private bool IsShortFor(Item item, string name)
    {
        if (item.Start > 0 && text[item.Start - 1] == '-' || item.End < textEnd && text[item.End] == '-' || name.EndsWith(" infection", StringComparison.Ordinal) || name == "acquired immunodeficiency syndrome")
        {
            return false;
        }

        var brief = item.Of(text);
        var (letter, begins) = (0, true);
        foreach (var c in name)
        {
            letter += letter < brief.Length && char.ToUpperInvariant(c) == brief[letter] && (begins || brief.Length >= ShortestMixed) ? 1 : 0;
            begins = !char.IsLetterOrDigit(c);
            if (letter == 0)
            {
                return false;
            }
        }

        return letter == brief.Length;
    }

    /// <summary>Two letters that stand in a name in order may do so by chance.</summary>
    private const int ShortestMixed = 3;

    private static readonly PhraseList Hormone = new("hcg", "chorionic");

    // "positive urine hCG": the hormone that tells of a pregnancy.
    private static string? HormoneTest(string words, string name)
    {
        var (serum, urine) = (words.Contains("serum", StringComparison.Ordinal), words.Contains("urin", StringComparison.Ordinal));
        return serum == urine ? null : name.Insert(name.IndexOf(' ', StringComparison.Ordinal), serum ? " serum" : " urine");
    }

    // "control": "healthy controls" are compared with others.
    private static string? Healthy(string words) => words.StartsWith("healthy control", StringComparison.Ordinal) ? "healthy control" : null;

    // "cocaine" is cocaine use, "under guardianship" guardianship.
    private string? ManneredName(string words, LexiconEntry entry) =>
        words.StartsWith("under ", StringComparison.Ordinal) ? words["under ".Length..]
        : words.StartsWith("use of ", StringComparison.Ordinal) && SpellingIn($"{words["use of ".Length..]} use", entry) is not null ? $"{words["use of ".Length..]} use"
        : !words.Contains(" use", StringComparison.Ordinal) && SpellingIn($"{words} use", entry) is not null ? $"{words} use" : null;

    private static readonly PhraseList Malignant = new("carcinoma", "cancer", "tumor", "melanoma", "neoplasm", "lymphoma", "malignancy");

    // "deviation of the nasal septum" is a nasal septum deviation, where the tables know it by that name too.
    private string NounLast(string words, LexiconEntry entry)
    {
        var of = words.IndexOf(" of ", StringComparison.Ordinal);
        if (of < 0 || entry.Kind != EntryKind.Condition || Malignant.OccursIn(words))
        {
            // "carcinoma in situ of the cervix" is said so.
            return words;
        }

        var owner = words.AsSpan(of + 4);
        owner = owner.StartsWith("the ") ? owner[4..] : owner;
        return $"{owner} {words.AsSpan(0, of)}" is var turned && SpellingIn(turned, entry) is not null ? turned : words;
    }

    // "systemic steroid", "anti-cancer drug": the words that a standard name uses.
    private static string Standard(string words, LexiconEntry entry)
    {
        if (entry.Name == "allergen immunotherapy" && words is "allergy immunotherapy" or "allergen-specific immunotherapy" or "specific immunotherapy" or "allergy immunotherapy product" or "allergen immunotherapy product")
        {
            return entry.Name;
        }

        words = entry.Name.Contains("corticosteroid", StringComparison.Ordinal) && !words.Contains("corticosteroid", StringComparison.Ordinal) ? words.Replace("steroid", "corticosteroid", StringComparison.Ordinal) : words;
        // Each of these holds these letters, and most names do not.
        return !words.Contains("an", StringComparison.Ordinal) ? words : words.Replace("angiotensin receptor ii ", "angiotensin ii receptor ", StringComparison.Ordinal).Replace("anti-cancer", "anticancer", StringComparison.Ordinal).Replace("anti-tumor", "antitumor", StringComparison.Ordinal);
    }

    private static readonly string[] Classes = ["steroid", "blocker", "antidepressant", "inhibitor", "antagonist", "agonist", "antibiotic", "antihistamine", "diuretic"];

    // "beta-blocker medication", "anti-PD-1 antibody": the class alone is its name.
    private string WithoutRepeating(string words, LexiconEntry entry)
    {
        var cut = words.LastIndexOf(' ');
        if (cut < 0 || !(TreatingTails.Contains(words[(cut + 1)..]) || words.EndsWith(" antibody", StringComparison.Ordinal)) || SpellingIn(words[..cut], entry) is null)
        {
            return words;
        }

        var rest = words[..cut].TrimEnd('s');
        return words.StartsWith("anti-", StringComparison.Ordinal) || NamesClass(rest) ? rest : words;
    }

    private static bool NamesClass(string words)
    {
        foreach (var name in Classes)
        {
            if (words.AsSpan().TrimEnd('s').EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "diabetic", "asthmatic": an adjective of persons is no name.
    private static bool SaysHowSomeoneIs(string words) => words.EndsWith("tic", StringComparison.Ordinal) && words.IndexOf(' ', StringComparison.Ordinal) < 0;

    // "HIV positive", "human immunodeficiency virus": how an infection is found, or what causes it.
    private static bool NamesByTest(string words) => words.EndsWith(" positive", StringComparison.Ordinal) || words.EndsWith(" seropositive", StringComparison.Ordinal) || words is "hiv" or "human immunodeficiency virus" or "human immunodeficiency virus infection" || words.StartsWith("positive ", StringComparison.Ordinal);

    // "squamous NSCLC": the abbreviation in full, the words around it kept; null where it is the whole name, or not one of the tables.
    private string? Spelt(string spelling, LeafType type)
    {
        var words = spelling.Split(' ');
        var place = Array.FindIndex(words, word => word.Length > 2 && word.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0);
        if (words.Length < 2 || place < 0 || lexicon.Find(words[place]) is not [{ LeafType: { } known, Name: var name }, ..] || known != type)
        {
            return null;
        }

        if (Array.FindIndex(words, place + 1, word => word.Length > 2 && word.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0) > 0)
        {
            return null;
        }

        words[place] = name;
        return string.Join(' ', words).ToLowerInvariant();
    }

    // "betablocker" and "beta-blocker"
    private static bool SameLetters(string one, string other)
    {
        if (one.Length - other.Length is < -2 or > 2)
        {
            return false;
        }

        var next = 0;
        foreach (var letter in one)
        {
            if (char.IsLetterOrDigit(letter))
            {
                next = NextLetter(other, next);
                if (next == other.Length || other[next++] != letter)
                {
                    return false;
                }
            }
        }

        return NextLetter(other, next) == other.Length;
    }

    private static int NextLetter(string words, int next)
    {
        while (next < words.Length && !char.IsLetterOrDigit(words[next]))
        {
            next++;
        }

        return next;
    }

    // "active hepatitis B virus" is active hepatitis B.
    private string WithoutGerm(string words, LexiconEntry entry) =>
        words.EndsWith(" virus", StringComparison.Ordinal) && (SpellingIn(words[..^6], entry) is not null || words[..^7].EndsWith("hepatitis ", StringComparison.Ordinal)) ? words[..^6] : words;

    private string? SpellingIn(string words, LexiconEntry entry)
    {
        if (!lexicon.TryMatch(words, 0, out var match) || match.End < words.Length)
        {
            return null;
        }

        foreach (var found in match.Entries)
        {
            if (ReferenceEquals(found, entry) || found.Concept == entry.Concept)
            {
                return match.Spelling;
            }
        }

        return null;
    }

    private string Singular(string words, LexiconEntry entry)
    {
        if (words == entry.Name)
        {
            return words;
        }

        if (!words.Contains(' ', StringComparison.Ordinal) && Singulars.Of(words) == words)
        {
            // "herpes", "graves'": no plural.
            return words;
        }

        foreach (var (plural, single) in (ReadOnlySpan<(string, string)>)[("ies", "y"), ("s", "")])
        {
            if (words.Length > ShortestSingular && !words.EndsWith("ites", StringComparison.Ordinal) && !words.EndsWith("metastases", StringComparison.Ordinal) && !words.EndsWith("abies", StringComparison.Ordinal) && words.EndsWith(plural, StringComparison.Ordinal) && !words.EndsWith("ss", StringComparison.Ordinal) && !words.EndsWith("us", StringComparison.Ordinal) && !words.EndsWith("is", StringComparison.Ordinal) && !words.EndsWith("etes", StringComparison.Ordinal))
            {
                var singular = words[..^plural.Length] + single;
                if (SpellingIn(singular, entry) is not null)
                {
                    return singular;
                }
            }
        }

        return words;
    }

    // An abbreviation says less than the name that it stands for, unless the name has it too ("SGLT2 inhibitor").
    private static bool SaysLess(string spelling, string name)
    {
        if (spelling.Length <= 3 || spelling.Contains('(', StringComparison.Ordinal))
        {
            return true;
        }

        if (!spelling.AsSpan().ContainsAnyInRange('A', 'Z') && Ascii.IsValid(spelling))
        {
            return false;
        }

        foreach (var range in spelling.AsSpan().SplitAny(' ', '-', '/'))
        {
            var word = spelling.AsSpan()[range];
            if (word is "II" or "III" or "IV" or "VII" or "VIII" or "IX")
            {
                // "angiotensin II", "factor VIII": a numeral is no abbreviation.
                continue;
            }

            var capitals = 0;
            foreach (var c in word)
            {
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            if (capitals >= 2 && !name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "hepatitis C virus infection" is hepatitis C.
    private static bool OnlyNamesTheGerm(string words, string name) =>
        words.StartsWith(name, StringComparison.Ordinal) && words[name.Length..] is " virus" or " infection" or " virus infection" or " viruses" or " infections" or " viral infection";
}
