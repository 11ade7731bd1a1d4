using System.Globalization;
using System.Text.RegularExpressions;
using Trialist.Search.Analysis;

namespace Trialist.Search.Patients;

/// <summary>What a free-text note says of a patient, as far as ranking studies needs it: words that are meant of the patient, age and sex.</summary>
/// <remarks>Words that are denied ("no fever", "denies smoking") or said of relatives are left out. Reading a note into facts is the work of the notes room; this is only for ranking.</remarks>
internal sealed partial class PatientText
{
    /// <summary>Longer notes are cut: what matters of a patient stands at the beginning.</summary>
    public const int LongestNote = 50_000;

    private PatientText(List<List<string>> clauses, double? ageYears, Sex? sex)
    {
        Clauses = clauses;
        AgeYears = ageYears;
        Sex = sex;
    }

    /// <summary>Runs of words as written, each without a break in its sense.</summary>
    public IReadOnlyList<List<string>> Clauses { get; }

    /// <summary>Age; null when none is said.</summary>
    public double? AgeYears { get; }

    /// <summary>Sex; null when the words do not tell.</summary>
    public Sex? Sex { get; }

    /// <summary>Reads a note.</summary>
    public static PatientText Read(string note)
    {
        var text = note.Length > LongestNote ? note[..LongestNote] : note;
        var clauses = new List<List<string>>();
        foreach (var sentence in SentenceEnd().Split(Placeholder().Replace(text, " ")))
        {
            foreach (var clause in Meant(sentence))
            {
                var words = WordsOf(clause);
                if (words.Count > 0)
                {
                    clauses.Add(words);
                }
            }
        }

        return new PatientText(clauses, AgeOf(text), SexOf(text));
    }

    // What stands before a denial or a relative is meant; what follows is not, to the end of the sentence or to a "but".
    private static IEnumerable<string> Meant(string sentence)
    {
        foreach (var part in Turn().Split(sentence))
        {
            var cue = NotMeant().Match(part);
            if (!cue.Success)
            {
                yield return part;
            }
            else if (cue.Index > 0)
            {
                yield return part[..cue.Index];
            }
        }
    }

    private static List<string> WordsOf(string clause)
    {
        var words = new List<string>();
        var end = 0;
        foreach (var word in WordSplitter.Split(clause))
        {
            if (word.Joined)
            {
                continue;
            }

            // A comma or bracket breaks a name: it stays as an empty word.
            if (words.Count > 0 && clause.AsSpan(end..word.Start).ContainsAny(",;()/"))
            {
                words.Add("");
            }

            words.Add(clause[word.Start..word.End]);
            end = word.End;
        }

        return words;
    }

    private static double? AgeOf(string text)
    {
        var match = Age().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var number = double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        var years = unit switch
        {
            ['m', 'o', ..] => number / 12,
            ['w', ..] => number / 52.18,
            ['d', ..] => number / 365.25,
            _ => number,
        };
        return years is >= 0 and <= 120 ? years : null;
    }

    private static Sex? SexOf(string text)
    {
        var (female, male) = (Female().Count(text), Male().Count(text));
        return female > male ? Model.Studies.Sex.Female : male > female ? Model.Studies.Sex.Male : null;
    }

    [GeneratedRegex(@"[.!?;:]\s+|\n", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    // Dates and names that were taken out of a note: [**2148-10-1**].
    [GeneratedRegex(@"\[\*\*[^\]]*\*\*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(but|however|although|except|who|which)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Turn();

    [GeneratedRegex(@"\b(denies|denied|denying|no|not|without|negative for|ruled out|rule out|rules out|absence of|free of|never|nor|unlikely|family history|mother|father|brothers?|sisters?|uncle|aunt|grandmother|grandfather|parents?|cousin|siblings?|husband|wife)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NotMeant();

    [GeneratedRegex(@"\b(?<n>\d{1,3})\s*-?\s*((?<unit>years?|yrs?|months?|weeks?|days?)\s*-?\s*(old|of\s+age)|(?<unit>y\.?o\.?|y/o|yo|y)\b|(?-i:[MF])\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b([Ww]oman|[Ff]emale|[Ss]he|[Hh]er|[Gg]irl|[Ll]ady|[Hh]ers|\d+\s*-?(yo|y/o|y)?\s*F)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Female();

    [GeneratedRegex(@"\b([Mm]an|[Mm]ale|[Hh]e|[Hh]is|[Hh]im|[Bb]oy|[Gg]entleman|\d+\s*-?(yo|y/o|y)?\s*M)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Male();
}
