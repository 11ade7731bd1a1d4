using System.Collections.Concurrent;

namespace Trialist.Terminology;

/// <content>Ranges of codes, such as C00-D49.</content>
public sealed partial class Lexicon
{
    private readonly ConcurrentDictionary<Code, Code[]> rangesOver = new();
    private Code[]? ranges;

    /// <summary>Every range of ICD-10-CM codes in the tables.</summary>
    public IReadOnlyList<Code> Ranges => ranges ??= [.. Entries.SelectMany(entry => entry.Concept.Codes).Where(IsRange).Distinct()];

    /// <summary>The ranges of the tables that are wider than a code, by its shape or by the links of the tables: those that <see cref="Subsumes"/> finds one by one.</summary>
    public IReadOnlyList<Code> RangesOver(Code code) => rangesOver.GetOrAdd(code, FindRangesOver);

    private Code[] FindRangesOver(Code code)
    {
        var found = new HashSet<Code>(Ranges.Where(range => CodeOrder.Covers(range, code)));
        foreach (var entry in ByCode(code))
        {
            found.UnionWith(Ranges.Where(range => Covers([range], entry.Concept.Codes, any: false)));
            AddOwn(entry);
        }

        // What stands above a wider code or range stands above this one.
        foreach (var entry in Shorter(code).Concat([.. found]).SelectMany(wide => ByCode(wide)))
        {
            if (entry.Concept.Codes.Any(own => CodeOrder.Covers(own, code)))
            {
                AddOwn(entry);
            }
        }

        return [.. found];

        void AddOwn(LexiconEntry entry)
        {
            found.UnionWith(entry.Concept.Codes.Where(IsRange));
            found.UnionWith(hierarchy.Ancestors(entry).SelectMany(above => above.Concept.Codes).Where(IsRange));
        }
    }

    private static IEnumerable<Code> Shorter(Code code) => Enumerable.Range(1, code.Value.Length).Select(length => code with { Value = code.Value[..length] });

    private static bool IsRange(Code code) => code.System == CodeSystem.Icd10Cm && code.Value.Contains('-', StringComparison.Ordinal);
}
