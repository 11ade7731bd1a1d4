namespace Trialist.Criteria;

/// <summary>How far criteria were read as a whole: items that are listed under one belong to it and are not counted apart.</summary>
public static class WholeReading
{
    /// <summary>The reading of each criterion that stands under no other; one with an item that is not read in full is read in part.</summary>
    public static IReadOnlyList<Reading> Of(CriteriaDocument document)
    {
        var unread = document.Criteria.Where(criterion => criterion is { Parent: not null, Reading: not (null or Reading.Full) }).Select(criterion => criterion.Id).ToList();
        return
        [
            .. document.Criteria.Where(criterion => criterion.Parent is null).Select(criterion => criterion.Reading == Reading.Full
                && unread.Exists(id => id.StartsWith(criterion.Id + ".", StringComparison.Ordinal)) ? Reading.Partial : criterion.Reading).OfType<Reading>(),
        ];
    }
}
