namespace Trialist.Criteria.Islands;

/// <content>How far it must be over: "to grade ≤ 1 (CTCAE v5.0) or baseline".</content>
internal ref partial struct RecoveryWords
{
    private bool ReadTo(out decimal? grade, out bool inclusive, out bool baseline)
    {
        (grade, inclusive, baseline) = (null, true, false);
        if (!Is("to"))
        {
            return false;
        }

        at++;
        while (true)
        {
            if (!ReadLevel(ref grade, ref inclusive, ref baseline))
            {
                return false;
            }

            var before = at;
            if ((Is("or") || Is("/") || Is(",")) && Step() && (Is("or") || Is("at") || Is("to") || Is("the") || Is("returned") ? StepAll() : true) && LevelFollows(at))
            {
                continue;
            }

            at = before;
            return grade is not null || baseline;
        }
    }

    private bool StepAll()
    {
        while (Is("or") || Is("at") || Is("to") || Is("the") || Is("returned"))
        {
            at++;
        }

        return true;
    }

    private bool ReadLevel(ref decimal? grade, ref bool inclusive, ref bool baseline)
    {
        while (at < words.Count && (Scales.Contains(Peek()) || IsVersion() || (Is(",") && at + 1 < words.Count && words[at + 1].Word is "grade" or "grades")))
        {
            at++;
        }

        if (Is("pre-treatment") || Is("pretreatment") || Is("baseline"))
        {
            baseline = true;
            at++;
            while (Is("baseline") || Levels.Contains(Peek()))
            {
                at++;
            }

            return true;
        }

        var least = TakeSign();
        var named = Is("grade") || Is("grades");
        at += named ? 1 : 0;
        least ??= TakeSign();
        if (at >= words.Count || !decimal.TryParse(Peek(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var highest) || !(named || least is not null || grade is not null || words[at - 1].Word is "rating" or "ctcae") || highest > MostSevere)
        {
            return false;
        }

        at++;
        while (at + 1 < words.Count && Peek() is "-" or "–" or "to" or "or" or "/" or "," && decimal.TryParse(words[at + 1].Word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var next) && next <= MostSevere)
        {
            highest = Math.Max(highest, next);
            at += 2;
        }

        if (Is("or") && at + 1 < words.Count && words[at + 1].Word is "less" or "lower" or "better" or "below")
        {
            at += 2;
        }
        else if (Is("or") && at + 1 < words.Count && words[at + 1].Word is "higher" or "greater" or "above" or "more")
        {
            return false;
        }

        grade = Math.Max(grade ?? 0, highest);
        inclusive &= least is not false;
        return true;
    }

    /// <summary>Grades end with death.</summary>
    private const decimal MostSevere = 5;

    // True for "at most", false for "less than", null for no sign.
    private bool? TakeSign()
    {
        if (Is("≤") || Is("<="))
        {
            at++;
            return true;
        }

        if (Is("=") && at + 1 < words.Count && words[at + 1].Word == "<")
        {
            at += 2;
            return true;
        }

        if (Is("<"))
        {
            at++;
            return false;
        }

        if (Is("less") && at + 1 < words.Count && words[at + 1].Word == "than")
        {
            at += 2;
            if (Is("or") && at + 2 < words.Count && words[at + 1].Word is "equal" && words[at + 2].Word is "to")
            {
                at += 3;
                return true;
            }

            return false;
        }

        return null;
    }

    private readonly bool IsVersion() => at > 0 && words[at - 1].Word is "version" or "v" or "ctcae" or "." && char.IsDigit(Peek()[0]) && (Peek().Contains('.', StringComparison.Ordinal) || at + 1 >= words.Count || words[at + 1].Word is not ("or" or "/")) || (Peek().Length > 1 && Peek()[0] == 'v' && char.IsDigit(Peek()[1])) || (Is(".") && at + 1 < words.Count && char.IsDigit(words[at + 1].Word[0]));

    // "(per NCI-CTCAE v5.0)", "according to CTCAE 5.0"
    private void ReadScale()
    {
        var start = at;
        var open = Is("(");
        at += open ? 1 : 0;
        var named = false;
        while (at < words.Count && (Scales.Contains(Peek()) || IsVersion()))
        {
            named |= Peek().Contains("ctcae", StringComparison.Ordinal) || Is("criteria") || Is("nci");
            at++;
        }

        if (!named || (open && !Is(")")))
        {
            at = start;
            return;
        }

        at += open ? 1 : 0;
    }
}
