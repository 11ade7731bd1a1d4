namespace Trialist.Criteria.Structure;

/// <summary>A criterion or note while the text is being cut: where it stands and under what.</summary>
internal sealed class Block(Section section, Marker marker, int indent, int start, int end)
{
    /// <summary>Section that it stands in.</summary>
    public Section Section { get; set; } = section;

    public Marker Marker { get; } = marker;

    public int Indent { get; } = indent;

    /// <summary>First character, the mark included.</summary>
    public int Start { get; } = start;

    /// <summary>First character of its own words.</summary>
    public int Words => Marker.End;

    public int End { get; set; } = end;

    /// <summary>True for headings, lead-ins and remarks.</summary>
    public bool IsNote { get; set; }

    /// <summary>The criterion that it is listed under; set once by <see cref="Adopt"/>.</summary>
    public Block? Parent { get; private set; }

    public List<Block> Children { get; } = [];

    /// <summary>Its id, once it is numbered.</summary>
    public string? Id { get; set; }

    /// <summary>How many blocks under it are numbered.</summary>
    public int Numbered { get; set; }

    /// <summary>How deep it is nested; 0 at the top.</summary>
    public int Depth { get; private set; }

    public void Adopt(Block child)
    {
        child.Parent = this;
        child.Depth = Depth + 1;
        Children.Add(child);
    }

    public ReadOnlySpan<char> WordsOf(string text) => text.AsSpan(Words, Math.Max(End - Words, 0));
}
