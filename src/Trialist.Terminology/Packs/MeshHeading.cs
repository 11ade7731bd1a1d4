namespace Trialist.Terminology.Packs;

/// <summary>A heading as any of the files of MeSH gives it.</summary>
/// <param name="Code">The unique identifier (<c>D000006</c>); null in a file of the tree only.</param>
/// <param name="Name">The heading as written, often inverted.</param>
/// <param name="Numbers">Its places in the tree.</param>
/// <param name="Same">Terms of the preferred concept.</param>
/// <param name="Other">Terms of other concepts: narrower, broader or related ones, or where the file does not say.</param>
internal sealed record MeshHeading(string? Code, string Name, IReadOnlyList<string> Numbers, IReadOnlyList<string> Same, IReadOnlyList<string> Other)
{
    /// <summary>Turns headings into terms, linked by their places in the tree.</summary>
    public static PackReading ToPack(string format, IEnumerable<MeshHeading> headings)
    {
        var collector = new PackCollector();
        foreach (var heading in headings)
        {
            if (MeshTree.KindOf(heading.Numbers) is not { } kind)
            {
                collector.LeaveOut(MeshTree.OtherBranch);
                continue;
            }

            // A term for each place: so every place has its own parent without a second look at the file.
            var name = NameOrder.Natural(heading.Name);
            var same = heading.Same.Concat(heading.Other.Where(term => NameOrder.SameWords(NameOrder.Natural(term), name))).Select(NameOrder.Natural);
            foreach (var (number, index) in heading.Numbers.Select((number, index) => (number, index)))
            {
                collector.Add(new PackTerm(number, name, kind)
                {
                    Code = heading.Code is null ? null : new Code(CodeSystem.Mesh, heading.Code),
                    Synonyms = index == 0 ? same.ToValueList() : [],
                    Related = index == 0 ? heading.Other.Select(NameOrder.Natural).ToValueList() : [],
                    Broader = MeshTree.Parent(number) is { } parent ? [parent] : [],
                    Mentioned = MeshTree.IsSpecific(heading.Numbers),
                });
            }
        }

        return collector.Done(format);
    }
}
