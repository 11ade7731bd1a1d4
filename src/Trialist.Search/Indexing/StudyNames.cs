using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>The names that a record gives to things: for suggestions, and which names it says mean the same.</summary>
internal static class StudyNames
{
    public const string ConditionKind = "c";
    public const string TreatmentKind = "t";

    private const int LongestName = 80;
    private const int MostAliases = 60;

    /// <summary>Names of conditions and treatments as <c>kind|folded|written</c>.</summary>
    public static IEnumerable<string> Suggestions(Study study)
    {
        var conditions = study.Conditions.Concat(study.ConditionMesh.Select(term => term.Term)).Select(name => (ConditionKind, Name: name));
        var treatments = study.Interventions.SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name)).Concat(study.InterventionMesh.Select(term => term.Term)).Select(name => (TreatmentKind, Name: name));
        return conditions.Concat(treatments)
            .Where(entry => entry.Name.Length is > 1 and <= LongestName)
            .Select(entry => $"{entry.Item1}|{Folded(entry.Name)}|{entry.Name.Trim()}")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Pairs of names that the record says mean the same, both ways, as <c>name TAB other</c>: the name in the words of the index, the other as written.</summary>
    public static IEnumerable<string> Aliases(Study study)
    {
        var pairs = study.Interventions.SelectMany(intervention => intervention.OtherNames.Select(other => (Name: intervention.Name, Other: other)));

        // Which of several conditions a MeSH term stands for is not recorded; with one of each it is plain.
        if (study.Conditions is [var condition] && study.ConditionMesh is [var term])
        {
            pairs = pairs.Append((condition, term.Term));
        }

        return pairs
            .SelectMany(pair => new[] { pair, (Name: pair.Other, Other: pair.Name) })
            .Where(pair => pair.Name.Length is > 1 and <= LongestName && pair.Other.Length is > 1 and <= LongestName)
            .Select(pair => (Key: Key(pair.Name), Other: pair.Other.Replace('\t', ' ').Trim()))
            .Where(pair => pair.Key.Length > 1 && Key(pair.Other) is { Length: > 1 } other && other != pair.Key)
            .Select(pair => $"{pair.Key}\t{pair.Other}")
            .Distinct(StringComparer.Ordinal)
            .Take(MostAliases);
    }

    /// <summary>A name as the words of the index, joined by spaces.</summary>
    public static string Key(string name) => string.Join(' ', WordSplitter.Split(name).Where(word => !word.Joined).Select(word => word.Term));

    /// <summary>A name folded for prefix look-up.</summary>
    public static string Folded(string name) => WordForms.OfThread.Fold(name.Trim()).Replace('|', ' ');
}
