using Trialist.Criteria.Structure;

namespace Trialist.Criteria;

/// <summary>Reads eligibility text into criteria and predicates. Reading never fails: what is not understood is kept and marked.</summary>
public sealed class CriteriaReader
{
    /// <summary>The reader over the built-in lexicon; shareable between threads.</summary>
    public static CriteriaReader Default { get; } = new();

    /// <summary>Reads a text.</summary>
    /// <param name="text">The decoded eligibility text, escapes and line ends untouched; spans count its UTF-16 units.</param>
    /// <param name="rules">The structured limits of the same record; where given, text at odds with them is reported.</param>
    public CriteriaDocument Read(string text, EligibilityRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbering = new Numbering();
        var criteria = new List<Criterion>();
        foreach (var block in BlockReader.Read(text))
        {
            criteria.Add(ReadBlock(text, block, numbering));
        }

        return new CriteriaDocument(text.Length, criteria.ToValueList(), []);
    }

    private static Criterion ReadBlock(string text, Block block, Numbering numbering)
    {
        var span = new TextSpan(block.Start, block.End);
        var criterion = new Criterion(numbering.Next(block), Numbering.KindOf(block), span, span.Of(text))
        {
            Parent = numbering.ParentOf(block),
            Combine = block.Children.Count > 0 ? CombineWords.Of(text, block) : null,
        };
        return block.IsNote ? criterion : criterion with
        {
            Reading = Reading.None,
            Unread = [new UnreadWords(new TextSpan(block.Words, block.End), "Not read yet.")],
        };
    }
}
