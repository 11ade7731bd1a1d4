using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How matters are named that a text asks of everybody: consent, pregnancy, contraception, studies.</content>
internal sealed partial class IslandParser
{
    // "nursing", "negative urine pregnancy test", "highly effective contraception": as written.
    private string? MatterNamed(LeafType type, string name, TextSpan span)
    {
        var words = Spelled(span);
        return type switch
        {
            LeafType.Lactation => words.Contains("breast", StringComparison.Ordinal) || words.Contains("nurs", StringComparison.Ordinal) ? "breastfeeding" : null,
            LeafType.Pregnancy when name.EndsWith(" pregnancy test", StringComparison.Ordinal) && Hormone.OccursIn(words) => HormoneTest(words, name),
            LeafType.Pregnancy => words != name && words.EndsWith(" pregnancy test", StringComparison.Ordinal) && !words.Contains(" or ", StringComparison.Ordinal) ? words.Replace("urinary", "urine", StringComparison.Ordinal) : null,
            LeafType.HealthyVolunteer => Healthy(words),
            LeafType.Consent => ConsentNamed(span, name),
            LeafType.Condition when name == "non-childbearing potential" => Sterile(words),
            LeafType.Participation => StudyNamed(words),
            LeafType.Contraception when words.Contains("abstin", StringComparison.Ordinal) && !words.Contains(Contraceptive, StringComparison.Ordinal) => "abstinence",
            LeafType.Contraception when words.EndsWith("barrier method", StringComparison.Ordinal) || words.EndsWith("barrier methods", StringComparison.Ordinal) => Singulars.Of(words),
            LeafType.Contraception when words is "iud" or "iuds" or "intrauterine devices" or "intra-uterine device" => "intrauterine device",
            LeafType.Contraception when Devices.OccursIn(words) => words,
            LeafType.Contraception => ActionNames.Contraception(Spelled(new TextSpan(Math.Max(items[0].Start, span.Start - LongestManner), span.End))) is var named && named != name ? named : null,
            _ => null,
        };
    }

    // Means that are named, and no word for contraception as such.
    private static readonly PhraseList Devices = new("condom", "diaphragm", "cervical cap", "intrauterine", "iud", "sponge", "pill", "implant", "injection", "patch", "ring", "abstinence", "ligation", "vasectom");

    private const int LongestManner = 40;

    // "surgically sterile": what made it so.
    private static string? Sterile(string words) =>
        words.Contains("surgically steril", StringComparison.OrdinalIgnoreCase) ? "surgically sterile" : words.Contains("permanently steril", StringComparison.OrdinalIgnoreCase) ? "permanently sterile" : null;

    private const int BeforeConsent = 30;

    // "signed and dated written ICF", "sign the consent form in writing"
    private string? ConsentNamed(TextSpan span, string name)
    {
        var from = Math.Max(items[0].Start, span.Start - BeforeConsent);
        return text.AsSpan(from, span.End - from).Contains("written", StringComparison.OrdinalIgnoreCase) || text.AsSpan(span.End, textEnd - span.End).StartsWith(" in writing", StringComparison.OrdinalIgnoreCase) ? "written informed consent"
            : GivenFor(span) ?? (name == "consent" ? "informed consent" : null);
    }

    private const int AroundConsent = 60;

    private static readonly PhraseList Givers = new("parent", "guardian");

    private static readonly PhraseList Asked = new("patient", "subject", "participant", "adult", "volunteer", "representative", " or his", " or her", " or their", "himself", "herself", "themselves", "yourself", "person", "self");

    private static readonly PhraseList OrGuardian = new("or guardian", "or legal guardian", "or the guardian", "or the legal guardian", "or a guardian", "or a legal guardian", "/guardian", "/legal guardian", "/ guardian", "/ legal guardian", "(guardian", "(legal guardian", "and guardian", "and legal guardian", "and the guardian");

    // "consent by a parent or guardian": whose it is, where nobody gives it for himself.
    private string? GivenFor(TextSpan span)
    {
        var from = Math.Max(items[0].Start, span.Start - AroundConsent);
        var clause = text.AsSpan(from, Math.Min(textEnd, span.End + AroundConsent) - from);
        var cut = clause[(span.End - from)..].IndexOfAny(['.', ';', '\n']);
        clause = cut < 0 ? clause : clause[..(span.End - from + cut)];
        var begin = clause[..(span.Start - from)].LastIndexOfAny(['.', ';', '\n']);
        clause = clause[(begin + 1)..];
        if (!Givers.OccursIn(clause) || Asked.OccursIn(clause))
        {
            return null;
        }

        var guardian = clause.Contains("guardian", StringComparison.OrdinalIgnoreCase);
        return !clause.Contains("parent", StringComparison.OrdinalIgnoreCase) ? (OrGuardian.OccursIn(clause) ? null : "guardian informed consent") : guardian ? "parent or legal guardian informed consent" : "parental informed consent";
    }
}
