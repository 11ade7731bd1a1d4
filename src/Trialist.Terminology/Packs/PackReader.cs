using System.Text;

namespace Trialist.Terminology.Packs;

/// <summary>Reads a vocabulary's file, whose format it recognises by the first line.</summary>
public static class PackReader
{
    /// <summary>Reads the terms of a file.</summary>
    /// <param name="kind">The vocabulary that the file belongs to.</param>
    /// <param name="stream">The file without compression, in UTF-8; stays the caller's.</param>
    /// <exception cref="TrialistException">The file is of no known format, or breaks a limit.</exception>
    public static PackReading Read(VocabularyKind kind, Stream stream)
    {
        using var text = new BoundedLines(new StreamReader(stream, Encoding.UTF8, leaveOpen: true));
        var reading = Read(kind, text);
        return reading.Terms.Count > 0 ? reading : throw new TrialistException($"The file was read as {reading.Format}, but no term in it can be used.");
    }

    private static PackReading Read(VocabularyKind kind, BoundedLines text)
    {
        var first = text.Peek() ?? throw new TrialistException("The file is empty.");
        switch (kind)
        {
            case VocabularyKind.Mesh when first.StartsWith("<?xml", StringComparison.Ordinal):
                return MeshDescriptors.ReadXml(text.Rest());
            case VocabularyKind.Mesh when first.StartsWith("*NEWRECORD", StringComparison.Ordinal):
                return MeshDescriptors.ReadText(text.All());
            case VocabularyKind.Mesh when first.Split('\t') is [_, _, _, ..] columns && columns.Contains("ui"):
                return MeshTables.ReadEntryTerms(first, text.All().Skip(1));
            case VocabularyKind.Mesh when first.Split('\t') is [[>= 'A' and <= 'Z', >= '0' and <= '9', ..], _]:
                return MeshTables.ReadTree(text.All());
            case VocabularyKind.Doid or VocabularyKind.Ncit when first.StartsWith("format-version:", StringComparison.Ordinal):
                return OboTerms.Read(kind, text.All());
            case VocabularyKind.Ncit when NcitFlatFile.Fits(first) || first.StartsWith("code\t", StringComparison.OrdinalIgnoreCase):
                return NcitFlatFile.Read(text.All());
            case VocabularyKind.RxNorm when DrugLists.IsRxNorm(first):
                return DrugLists.ReadRxNorm(text.All());
            case VocabularyKind.RxNorm when first.Split('\t') is var columns && columns.Contains("DrugName") && columns.Contains("ActiveIngredient"):
                return DrugLists.ReadProducts(first, text.All().Skip(1));
            default:
                throw new TrialistException($"The file is none that is known for {Name(kind)}: expected {Formats(kind)}.");
        }
    }

    /// <summary>The vocabulary's name on the command line.</summary>
    public static string Name(VocabularyKind kind) => kind.ToString().ToLowerInvariant();

    private static string Formats(VocabularyKind kind) => kind switch
    {
        VocabularyKind.Mesh => "the descriptor file (desc….xml or d….bin), a table with the columns ui, name, tree_numbers and entry_terms, or the tree as number and name",
        VocabularyKind.Doid => "an OBO file",
        VocabularyKind.Ncit => "Thesaurus.txt or an OBO file",
        VocabularyKind.RxNorm => "RXNCONSO.RRF, or the Products.txt of Drugs@FDA",
    };
}
