using System.Globalization;

namespace Trialist.Criteria.Structure;

/// <summary>Gives criteria their ids by printed order: I1, I2.3, E11, N1.</summary>
internal sealed class Numbering
{
    private int inclusions;
    private int exclusions;
    private int notes;

    public static CriterionKind KindOf(Block block) =>
        block.IsNote ? CriterionKind.Note : block.Section == Section.Exclusion ? CriterionKind.Exclusion : CriterionKind.Inclusion;

    public string Next(Block block) => block.Id = NextId(block);

    /// <summary>The id of the criterion that a block is listed under; null at the top and for notes.</summary>
    public string? ParentOf(Block block) => !block.IsNote && block.Parent is { IsNote: false } parent ? parent.Id : null;

    private string NextId(Block block)
    {
        if (block.IsNote)
        {
            return "N" + Number(++notes);
        }

        if (block.Parent is { IsNote: false } parent)
        {
            return $"{parent.Id}.{Number(++parent.Numbered)}";
        }

        return block.Section == Section.Exclusion ? "E" + Number(++exclusions) : "I" + Number(++inclusions);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
