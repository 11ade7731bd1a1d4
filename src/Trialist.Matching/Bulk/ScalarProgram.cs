namespace Trialist.Matching.Bulk;

/// <summary>Runs a program for one person over the truths of the literals.</summary>
internal static class ScalarProgram
{
    public static Truth Run(ReadOnlySpan<int> code, ReadOnlySpan<sbyte> truths)
    {
        var at = 0;
        return Step(code, ref at, truths);
    }

    private static Truth Step(ReadOnlySpan<int> code, ref int at, ReadOnlySpan<sbyte> truths)
    {
        var word = code[at++];
        if (word >= 0)
        {
            return (Truth)truths[word];
        }

        switch (word)
        {
            case Op.And:
            {
                var least = Truth.True;
                for (var left = code[at++]; left > 0; left--)
                {
                    least = least.And(Step(code, ref at, truths));
                }

                return least;
            }

            case Op.Or:
            {
                var greatest = Truth.False;
                for (var left = code[at++]; left > 0; left--)
                {
                    greatest = greatest.Or(Step(code, ref at, truths));
                }

                return greatest;
            }

            case Op.AtLeast:
            {
                var (needed, sure, possible) = (code[at++], 0, 0);
                for (var left = code[at++]; left > 0; left--)
                {
                    var truth = Step(code, ref at, truths);
                    sure += truth == Truth.True ? 1 : 0;
                    possible += truth != Truth.False ? 1 : 0;
                }

                return sure >= needed ? Truth.True : possible < needed ? Truth.False : Truth.Unknown;
            }

            case Op.Else:
            {
                var known = Step(code, ref at, truths);
                var other = Step(code, ref at, truths);
                return known == Truth.Unknown ? other : known;
            }

            default:
                return Truth.Unknown;
        }
    }
}
