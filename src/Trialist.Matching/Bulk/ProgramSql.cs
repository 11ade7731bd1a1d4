namespace Trialist.Matching.Bulk;

/// <summary>Writes a program as an expression of SQL, for rivals of the bench.</summary>
internal static class ProgramSql
{
    public static string Of(ReadOnlySpan<int> program, Func<int, string> column)
    {
        var at = 0;
        return Step(program, ref at, column);
    }

    private static string Step(ReadOnlySpan<int> program, ref int at, Func<int, string> column)
    {
        var word = program[at++];
        switch (word)
        {
            case >= 0:
                return (word & 1) == 0 ? column(word >> 1) : $"(NOT {column(word >> 1)})";
            case Op.And or Op.Or:
            {
                var operands = Operands(program, ref at, program[at++], column);
                return operands.Count == 0 ? "TRUE" : $"({string.Join(word == Op.And ? " AND " : " OR ", operands)})";
            }

            case Op.AtLeast:
            {
                var (needed, count) = (program[at++], program[at++]);
                var operands = Operands(program, ref at, count, column);
                return $"(CASE WHEN {Sum(operands, 0)} >= {needed} THEN TRUE WHEN {Sum(operands, 1)} < {needed} THEN FALSE END)";
            }

            case Op.Else:
                return $"coalesce({Step(program, ref at, column)}, {Step(program, ref at, column)})";
            default:
                return "NULL::BOOLEAN";
        }
    }

    private static List<string> Operands(ReadOnlySpan<int> program, ref int at, int count, Func<int, string> column)
    {
        List<string> operands = [];
        for (var left = count; left > 0; left--)
        {
            operands.Add(Step(program, ref at, column));
        }

        return operands;
    }

    private static string Sum(List<string> operands, int unknown) => string.Join(" + ", operands.Select(operand => $"coalesce(({operand})::INT, {unknown})"));
}
