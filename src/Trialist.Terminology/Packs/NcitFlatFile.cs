namespace Trialist.Terminology.Packs;

/// <summary>NCI Thesaurus as its flat file gives it: code, address, parents, synonyms (the first is preferred), definition, display name, status, semantic type.</summary>
internal static class NcitFlatFile
{
    private const int LeastColumns = 8;

    /// <summary>True when a line has the shape of the file.</summary>
    public static bool Fits(string line) => line.Split('\t') is { Length: >= LeastColumns - 1 } cells && cells[0] is ['C', >= '0' and <= '9', ..] && cells[0].Skip(1).All(char.IsAsciiDigit);

    /// <summary>Reads diseases, findings, drugs and procedures; genes, anatomy and the rest are left out.</summary>
    public static PackReading Read(IEnumerable<string> lines)
    {
        var collector = new PackCollector();
        foreach (var cells in lines.Select(line => line.Split('\t')).Where(cells => cells.Length >= LeastColumns - 1 && cells[0] is ['C', ..]))
        {
            var names = List(cells[3]);
            if (cells[6].Contains("Obsolete", StringComparison.OrdinalIgnoreCase) || cells[6].Contains("Retired", StringComparison.OrdinalIgnoreCase))
            {
                collector.LeaveOut("obsolete");
            }
            else if (KindOf(cells.Length > 7 ? cells[7] : "") is { } kind && names.Length > 0)
            {
                collector.Add(new PackTerm(cells[0], names[0], kind.Kind)
                {
                    Code = new Code(CodeSystem.Ncit, cells[0]),
                    Synonyms = names.Skip(1).ToValueList(),
                    Broader = List(cells[2]).ToValueList(),
                    Mentioned = kind.Mentioned,
                });
            }
            else
            {
                collector.LeaveOut(MeshTree.OtherBranch);
            }
        }

        return collector.Done("NCI Thesaurus flat file");
    }

    private static string[] List(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Semantic types of the UMLS.
    private static (EntryKind Kind, bool Mentioned)? KindOf(string types) => types.Split('|')[0].Trim() switch
    {
        "Neoplastic Process" or "Disease or Syndrome" or "Mental or Behavioral Dysfunction" or "Congenital Abnormality" or "Injury or Poisoning" => (EntryKind.Condition, true),
        "Sign or Symptom" or "Pathologic Function" or "Anatomical Abnormality" or "Acquired Abnormality" => (EntryKind.Condition, false),
        "Pharmacologic Substance" or "Antibiotic" or "Clinical Drug" or "Vitamin" or "Hormone" => (EntryKind.Drug, false),
        "Therapeutic or Preventive Procedure" or "Diagnostic Procedure" => (EntryKind.Procedure, false),
        _ => null,
    };
}
