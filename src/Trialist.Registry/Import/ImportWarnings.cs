using Trialist.Registry.Reading;

namespace Trialist.Registry.Import;

/// <summary>Records that came in with values of a wrong kind. All are counted, the first few are kept.</summary>
public sealed class ImportWarnings
{
    /// <summary>So many are kept with their places.</summary>
    public const int MostKept = 50;

    private readonly List<ImportWarning> first = [];

    /// <summary>Records with such a value.</summary>
    public long Records { get; private set; }

    /// <summary>Such values in all of them.</summary>
    public long Values { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<ImportWarning> First => first;

    internal void Add(string file, string at, ValueList<FieldWarning> warnings)
    {
        if (warnings.IsEmpty)
        {
            return;
        }

        Records++;
        Values += warnings.Count;
        first.AddRange(warnings.Take(MostKept - first.Count).Select(warning => new ImportWarning(file, at, warning.Field, warning.Problem)));
    }
}
