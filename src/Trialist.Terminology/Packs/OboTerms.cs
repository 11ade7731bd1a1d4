namespace Trialist.Terminology.Packs;

/// <summary>Ontologies in OBO format: Disease Ontology with its subsets, NCI Thesaurus.</summary>
internal static class OboTerms
{
    private const string Obsolete = "obsolete";

    /// <summary>Reads the terms. Exact synonyms are names; other synonyms serve searching only.</summary>
    /// <param name="kind">The vocabulary, which says what codes are.</param>
    /// <param name="lines">The file.</param>
    public static PackReading Read(VocabularyKind kind, IEnumerable<string> lines)
    {
        var collector = new PackCollector();
        var inTerm = false;
        string? id = null, name = null;
        var isObsolete = false;
        List<string> synonyms = [], related = [], broader = [], nci = [];
        void Close()
        {
            if (inTerm && id is not null && name is not null && !isObsolete)
            {
                collector.Add(new PackTerm(id, Plain(name), EntryKind.Condition)
                {
                    Code = CodeOf(kind, id, nci),
                    Synonyms = synonyms.Select(Plain).ToValueList(),
                    Related = related.Select(Plain).ToValueList(),
                    Broader = broader.ToValueList(),
                    Mentioned = true,
                });
            }
            else if (isObsolete)
            {
                collector.LeaveOut(Obsolete);
            }

            (id, name, isObsolete, synonyms, related, broader, nci) = (null, null, false, [], [], [], []);
        }

        foreach (var line in lines)
        {
            if (line.StartsWith('['))
            {
                Close();
                inTerm = line.StartsWith("[Term]", StringComparison.Ordinal);
            }
            else if (inTerm && line.Split(": ", 2) is [var key, var value])
            {
                switch (key)
                {
                    case "id": id = value.Trim(); break;
                    case "name": name = value; break;
                    case "is_obsolete": isObsolete |= value.StartsWith("true", StringComparison.Ordinal); break;
                    case "is_a": broader.Add(value.Split(" !")[0].Split(" {")[0].Trim()); break;
                    case "synonym" when Quoted(value) is { } synonym:
                        (value.Contains("\" EXACT", StringComparison.Ordinal) ? synonyms : related).Add(synonym);
                        break;
                    case "xref" when value.StartsWith("NCI:", StringComparison.Ordinal): nci.Add(value[4..].Split(' ')[0]); break;
                    default: break;
                }
            }
        }

        Close();
        return collector.Done("OBO");
    }

    private static string? Quoted(string value)
    {
        var (first, last) = (value.IndexOf('"', StringComparison.Ordinal), value.LastIndexOf('"'));
        return first >= 0 && last > first ? value[(first + 1)..last].Replace("\\\"", "\"", StringComparison.Ordinal) : null;
    }

    // "Ulcer (disorder)" and "Ulcer [Ambiguous]" carry remarks of other systems.
    private static string Plain(string name)
    {
        foreach (var remark in (ReadOnlySpan<string>)[" (disorder)", " (finding)", " (morphologic abnormality)", " [Ambiguous]", " NOS", ", NOS"])
        {
            if (name.EndsWith(remark, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^remark.Length];
            }
        }

        return name;
    }

    private static Code? CodeOf(VocabularyKind kind, string id, List<string> nci) => (kind, id.Split(':', 2)) switch
    {
        (_, ["DOID", var number]) when kind == VocabularyKind.Doid => new Code(CodeSystem.Doid, number),
        (_, ["NCIT", var number]) => new Code(CodeSystem.Ncit, number),
        // The Disease Ontology's subset for NCI Thesaurus names the concept beside; two of them would not be the same one.
        (VocabularyKind.Ncit, _) when nci is [var only] => new Code(CodeSystem.Ncit, only),
        _ => null,
    };
}
