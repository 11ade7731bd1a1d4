using Trialist.Terminology.Measures;

namespace Trialist.Terminology.Tables;

/// <summary>Turns the rows of the tables into entries. The format is described in <c>data/lexicon/README.md</c>.</summary>
internal static class LexiconTables
{
    /// <summary>Table, the kind of its entries, and the leaf that they make. Earlier tables win where words mean several things.</summary>
    private static readonly (string Table, EntryKind Kind, LeafType? Leaf)[] Tables =
    [
        ("idioms", EntryKind.Idiom, null),
        ("matters", EntryKind.Matter, null),
        ("anchors", EntryKind.Anchor, null),
        ("analytes", EntryKind.Analyte, LeafType.Measurement),
        ("scores", EntryKind.Score, LeafType.Score),
        ("conditions", EntryKind.Condition, LeafType.Condition),
        ("drugs", EntryKind.Drug, LeafType.Treatment),
        ("procedures", EntryKind.Procedure, LeafType.Procedure),
        ("biomarkers", EntryKind.Biomarker, LeafType.Biomarker),
        ("behaviours", EntryKind.Behaviour, LeafType.Behaviour),
        ("allergens", EntryKind.Allergen, LeafType.Allergy),
        ("languages", EntryKind.Language, LeafType.Language),
        ("qualifiers", EntryKind.Qualifier, null),
    ];

    /// <summary>Names of the tables, for the tests that check each.</summary>
    public static IEnumerable<string> Names => Tables.Select(table => table.Table);

    /// <summary>All entries of all tables.</summary>
    public static IReadOnlyList<LexiconEntry> ReadAll()
    {
        var read = new LexiconEntry[Tables.Length][];
        Parallel.For(0, Tables.Length, table => read[table] = [.. Read(EmbeddedTables.Read(Tables[table].Table), Tables[table].Kind, Tables[table].Leaf)]);
        return [.. read.SelectMany(entries => entries)];
    }

    /// <summary>The entries of one table.</summary>
    public static IEnumerable<LexiconEntry> Read(TsvTable table, EntryKind kind, LeafType? leaf) => table.Rows.Select(row => ReadRow(row, kind, leaf));

    /// <summary>One row as an entry.</summary>
    /// <exception cref="FormatException">A cell is not what its column asks for.</exception>
    public static LexiconEntry ReadRow(TsvRow row, EntryKind kind, LeafType? leaf)
    {
        var name = row["name"];
        var label = Spelling.Parse(row["label"] is { Length: > 0 } written ? written : name);
        var synonyms = Array.ConvertAll(row.Parts("synonyms"), Spelling.Parse);
        return new LexiconEntry(kind, new Concept(name, Codes(row)))
        {
            LeafType = row["leaf"] is { Length: > 0 } own ? ParseEnum<LeafType>(row, own) : leaf,
            Label = label.Words,
            Synonyms = [.. Array.ConvertAll(synonyms, spelling => spelling.Words)],
            Broader = row.List("broader"),
            Source = row["source"],
            Analyte = kind == EntryKind.Analyte ? Profile(row) : null,
            Scale = kind == EntryKind.Score ? Scale(row) : null,
            Qualifier = kind == EntryKind.Qualifier ? new Qualifier(ParseEnum<QualifierKind>(row, row["kind"]), row["value"]) : null,
            Spellings = [label, .. synonyms],
        };
    }

    private static ValueList<Code> Codes(TsvRow row) =>
        [.. Array.ConvertAll(row.Parts("codes"), written => CodeNotation.TryParse(written, out var code) ? code : throw row.Wrong($"'{written}' is not a code"))];

    private static T ParseEnum<T>(TsvRow row, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : throw row.Wrong($"'{text}' is not a {typeof(T).Name}");

    private static AnalyteProfile Profile(TsvRow row) => new(row["unit"], row.List("units"), Conversions(row))
    {
        Plausible = Range(row, "plausible"),
        Normal = Range(row, "normal"),
        NormalFemale = Range(row, "normal_female"),
        NormalMale = Range(row, "normal_male"),
    };

    private static ValueList<AnalyteConversion> Conversions(TsvRow row)
    {
        var source = row["conversion_source"];
        return row.List("conversions").Select(written =>
        {
            // unit=factor, unit=factor+offset or unit=1/factor
            var equals = written.LastIndexOf('=');
            if (equals <= 0)
            {
                throw row.Wrong($"'{written}' is not a conversion");
            }

            var divides = written.AsSpan(equals + 1).StartsWith("1/");
            var numbers = written[(equals + (divides ? 3 : 1))..].Split('+');
            return new AnalyteConversion(written[..equals], row.ParseNumber(numbers[0]), numbers.Length > 1 ? row.ParseNumber(numbers[1]) : 0, divides, source);
        }).ToValueList();
    }

    private static ValueRange? Range(TsvRow row, string column) => row[column] is { Length: > 0 } text ? ParseRange(row, text) : null;

    private static ValueRange ParseRange(TsvRow row, string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            throw row.Wrong($"'{text}' is not a range");
        }

        return new ValueRange(End(text[..dots]), End(text[(dots + 2)..]));

        decimal? End(string end) => end.Length == 0 ? null : row.ParseNumber(end);
    }

    private static ScoreScale Scale(TsvRow row) => new(
        row.Number("min") ?? throw row.Wrong("a score needs its least value"),
        row.Number("max") ?? throw row.Wrong("a score needs its greatest value"),
        row.Number("step") ?? 1,
        row["worse"] switch { "high" => true, "low" => false, _ => null },
        row.List("values").Select(written => Value(row, written)).ToValueList());

    private static ScoreValue Value(TsvRow row, string written)
    {
        var equals = written.LastIndexOf('=');
        if (equals <= 0)
        {
            throw row.Wrong($"'{written}' is not a value of a scale");
        }

        var number = written[(equals + 1)..];
        var range = number.Contains("..", StringComparison.Ordinal) ? ParseRange(row, number) : new ValueRange(row.ParseNumber(number), row.ParseNumber(number));
        return new ScoreValue(written[..equals], range.Low ?? throw row.Wrong("a value of a scale needs both ends"), range.High ?? throw row.Wrong("a value of a scale needs both ends"));
    }
}
