using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What is done at enrolment.</content>
internal sealed partial class IslandParser
{
    // "willing to …", "able to …", "informed consent": the rest of the clause says what is done.
    private void ReadAction(Item item)
    {
        var from = at;
        var to = ScopeEnd(stopAtComma: false);
        var stop = ActionEnd(from, to);
        var listed = MeansAmong(from, to, out var means);
        while (stop < to && items[stop].Start < listed)
        {
            stop++;
        }

        var span = new TextSpan(items[from].Start, items[stop - 1].End);
        var words = Spelled(span);
        var denied = IsDenied(item.Of(text)) && !ActionNames.WithdrawsConsent(words);
        at = stop;
        FlushAsJudged();
        headUsed = true;
        if (!words.Contains("due to", StringComparison.Ordinal) && LanguagesIn(words, span) is { } languages)
        {
            Add(Node.Of(denied ? new Predicate.Not(languages) { Span = span } : languages, link));
            return;
        }

        if (!denied && Specimens.Of(words) is { Count: > 0 } specimens)
        {
            // "able to provide an archival tumor sample": what is to be given names the demand.
            var given = specimens.ConvertAll<Predicate>(one => new Predicate.Leaf(LeafType.Procedure, new Concept(one)) { Span = span });
            Add(new Node { Span = span, Whole = TreeBuilder.Join(given, any: words.Contains(" or ", StringComparison.Ordinal) || words.Contains("and/or", StringComparison.Ordinal)), IsAction = true, Link = link });
            return;
        }

        var (type, name) = Classify(words, denied);
        name = type == LeafType.Consent && name == "informed consent" ? ConsentNamed(span, name) ?? name : name;
        var node = new Node { Span = span, Type = type, Concept = new Concept(name), IsAction = type is LeafType.Consent or LeafType.Contraception or LeafType.Behaviour };
        if (type == LeafType.Contraception && means.Count > 0)
        {
            node.Whole = WithMeans(node.ToPredicate(), means, span);
        }

        if (denied)
        {
            node.Whole = new Predicate.Not(node.ToPredicate()) { Span = span };
        }

        if (type == LeafType.Behaviour && (name.StartsWith("compliance with ", StringComparison.Ordinal) || name.StartsWith("adherence to ", StringComparison.Ordinal)) && DoneTogether(words, name, span) is { } joined)
        {
            node.Whole = denied ? new Predicate.Not(joined) { Span = span } : joined;
        }

        if (denied && type == LeafType.Behaviour && stop < to && stop > from && (items[stop].Kind is ItemKind.Number or ItemKind.Comparator || items[stop].Is(Cue.Compare)))
        {
            // "inability to lift at least 5 kg": the limit is of what cannot be done.
            Doubt(node, span, "It is not clear how much of this is denied.");
        }

        if (type == LeafType.Consent && AsksAssentToo(words))
        {
            // "consent or assent" are two.
            Predicate[] two = [new Predicate.Leaf(type, node.Concept) { Span = span }, new Predicate.Leaf(type, new Concept(AssentIn(words))) { Span = span }];
            var both = TreeBuilder.Join([.. two], any: !words.Contains(" and ", StringComparison.Ordinal) || Whenever.OccursIn(words))!;
            node.Whole = denied ? new Predicate.Not(both) { Span = span } : both;
        }

        if (type == LeafType.Consent && !denied)
        {
            ReadBeforeConsent(node, words, name);
        }

        Add(node);
        if (type == LeafType.Consent && ActionNames.Compliance(words) is { } compliance && (HasWord(words, "comply") || HasWord(words, "complying") || HasWord(words, "compliance")))
        {
            // "consent and comply with the protocol" are two.
            var other = new Node { Span = span, Type = LeafType.Behaviour, Concept = new Concept(compliance), IsAction = true };
            other.Whole = denied ? new Predicate.Not(other.ToPredicate()) { Span = span } : null;
            link = denied ? Link.Or : Link.And;
            Add(other);
        }
    }

    // "comply with scheduled visits and study procedures and be available" is three; null where it is one.
    private static Predicate? DoneTogether(string words, string name, TextSpan span)
    {
        var all = ActionNames.Compliances(words).ToList();
        if (all.Count == 0)
        {
            all.Add(name);
        }

        if (ActionNames.UnderstandsToo(words) is { } understood)
        {
            return new Predicate.All([new Predicate.Leaf(LeafType.Consent, new Concept(understood)) { Span = span }, .. all.Select(one => new Predicate.Leaf(LeafType.Behaviour, new Concept(one)) { Span = span })]) { Span = span };
        }

        if (words.Contains("be available", StringComparison.Ordinal) || words.Contains("availability", StringComparison.Ordinal))
        {
            all.Add("availability");
        }

        return all.Count == 1 ? (all[0] == name ? null : new Predicate.Leaf(LeafType.Behaviour, new Concept(all[0])) { Span = span }) : new Predicate.All(all.Select(one => (Predicate)new Predicate.Leaf(LeafType.Behaviour, new Concept(one)) { Span = span }).ToValueList()) { Span = span };
    }

    // "understands the trial, takes part voluntarily and signs the consent form" is three.
    private static void ReadBeforeConsent(Node node, string words, string name)
    {
        foreach (var before in (ReadOnlySpan<string?>)[name == ActionNames.OfOwnWill ? null : ActionNames.Voluntary(words), ActionNames.Understanding(words)])
        {
            if (before is not null)
            {
                node.Whole = new Predicate.All([new Predicate.Leaf(LeafType.Consent, new Concept(before)) { Span = node.Span }, node.Whole ?? node.ToPredicate()]) { Span = node.Span };
            }
        }

        if (words.Contains("hipaa", StringComparison.Ordinal) || words.Contains("health insurance portability", StringComparison.Ordinal))
        {
            node.Whole = new Predicate.All([node.Whole ?? node.ToPredicate(), new Predicate.Leaf(LeafType.Consent, new Concept("hipaa authorization")) { Span = node.Span }]) { Span = node.Span };
        }
    }

    private bool IsCareAt(int index) => items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Procedure or LeafType.Treatment } || (items[index] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Biomarker, Name: var test } } && test.EndsWith("test", StringComparison.Ordinal));

    // An action takes its words up to the next demand: a limit, a denial, a disease after a comma or "and".
    private int ActionEnd(int from, int to)
    {
        var nesting = 0;
        for (var i = from + 1; i < to; i++)
        {
            var item = items[i];
            nesting += item.Kind != ItemKind.Sign ? 0 : item.Text is "(" or "[" ? 1 : item.Text is ")" or "]" ? -1 : 0;
            if (nesting == 1 && item.Kind == ItemKind.Sign && item.Text is "(" or "[" && HoldsLimit(i))
            {
                return i;
            }

            if (nesting > 0)
            {
                continue;
            }

            if (item.Cue is Cue.Except or Cue.Provided || SaysWhoMayTakePart(i))
            {
                return i;
            }

            if (item.Cue == Cue.Prep && item.Text is null && item.Phrase!.Words is ["due", "to"] or ["because", "of"])
            {
                // "unable to swallow due to nausea, vomiting or …": the causes are no facts of their own.
                return to;
            }

            var demand = (item.Kind == ItemKind.Number && item.Text is null) || item.Kind == ItemKind.Comparator || StartsOwnLimit(i);
            // "agree to give fresh tissue of primary or metastatic lesions": the action goes on.
            var joined = items[i - 1].IsSign(',') || (items[i - 1].Cue is Cue.And && item.Kind != ItemKind.Mention) || (items[i - 1].Cue is Cue.Or or Cue.And && IsDenied(items[from].Of(text)));
            if (i > from + 1 && item.Cue == Cue.Not && item.Of(text).StartsWith("with no", StringComparison.OrdinalIgnoreCase))
            {
                // "able to use contraception with no plans for pregnancy"
                return i;
            }

            var fact = joined && (item.Cue is Cue.Not or Cue.Ever or Cue.Condition || (item.Kind == ItemKind.Mention && item.Match.Entry.LeafType is LeafType.Condition or LeafType.Treatment or LeafType.Procedure) || (item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Matter) is { } matter && (matter.StartsWith("sex", StringComparison.Ordinal) || matter.StartsWith("pregnancy", StringComparison.Ordinal) || matter.StartsWith("lactation", StringComparison.Ordinal))));
            // "unable to undergo gastroscopy or colonoscopy"
            fact &= !(items[i - 1].Cue is Cue.Or or Cue.And && i - 2 > from && IsCareAt(i) && IsCareAt(i - 2));
            fact |= items[i - 1].Cue == Cue.And && item.Cue is Cue.Action && !IsConsentWord(item.Of(text)) && !EndsInUnderstanding(from, i - 1);
            fact |= items[i - 1].Cue == Cue.Or && (item.Text is "with" || BeginsClause(i));
            fact |= joined && i + 1 < to && text.AsSpan(item.Start, items[Math.Min(i + 2, to - 1)].End - item.Start).Contains("language barrier", StringComparison.OrdinalIgnoreCase);
            if (joined && i > from + 2 && IsDenied(items[from].Of(text)) && (item.Cue is Cue.Now || (items[(from + 1)..i].Exists(IsOfSwallowing) && (item.Cue is Cue.Action || item.Of(text).Equals("other", StringComparison.OrdinalIgnoreCase)))))
            {
                // "inability to swallow, or a current condition that …, or other factors that …"
                fact = true;
            }

            fact |= joined && item.Cue is Cue.Filler or Cue.With && SkipFillers(i + (item.Cue == Cue.With ? 1 : 0)) is var named && named < to && items[named] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition };
            if (!demand && !fact)
            {
                continue;
            }

            if (demand && items[i - 1].Kind == ItemKind.Cue && (items[i - 1].Is(Cue.Compare) || (items[i - 1].Is(Cue.Time) && ReadDuration(i) is not null)) && i - 1 > from)
            {
                // "inability to open the mouth beyond 5 mm", "avoid pregnancy within 5 months": the limit begins with its word.
                return i - 1;
            }

            for (var back = i; back > from; back--)
            {
                if (items[back].IsSign(',') || items[back].Cue is Cue.And or Cue.Or)
                {
                    return back;
                }
            }

            return i;
        }

        return to;
    }

    // "able to understand and comply with the requirements": one action, of which both are said.
    private bool EndsInUnderstanding(int from, int to) => text.AsSpan(items[from].Start, items[to].Start - items[from].Start).TrimEnd().EndsWith("understand", StringComparison.OrdinalIgnoreCase);

    // "and assent when applicable": not everybody is asked for it.
    private static readonly PhraseList Whenever = new(" or ", "applicable", "appropriate", "required", "necessary", "possible", "if ", "/");

    private static bool AsksAssentToo(string words) => words.Contains("consent", StringComparison.Ordinal) && words.Contains("assent", StringComparison.Ordinal);

    private bool IsOfSwallowing(Item item) => item.Of(text) is var words && (words.Contains("swallow", StringComparison.OrdinalIgnoreCase) || words.Contains("oral", StringComparison.OrdinalIgnoreCase));

    // "capable of walking with full range of motion (flexion contracture > 10 degrees, …)"
    private bool HoldsLimit(int open)
    {
        var close = MatchingClose(open);
        for (var i = open + 1; i + 1 < close; i++)
        {
            if (Operator(i, out var after) is not null && after < close && items[after].Kind == ItemKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConsentWord(string cue) => cue.Contains("consent", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("volunt", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("willing", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("able", StringComparison.OrdinalIgnoreCase);

    private static bool IsDenied(string cue) =>
        cue.StartsWith("withdr", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("un", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("in", StringComparison.OrdinalIgnoreCase) && !cue.StartsWith("informed", StringComparison.OrdinalIgnoreCase)
        || cue.StartsWith("not ", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("refus", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("fail", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("cannot", StringComparison.OrdinalIgnoreCase);

    // "able to read English or French": one leaf for each language; null where none is named, or where consent is asked in it.
    private Predicate? LanguagesIn(string words, TextSpan span)
    {
        if (words.Contains("consent", StringComparison.Ordinal) || words.Contains("assent", StringComparison.Ordinal) || words.Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        var found = new List<Predicate>();
        foreach (var match in lexicon.MatchesIn(words))
        {
            if (match.Entry.Kind == EntryKind.Language)
            {
                found.Add(new Predicate.Leaf(LeafType.Language, match.Entry.Concept) { Span = span });
            }
        }

        return TreeBuilder.Join(found, any: !words.Contains(" and ", StringComparison.Ordinal) || words.Contains(" or ", StringComparison.Ordinal));
    }

    /// <summary>What is swallowed to look inside, and is no medicine.</summary>
    private static readonly PhraseList Instruments = new("camera", "endoscop", "esophageal capsule", "video capsule", "capsule sponge", "sensor", "telemetr", "barium");

    private static readonly string[] BreathingTests = ["spirometry", "peak flow", "pulmonary function test", "lung function test"];

    private const string Able = "able to ";

    /// <summary>What a body can do.</summary>
    private static readonly HashSet<string> Bodily = new(StringComparer.Ordinal) { "lie", "sit", "stand", "walk", "ambulate", "eat", "chew", "breathe", "kneel", "squat" };

    private static int WordEnd(string words, int from) => words.IndexOf(' ', from) is > 0 and var end ? end : words.Length;

    // "able to perform spirometry in accordance with the guidelines": what a body can do is a state of it; null for anything else.
    private static string? CapableOf(string words, bool denied)
    {
        if (words.Contains("willing", StringComparison.Ordinal))
        {
            return null;
        }

        if (ActionNames.Of(words, denied) is var done && done.StartsWith(Able, StringComparison.Ordinal) && Bodily.Contains(done.AsSpan(Able.Length, WordEnd(done, Able.Length) - Able.Length).ToString()))
        {
            // "unable to lie flat for an hour": how long is no part of the name.
            return done.IndexOf(" for ", StringComparison.Ordinal) is > 0 and var cut ? done[..cut] : done;
        }

        if (!words.Contains("perform ", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var test in BreathingTests)
        {
            if (words.IndexOf(test, StringComparison.Ordinal) is > 0 and var at && ActionNames.Of(words[..(at + test.Length)], denied) is var name && name.StartsWith("able to perform ", StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>"informed assent" only where it is called so.</summary>
    private static string AssentIn(string words) => words.Contains("informed assent", StringComparison.Ordinal) ? "informed assent" : OfChild.OccursIn(words) ? "child assent" : "assent";

    private static readonly PhraseList OfChild = new("child assent", "child's assent", "assent by child", "assent by the child", "assent of child", "assent of the child", "assent from the child", "assent from child", "assent of children", "assent by children", "minor assent", "assent of the minor", "assent of minor", "pediatric assent", "assent from children", "assent by the minor", "children's assent", "assent by minors");

    private static (LeafType Type, string Name) Classify(string words, bool denied)
    {
        if (ActionNames.WithdrawsConsent(words))
        {
            return (LeafType.Consent, "withdrawal of informed consent");
        }

        if (words.Contains("consent", StringComparison.Ordinal) || words.Contains("assent", StringComparison.Ordinal) || words.Contains("sign ", StringComparison.Ordinal) || words.EndsWith("icf", StringComparison.Ordinal) || words.StartsWith("icf ", StringComparison.Ordinal))
        {
            return (LeafType.Consent, !words.Contains("consent", StringComparison.Ordinal) && words.Contains("assent", StringComparison.Ordinal) ? AssentIn(words) : words.Contains("written", StringComparison.Ordinal) ? "written informed consent" : "informed consent");
        }

        if (!denied && ActionNames.Voluntary(words) is { } voluntary)
        {
            return (LeafType.Consent, voluntary);
        }

        if (words.Contains("contracepti", StringComparison.Ordinal) || words.Contains("birth control", StringComparison.Ordinal) || words.Contains("abstinen", StringComparison.Ordinal) || words.Contains("abstain from", StringComparison.Ordinal) && words.Contains("intercourse", StringComparison.Ordinal))
        {
            return (LeafType.Contraception, ActionNames.Contraception(words));
        }

        if (ActionNames.UsesCondoms(words))
        {
            return (LeafType.Contraception, "condom");
        }

        if (ActionNames.SwallowedThing(words) is { } thing)
        {
            return (LeafType.Condition, $"able to swallow {thing}");
        }

        if ((words.Contains("swallow", StringComparison.Ordinal) && !Instruments.OccursIn(words)) || words.Contains("oral medication", StringComparison.Ordinal) || words.Contains("take oral", StringComparison.Ordinal))
        {
            return (LeafType.Condition, "able to take oral medication");
        }

        if (CapableOf(words, denied) is { } test)
        {
            return (LeafType.Condition, test);
        }

        return (LeafType.Behaviour, ActionNames.Compliance(words) ?? ActionNames.Of(words, denied));
    }
}
