using System.Text;
using Trialist.Terminology.Tables;

namespace Trialist.Terminology.Packs;

/// <summary>Terms as an installed pack keeps them: one a line, tab-separated, lists divided by bars.</summary>
public static class PackFile
{
    private const string Header = "id\tname\tkind\tmentioned\tcode\tsynonyms\trelated\tbroader";

    /// <summary>Writes terms.</summary>
    public static void Write(TextWriter writer, IEnumerable<PackTerm> terms)
    {
        writer.Write(Header + "\n");
        foreach (var term in terms)
        {
            string[] cells = [term.Id, term.Name, term.Kind.ToString(), term.Mentioned ? "1" : "", term.Code is { } code ? $"{code.System.ToString().ToLowerInvariant()}:{code.Value}" : "", List(term.Synonyms), List(term.Related), List(term.Broader)];
            writer.Write(string.Join('\t', cells.Select(Clean)) + "\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="TrialistException">It is damaged, or of another version.</exception>
    public static IEnumerable<PackTerm> Read(TextReader reader)
    {
        if (reader.ReadLine() != Header)
        {
            throw new TrialistException("An installed vocabulary was made by another version of Trialist: add it again with 'trialist vocabulary add'.");
        }

        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is not [var id, var name, var kind, var mentioned, var code, var synonyms, var related, var broader] || !Enum.TryParse<EntryKind>(kind, out var parsed))
            {
                throw new TrialistException("An installed vocabulary is damaged: remove it with 'trialist vocabulary remove' and add it again.");
            }

            yield return new PackTerm(id, name, parsed)
            {
                Mentioned = mentioned.Length > 0,
                Code = CodeNotation.TryParse(code, out var known) ? known : null,
                Synonyms = Names(synonyms),
                Related = Names(related),
                Broader = Names(broader),
            };
        }
    }

    private static string List(ValueList<string> values) => string.Join('|', values);

    private static ValueList<string> Names(string cell) => cell.Length == 0 ? [] : cell.Split('|').ToValueList();

    // Names hold no control characters (PackCollector); identifiers and codes come from the file as they are.
    private static string Clean(string cell) => cell.AsSpan().ContainsAny('\t', '\n', '\r') ? new StringBuilder(cell).Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').ToString() : cell;
}
