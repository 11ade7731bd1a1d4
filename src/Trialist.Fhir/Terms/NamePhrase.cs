using Trialist.Terminology;

namespace Trialist.Fhir.Terms;

/// <summary>
/// Takes the name of a record apart where the lexicon does not know it as a whole: "Relapsed acute myeloid leukemia", "History of head injury",
/// "Bone marrow blasts by flow cytometry". Every word has to be accounted for; else the name stays as it is.
/// </summary>
internal sealed class NamePhrase
{
    private static readonly List<(string Words, string Meaning)> NameWords = [.. Rows().OrderByDescending(row => row.Words.Length)];

    private readonly string name;
    private readonly List<Qualifier> qualifiers = [];
    private LexiconEntry? thing;
    private bool denied;
    private bool past;
    private bool isWhere;
    private bool isScored;

    private NamePhrase(string name) => this.name = name;

    /// <summary>The parts of a name; null where a word is not understood or two things are named.</summary>
    public static Term? Read(string name, Lexicon lexicon) => new NamePhrase(name).Read(lexicon);

    private Term? Read(Lexicon lexicon)
    {
        for (var at = 0; at < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[at]))
            {
                at++;
                continue;
            }

            if (StageAt(at) is var (kind, value, stageEnd))
            {
                if (kind is { } narrowed)
                {
                    qualifiers.Add(new Qualifier(narrowed, value));
                }

                at = stageEnd;
            }
            else if (lexicon.TryMatch(name, at, out var match) && !(WordsAt(at) is var (known, _) && at + known.Length > match.End))
            {
                if (!Take(match))
                {
                    // "CD123 expression on blasts": in what a marker was looked for.
                    return thing is { Kind: EntryKind.Biomarker } && isWhere ? Result() : null;
                }

                isWhere = false;

                at = match.End;
            }
            else if (WordsAt(at) is var (words, meaning))
            {
                // "Migraine without aura" denies no migraine.
                if (meaning == "denied" && (thing is not null || qualifiers.Count > 0))
                {
                    return null;
                }

                isWhere = words is "on" or "in" or "by";
                denied |= meaning == "denied";
                past |= meaning == "past";
                at += words.Length;
            }
            else
            {
                return null;
            }
        }

        return Result();
    }

    private bool Take(LexiconMatch match)
    {
        foreach (var entry in match.Entries)
        {
            if (entry.Qualifier is { } qualifier)
            {
                // A relative's disease is not the person's, and what is possible or a risk need not be there.
                if (qualifier.Kind == QualifierKind.Subject || qualifier.Value is "suspected" or "possible" or "probable" || qualifier.Value.EndsWith("risk", StringComparison.Ordinal))
                {
                    return false;
                }

                qualifiers.Add(qualifier);
                return true;
            }

            if (entry.LeafType is not null)
            {
                // "COPD, GOLD stage 3": how far it goes is no second thing.
                if (thing is { LeafType: LeafType.Condition } && entry.Kind == EntryKind.Score)
                {
                    isScored = true;
                    return true;
                }

                if (thing is not null)
                {
                    return false;
                }

                thing = entry;
                return true;
            }
        }

        return false;
    }

    private Term? Result() => thing is null ? null : new Term(thing.Concept, thing.LeafType)
    {
        Qualifiers = qualifiers.Distinct().ToValueList(),
        Denied = denied,
        IsPast = past,
    };

    // "stage IIIA", "grade 2", "class III"
    private (QualifierKind? Kind, string Value, int End)? StageAt(int at)
    {
        foreach (var (word, kind) in Stages.Concat(isScored ? [("", (QualifierKind?)null)] : []))
        {
            if (!name.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var first = at + word.Length;
            var end = first;
            while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
            {
                end++;
            }

            var value = name[first..end].ToLowerInvariant();
            if (value.Length is > 0 and < 6 && value.TrimEnd('a', 'b', 'c').Trim('i', 'v', '0', '1', '2', '3', '4', '5').Length == 0)
            {
                return (kind, value, end);
            }
        }

        return null;
    }

    private static readonly (string Word, QualifierKind? Kind)[] Stages = [("stage ", QualifierKind.Stage), ("grade ", QualifierKind.Grade), ("class ", null)];

    private (string Words, string Meaning)? WordsAt(int at)
    {
        foreach (var row in NameWords)
        {
            if (name.AsSpan(at).StartsWith(row.Words, StringComparison.OrdinalIgnoreCase) && (at + row.Words.Length == name.Length || !char.IsLetterOrDigit(name[at + row.Words.Length])))
            {
                return row;
            }
        }

        return null;
    }

    private static IEnumerable<(string Words, string Meaning)> Rows()
    {
        using var stream = typeof(NamePhrase).Assembly.GetManifestResourceStream("Trialist.Fhir.Terms.name-words.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                yield return (cells[0], cells[1]);
            }
        }
    }
}
