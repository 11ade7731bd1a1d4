namespace Trialist.Matching.Bulk;

/// <summary>Runs a study's program for one person over the truths of the atoms.</summary>
internal static class ScalarProgram
{
    public static Truth Run(ReadOnlySpan<int> code, ReadOnlySpan<sbyte> truths)
    {
        var at = 0;
        return Step(code, ref at, truths);
    }

    /// <summary>Goes past the program that begins at a place.</summary>
    /// <param name="code">Holds the program.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="atoms">Takes the atoms that stand in it.</param>
    /// <returns>Where the next begins.</returns>
    public static int Skip(ReadOnlySpan<int> code, int at, HashSet<int> atoms)
    {
        var word = code[at++];
        if (word >= 0)
        {
            atoms.Add(word >> 1);
            return at;
        }

        at += word == Op.AtLeast ? 1 : 0;
        for (var left = word switch { Op.And or Op.Or or Op.AtLeast => code[at++], Op.Else => 2, _ => 0 }; left > 0; left--)
        {
            at = Skip(code, at, atoms);
        }

        return at;
    }

    private static Truth Step(ReadOnlySpan<int> code, ref int at, ReadOnlySpan<sbyte> truths)
    {
        var word = code[at++];
        if (word >= 0)
        {
            var truth = truths[word >> 1];
            return (Truth)((word & 1) == 0 ? truth : -truth);
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
