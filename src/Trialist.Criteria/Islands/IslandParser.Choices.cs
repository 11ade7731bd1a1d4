namespace Trialist.Criteria.Islands;

/// <content>Demands of which one is enough: "HbA1c &gt; 7 %; or use of insulin".</content>
internal sealed partial class IslandParser
{
    /// <summary>True when "or" stands behind each semicolon of an inclusion: what stands between them are alternatives.</summary>
    private bool AreChoices()
    {
        var (semicolons, choices) = CountChoices();
        return choices > 0 && choices == semicolons;
    }

    /// <summary>True when it stands behind some only: "asthma; aged 18 to 40; or wheezing" may ask for one or for all but the last two.</summary>
    private bool MayBeChoices()
    {
        var (semicolons, choices) = CountChoices();
        return choices > 0 && choices < semicolons;
    }

    private (int Semicolons, int Choices) CountChoices()
    {
        var (semicolons, choices) = (0, 0);
        if (exclusion || nodes.Exists(node => node.AlternativeOf is not null))
        {
            return default;
        }

        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i].Link == Link.Strong)
            {
                semicolons++;
                choices += BeginsWithOr(nodes[i - 1].Span.End, nodes[i].Span.Start) ? 1 : 0;
            }
        }

        return (semicolons, choices);
    }

    private bool BeginsWithOr(int from, int to)
    {
        var between = text.AsSpan(from, Math.Max(0, to - from));
        var behind = between[(between.LastIndexOf(';') + 1)..].TrimStart();
        return behind.Length < between.Length && behind.StartsWith("or", StringComparison.OrdinalIgnoreCase) && (behind.Length == 2 || !char.IsLetter(behind[2]));
    }
}
