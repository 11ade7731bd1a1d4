namespace Trialist.Matching.Bulk;

/// <summary>The atoms of one concept, by the way in which their truths are found. Atoms that nothing reads are left out.</summary>
internal sealed class ConceptLeaves
{
    public ConceptLeaves(StudyBank bank, int concept, PreparedPerson nobody, DayGrid grid, Hearings hearings, byte[] bases, Func<int, bool> isLive)
    {
        var byRoute = bank.AtomsOf(concept).ToArray()
            .Where(atom => isLive(Side.Of(atom, Side.True)) || isLive(Side.Of(atom, Side.False)) || isLive(Side.Of(atom, Side.Silent)))
            .ToLookup(atom => LeafRoutes.Of(bank.Leaf(atom)));
        var worded = byRoute[LeafRoute.Worded].ToLookup(atom => LeafRoutes.OfOccurrence(bank.Leaf(atom)));
        Sections = [.. new[] { LeafRoute.Plain, LeafRoute.Timed, LeafRoute.Detailed }
            .Select(route => (Route: route, Atoms: (int[])[.. byRoute[route], .. worded[route]]))
            .Where(one => one.Atoms.Length > 0)
            .Select(one => new LeafSection(bank, one.Atoms, one.Route, nobody, grid, hearings, bases, isLive))];
        Values = [.. byRoute[LeafRoute.Value].GroupBy(atom => ValueGroup.KeyOf(bank.Leaf(atom))!).Select(same => ValueGroup.Of(same.Key, [.. same], bank, nobody, isLive))];
        Worded = [.. byRoute[LeafRoute.Worded].Select(atom => new WordedLeaf(atom, bank, nobody))];
        var lifted = byRoute[LeafRoute.Reference].Where(atom => bank.Leaf(atom).Except is not null).ToList();
        Measured = [.. byRoute[LeafRoute.Reference].Where(atom => bank.Leaf(atom) is { Bounds: not null, Except: null } leaf && !Leaves.SexRule.IsOfWomen(leaf))];
        ByReference = [.. byRoute[LeafRoute.Reference].Except(Measured).Except(lifted)];
        Lifted = [.. lifted];
    }

    public LeafSection[] Sections { get; }

    public ValueGroup[] Values { get; }

    /// <summary>Atoms with a limit in words; they are in sections as well.</summary>
    public WordedLeaf[] Worded { get; }

    /// <summary>Atoms for which the reference is asked of whoever has a value.</summary>
    public int[] Measured { get; }

    /// <summary>Atoms with an exception for which the reference is asked, of whoever has any related fact.</summary>
    public int[] Lifted { get; }

    /// <summary>Other atoms for which the reference is asked.</summary>
    public int[] ByReference { get; }

    /// <summary>True when it has learnt so much about facts that it should begin anew.</summary>
    public bool IsFull => Array.Exists(Sections, section => section.IsFull);

    public bool IsEmpty => Sections.Length == 0 && Values.Length == 0 && ByReference.Length + Measured.Length + Lifted.Length == 0;
}
