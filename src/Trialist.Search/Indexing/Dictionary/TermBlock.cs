namespace Trialist.Search.Indexing.Dictionary;

/// <summary>A block of the dictionary that is written: terms, and blocks of longer ones, that begin alike.</summary>
/// <param name="Prefix">How they begin.</param>
/// <param name="Place">Where the block begins in the file.</param>
/// <param name="HasTerms">False where it holds nothing but further blocks.</param>
/// <param name="FirstByte">The byte behind what all blocks of one beginning share, for a block that was cut off such; -1 for the first.</param>
/// <param name="Below">The index of the blocks in it.</param>
internal sealed record TermBlock(byte[] Prefix, long Place, bool HasTerms, int FirstByte, List<TermBlock.Entry> Below)
{
    /// <summary>Where the terms are found that begin so.</summary>
    /// <param name="Prefix">How the terms begin.</param>
    /// <param name="Code">The place of their block, and of those that go on with it, as the file has it.</param>
    internal readonly record struct Entry(byte[] Prefix, byte[] Code);

    /// <summary>The index of the block and all in it, in the order of the beginnings; set when all blocks that go on with it are written.</summary>
    public List<Entry> Index { get; set; } = [];
}
