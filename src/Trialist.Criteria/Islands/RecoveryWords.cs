namespace Trialist.Criteria.Islands;

/// <summary>Reads how far somebody has recovered from what a treatment did: "toxicities of prior therapy have not resolved to grade ≤ 1 or baseline".</summary>
/// <param name="words">The words of one clause in lower case, each with the index of its item.</param>
internal ref partial struct RecoveryWords(List<(string Word, int Item)> words)
{
    /// <summary>A longer phrase names more than a treatment.</summary>
    private const int LongestCause = 16;

    private static readonly HashSet<string> Openings = new(StringComparer.OrdinalIgnoreCase)
    {
        "toxicity", "toxicities", "toxic", "adverse", "side", "ae", "aes", "unresolved", "residual", "persistent", "persisting", "ongoing", "acute", "recovered", "resolved", "recovery", "resolution", "not", "have", "has", "failed", "failure", "unrecovered", "the", "any", "all", "these",
    };

    private static readonly HashSet<string> States = new(StringComparer.Ordinal) { "all", "any", "the", "unresolved", "residual", "persistent", "persisting", "ongoing", "acute", "toxic", "adverse", "side", "late", "reversible", "non-hematologic", "non-haematologic", "nonhematologic", "treatment-related", "therapy-related", "treatment", "therapy", "related", "prior", "previous", "-", "drug" };

    private static readonly HashSet<string> Lasting = new(StringComparer.Ordinal) { "unresolved", "residual", "persistent", "persisting", "ongoing", "unrecovered" };

    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal) { "toxicity", "toxicities", "effect", "effects", "event", "events", "reaction", "reactions", "ae", "aes" };

    private static readonly HashSet<string> Causing = new(StringComparer.Ordinal) { "of", "from", "due", "related", "caused", "associated", "attributed", "attributable", "after", "following", "by", "to", "induced", "resulting", "secondary", "with" };

    private static readonly HashSet<string> Cares = new(StringComparer.Ordinal) { "therapy", "therapies", "treatment", "treatments", "chemotherapy", "chemotherapies", "radiotherapy", "radiation", "surgery", "immunotherapy", "drug", "drugs", "agent", "agents", "medication", "medications" };

    private static readonly HashSet<string> Ending = new(StringComparer.Ordinal) { "recovered", "resolved", "returned", "improved", "subsided", "that", "which", "who", "must", "should", "have", "has", "had", "not", "is", "are", "be", "been", "defined", "unless", "except", "excluding", "other", "apart", "yet" };

    private static readonly HashSet<string> Recovered = new(StringComparer.Ordinal) { "recovered", "resolved", "returned", "improved", "subsided", "recovery", "resolution" };

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "that", "which", "must", "should", "have", "has", "had", "not", "is", "are", "be", "been", "yet", "all", "previously", "failed", "to", "recover", "having", "as", "defined", ",", "did" };

    private static readonly HashSet<string> Scales = new(StringComparer.Ordinal) { "nci", "ctcae", "nci-ctcae", "ncictcae", "common", "terminology", "toxicity", "criteria", "for", "adverse", "events", "event", "version", "v", "per", "according", "to", "by", "of", "as", "the", "national", "cancer", "institute", "using", "based", "on", "-", "rating", "level", "a", "severity" };

    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal) { "level", "levels", "value", "values", "status", "severity", "grade", "state" };

    private int at;

    /// <summary>What was found: the harm and its cause as items from and past their last, how far it must have gone, and the first item behind.</summary>
    internal readonly record struct Found((int From, int To) Harm, (int From, int To) Cause, bool Denied, decimal? Grade, bool Inclusive, bool Baseline, (int From, int To) Except, int After);

    /// <summary>True for a word that such a phrase can open with.</summary>
    public static bool Opens(ReadOnlySpan<char> words)
    {
        var cut = words.IndexOfAny(' ', '-');
        return Openings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cut < 0 ? words : words[..cut]);
    }

    /// <summary>Reads the phrase; null where the words say something else as well.</summary>
    public Found? Read()
    {
        var denied = false;
        while (Is("have") || Is("has") || Is("not") || Is("yet") || Is("failed") || Is("failure") || Is("to") || Is("all"))
        {
            denied |= Is("not") || Is("failed") || Is("failure");
            at++;
        }

        if (Peek() is "recover" || Recovered.Contains(Peek()))
        {
            return ReadRecoveryFirst(denied);
        }

        if (denied || ReadHarm(out var lasting) is not { } harm)
        {
            return null;
        }

        (int, int) except = (0, 0);
        var cause = ReadCause();
        if (cause is null)
        {
            return null;
        }

        TakeException(ref except);
        if (Is(",") && at + 1 < words.Count && words[at + 1].Word is "defined")
        {
            at++;
        }

        if (Is("defined"))
        {
            denied = true;
            at++;
            while (Is("as") || Is("having") || Is("toxicities") || Is("toxicity") || Is("those"))
            {
                at++;
            }

            TakeException(ref except);
        }

        var said = false;
        while (at < words.Count && Verbs.Contains(Peek()) && !(Is(",") && at + 1 < words.Count && !Verbs.Contains(words[at + 1].Word)))
        {
            said |= Is("not") || Is("failed");
            at++;
        }

        if (denied && !said)
        {
            return null;
        }

        return Recovered.Contains(Peek()) && !(lasting && !said) && Step() && ReadTo(out var grade, out var inclusive, out var baseline) ? Close(harm, cause.Value, said, grade, inclusive, baseline, except) : null;
    }

    // "not recovered to grade 1 from the toxicity of prior therapy", "resolution of all toxicities of prior therapy to grade 1 or less"
    private Found? ReadRecoveryFirst(bool denied)
    {
        at++;
        while (Is("fully") || Is("adequately") || Is("completely") || Is("sufficiently"))
        {
            at++;
        }

        decimal? grade = null;
        var (inclusive, baseline, first) = (false, false, false);
        if (Is("to") && !(first = ReadTo(out grade, out inclusive, out baseline)))
        {
            return null;
        }

        if (!(Is("from") || Is("of")))
        {
            return null;
        }

        at++;
        if (ReadHarm(out _) is not { } harm || ReadCause() is not { } cause)
        {
            return null;
        }

        (int, int) except = (0, 0);
        TakeException(ref except);
        return first || ReadTo(out grade, out inclusive, out baseline) ? Close(harm, cause, denied, grade, inclusive, baseline, except) : null;
    }

    private Found? Close((int From, int To) harm, (int From, int To) cause, bool denied, decimal? grade, bool inclusive, bool baseline, (int From, int To) except)
    {
        ReadScale();
        if (cause.From == cause.To && !Names(harm))
        {
            return null;
        }

        var after = at < words.Count ? words[at].Item : words.Count == 0 ? 0 : words[^1].Item + 1;
        return at > 0 && at < words.Count && words[at - 1].Item == after ? null : new Found(harm, cause, denied, grade, inclusive, baseline, except, after);
    }

    // "treatment-related toxicities", "toxicities of any prior treatment": from what they are must be said.
    private readonly bool Names((int From, int To) harm) => words.Exists(word => word.Item >= harm.From && word.Item < harm.To && word.Word is "prior" or "previous" or "treatment-related" or "therapy-related" or "treatment" or "therapy");

    private (int, int)? ReadHarm(out bool lasting)
    {
        lasting = false;
        var from = at;
        while (at < words.Count && States.Contains(Peek()) && !(Is("to") || Is("of")))
        {
            lasting |= Lasting.Contains(Peek());
            at++;
        }

        if (at >= words.Count || !Harms.Contains(Peek()) || (Peek() is "event" or "events" or "effect" or "effects" or "reaction" or "reactions" && (at == from || words[at - 1].Word is not ("toxic" or "adverse" or "side" or "acute" or "late"))))
        {
            return null;
        }

        at++;
        var to = words[at - 1].Item + 1;
        if (Is("(") && at + 2 < words.Count && words[at + 2].Word == ")" && (Harms.Contains(words[at + 1].Word) || words[at + 1].Word is "s"))
        {
            at += 3;
        }

        while (from < at - 1 && words[from].Word is "all" or "any" or "the")
        {
            from++;
        }

        return (words[from].Item, to);
    }

    // Null where the words behind the harm name no treatment.
    private (int From, int To)? ReadCause()
    {
        if (at >= words.Count || !Causing.Contains(Peek()) || (Is("to") && at > 0 && !words[at - 1].Word.EndsWith('d') && LevelFollows(at + 1)))
        {
            return (0, 0);
        }

        var from = at;
        var nesting = 0;
        var care = false;
        while (at < words.Count && at - from <= LongestCause && !Ending.Contains(Peek()) && !(Is("to") && LevelFollows(at + 1)))
        {
            if (Is("("))
            {
                if (at + 1 < words.Count && Excepts(words[at + 1].Word))
                {
                    break;
                }

                nesting++;
            }
            else if (Is(")"))
            {
                nesting--;
            }
            else if (nesting == 0 && Peek() is "," or ";" or "." or ":" or ">" or "≥" or ">=" or "<" or "≤" or "<=" or "greater" or "more" or "grade")
            {
                break;
            }

            care |= Cares.Contains(Peek());
            at++;
        }

        return care && nesting == 0 ? (words[from].Item, words[at - 1].Item + 1) : null;
    }

    private readonly bool LevelFollows(int index) =>
        index < words.Count && (words[index].Word is "grade" or "grades" or "baseline" or "≤" or "<=" or "<" or "less" or "nci" or "ctcae" or "nci-ctcae" or "common" or "pre-treatment" or "pretreatment" or "a" or "at" || char.IsDigit(words[index].Word[0]));

    private static bool Excepts(string word) => word is "except" or "excluding" or "other" or "with" or "excepting";

    // "(other than alopecia)"
    private void TakeException(ref (int From, int To) except)
    {
        if (!Is("(") || at + 1 >= words.Count || !Excepts(words[at + 1].Word))
        {
            return;
        }

        var close = words.FindIndex(at, word => word.Word == ")");
        if (close > at + 2 && except.To == 0)
        {
            except = (words[at + 1].Item, words[close].Item);
            at = close + 1;
        }
    }

    private readonly string Peek() => at < words.Count ? words[at].Word : "";

    private readonly bool Is(string word) => at < words.Count && words[at].Word == word;

    private bool Step()
    {
        at++;
        return true;
    }
}
