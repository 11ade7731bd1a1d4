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
    private int thingEnd;
    private readonly List<(Concept Marker, bool IsThere)> markers = [];

    private const int MostMatches = 16;

    private NamePhrase(string name) => this.name = name;

    /// <summary>The parts of a name; null where a word is not understood or two things are named.</summary>
    public static Term? Read(string name, Lexicon lexicon) => new NamePhrase(name).Read(lexicon);

    private Term? Read(Lexicon lexicon)
    {
        for (var at = 0; at < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[at]))
            {
                at = SymbolEnd(lexicon, at);
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
            else if (WordsAt(at) is not var (known, _) ? TryTake(lexicon, at, at, out var taken) : TryTake(lexicon, at, at + known.Length, out taken))
            {
                if (taken < 0)
                {
                    // "CD123 expression on blasts": in what a marker was looked for.
                    return thing is { Kind: EntryKind.Biomarker } && isWhere ? Result() : null;
                }

                isWhere = false;
                at = taken;
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

    // "CD123 (IL3RA)": the symbol of a gene behind its name says nothing new.
    private int SymbolEnd(Lexicon lexicon, int at)
    {
        var close = name[at] == '(' ? name.IndexOf(')', at) : -1;
        return close > at && thing is not null && !name.AsSpan(at + 1, close - at - 1).ContainsAnyInRange('a', 'z') && lexicon.Find(name.AsSpan(at + 1, close - at - 1)).IsEmpty ? close + 1 : at + 1;
    }

    // The longest term from here that is of use, where it is longer than a word of names; negative where it cannot stand here.
    private bool TryTake(Lexicon lexicon, int at, int beyond, out int end)
    {
        Span<LexiconMatch> found = new LexiconMatch[MostMatches];
        for (var index = lexicon.MatchAll(name, at, found) - 1; index >= 0; index--)
        {
            if (found[index].End > beyond && found[index].Entries.Any(entry => entry.Qualifier is not null || entry.LeafType is not null))
            {
                end = Take(found[index]) ? found[index].End : -1;
                return true;
            }
        }

        end = at;
        return false;
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

                // "AML, CD123+", "HER2-negative breast cancer": a marker of the disease.
                if (entry.Kind == EntryKind.Biomarker && thing is { LeafType: LeafType.Condition })
                {
                    AddMarker(entry, match.End);
                    return true;
                }

                if (thing is { Kind: EntryKind.Biomarker } marker && entry.LeafType == LeafType.Condition && !isWhere)
                {
                    AddMarker(marker, thingEnd);
                    qualifiers.RemoveAll(one => one.Kind == QualifierKind.Result);
                    (thing, thingEnd) = (entry, match.End);
                    return true;
                }

                // "AML - acute myeloid leukemia"
                if (thing is not null)
                {
                    return thing.Name == entry.Name;
                }

                (thing, thingEnd) = (entry, match.End);
                return true;
            }
        }

        return false;
    }

    // The sign or word behind a marker; without one it says nothing.
    private void AddMarker(LexiconEntry marker, int end)
    {
        var rest = name.AsSpan(end).TrimStart();
        var isPositive = marker.Name.EndsWith(" positive", StringComparison.Ordinal) || (rest.Length > 0 && rest[0] == '+') || rest.StartsWith("positive", StringComparison.OrdinalIgnoreCase);
        var isNegative = rest.StartsWith("negative", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("-negative", StringComparison.OrdinalIgnoreCase) || (rest.Length > 0 && rest[0] is '-' or '−' && (rest.Length == 1 || !char.IsLetterOrDigit(rest[1])));
        if (isNegative || isPositive || marker.Name.EndsWith(" negative", StringComparison.Ordinal))
        {
            markers.Add((marker.Concept, !isNegative));
        }
    }

    private Term? Result() => thing is null ? null : new Term(thing.Concept, thing.LeafType)
    {
        Qualifiers = qualifiers.Distinct().ToValueList(),
        Markers = markers.ToValueList(),
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
