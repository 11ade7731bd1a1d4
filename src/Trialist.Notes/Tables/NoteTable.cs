namespace Trialist.Notes.Tables;

/// <summary>Reads the tables that are part of the assembly.</summary>
internal static class NoteTable
{
    /// <summary>The rows of a table: cells between tabs; lines that begin with # are remarks.</summary>
    public static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(NoteTable).Assembly.GetManifestResourceStream($"Trialist.Notes.Tables.{table}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
