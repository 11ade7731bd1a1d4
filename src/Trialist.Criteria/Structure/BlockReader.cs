namespace Trialist.Criteria.Structure;

/// <summary>First phase: cuts a text into criteria and notes, each with its place and what it is listed under. Every character that is not blank ends up in a block.</summary>
internal sealed class BlockReader
{
    /// <summary>Deeper lists are read as if they stood at this depth; no study nests deeper, hostile text does.</summary>
    public const int DeepestNesting = 8;

    /// <summary>A line at least this wide is taken as wrapped when the next word would have passed the edge.</summary>
    private const int NarrowestWrap = 68;

    private const int WidestWrap = 125;

    /// <summary>How far before the text's own edge a line may end and still be taken as wrapped before a capital.</summary>
    private const int RaggedEdge = 14;

    private const int LongestShortTitle = 40;

    private const int LongestBareTitle = 20;

    private readonly string text;
    private readonly List<Block> blocks = [];
    private readonly List<Block> open = [];
    private Section section = Section.Unnamed;
    private bool afterBlank = true;
    private SourceLine last;

    /// <summary>Width of the widest line: where the right edge of a wrapped text is.</summary>
    private readonly int edge;

    private BlockReader(string text, List<SourceLine> lines)
    {
        this.text = text;
        foreach (var line in lines)
        {
            edge = Math.Max(edge, line.Width);
        }
    }

    public static List<Block> Read(string text)
    {
        var lines = SourceLine.Split(text);
        var reader = new BlockReader(text, lines);
        foreach (var line in LineCutter.Cut(text, lines))
        {
            reader.Take(line);
        }

        LabelledParts.Cut(text, reader.blocks);
        LeadIns.Resolve(text, reader.blocks);
        return reader.blocks;
    }

    private void Take(SourceLine line)
    {
        if (line.IsBlank)
        {
            afterBlank = true;
            return;
        }

        var marker = MarkerReader.Read(text, line.Start, line.End);
        if (TakeHeading(line, marker) || TakeContinuation(line, marker))
        {
        }
        else if (marker.IsMarked)
        {
            Place(new Block(section, marker, line.Indent, line.Start, line.End));
        }
        else
        {
            PlaceParagraph(new Block(section, marker, line.Indent, line.Start, line.End));
        }

        afterBlank = false;
        last = line;
    }

    private bool TakeHeading(SourceLine line, Marker marker)
    {
        var words = text.AsSpan(marker.End, line.End - marker.End);
        if ((Headings.SectionOf(words) ?? (marker.IsMarked ? null : SentenceHeadings.SectionOf(words))) is not { } opened || (!afterBlank && IsWrapped(line) && !(IsShortTitle(words) && !marker.IsMarked)))
        {
            return false;
        }

        // "Eligibility criteria:" above "Inclusion criteria:" opens nothing; under a section it is a sub-heading.
        section = opened == Section.Unnamed && section != Section.Unnamed && !words.Contains("clusion", StringComparison.OrdinalIgnoreCase) ? section : opened;
        open.Clear();
        Add(new Block(section, marker, line.Indent, line.Start, line.End) { IsNote = true });
        return true;
    }

    // "Exclusion:" is a heading even where the line before is full.
    private static bool IsShortTitle(ReadOnlySpan<char> words) =>
        words.Length <= (words.TrimEnd().EndsWith(":") ? LongestShortTitle : LongestBareTitle) && char.IsUpper(words.TrimStart(" *_#")[0]);

    private bool TakeContinuation(SourceLine line, Marker marker)
    {
        if (blocks.Count == 0)
        {
            return false;
        }

        var block = blocks[^1];
        if (marker.IsMarked && !(marker.Kind is MarkerKind.Number or MarkerKind.Capital && !afterBlank && IsWrapped(line) && !StartsOrContinues(marker)))
        {
            return false;
        }

        var inside = block.Marker.IsMarked && line.Indent > block.Indent;
        var continues = afterBlank ? inside && !block.IsNote && block.Children.Count == 0 : inside || IsWrapped(line) || IsBrokenOff(line);
        if (!continues || (block.IsNote && (afterBlank || text[block.End - 1] == ':')))
        {
            return false;
        }

        block.End = line.End;
        return true;
    }

    // A number at the start of a wrapped line ("… of at least\n 2. …") is a mark only where a list expects it.
    private bool StartsOrContinues(Marker marker) => marker.IsFirst || open.Exists(block => marker.Follows(block.Marker));

    private bool IsWrapped(SourceLine line)
    {
        var width = text.AsSpan(line.Start, line.End - line.Start).IndexOf(' ');
        width = width < 0 ? line.End - line.Start : width;
        // A capital begins a line of its own unless the line before reached the text's own edge.
        var reach = last.Width + width + 1;
        return last.Width is >= NarrowestWrap and <= WidestWrap && reach > NarrowestWrap + 8 && (reach > edge - RaggedEdge || !char.IsUpper(text[line.Start])) && !EndsList(line);
    }

    // A sentence that ends before a capital at the same indent is a line of its own, however long.
    private bool EndsList(SourceLine line) => text[last.End - 1] is ':' || (text[last.End - 1] is '.' or ';' && last.Width < NarrowestWrap + 8 && char.IsUpper(text[line.Start]));

    // "… of the investigator\nand has …": a line that begins in lower case after one without an end.
    private bool IsBrokenOff(SourceLine line) =>
        char.IsLower(text[line.Start]) && text[last.End - 1] is not ('.' or ';' or ':') && (text[last.End - 1] is ',' or '(' or '/' || !IsListed());

    // Lists without marks whose items begin in lower case.
    private bool IsListed() => blocks.Count > 0 && !blocks[^1].IsNote && char.IsLower(text[blocks[^1].Words]);

    private void PlaceParagraph(Block block)
    {
        while (open.Count > 0 && open[^1].Indent >= block.Indent)
        {
            open.RemoveAt(open.Count - 1);
        }

        // A paragraph between marked items interrupts no list but belongs to none either.
        Add(block);
        if (open.Count == 0 && LeadIns.Gathers(text, block))
        {
            open.Add(block);
        }
    }

    private void Place(Block block)
    {
        var parent = FindParent(block);
        if (parent is not null && parent.Depth + 1 < DeepestNesting)
        {
            parent.Adopt(block);
            block.Section = parent.Section;
        }

        Add(block);
        open.Add(block);
    }

    /// <summary>Closes what the block ends and returns the item that it stands under.</summary>
    private Block? FindParent(Block block)
    {
        // A list that counts on wins over ragged indents.
        for (var i = open.Count - 1; i >= 0 && block.Marker.Kind != MarkerKind.Bullet; i--)
        {
            if (block.Marker.Follows(open[i].Marker) && (Math.Abs(open[i].Indent - block.Indent) <= 2 || !HasAtIndent(block)))
            {
                return CloseFrom(i);
            }
        }

        if (open.Count > 0 && open[^1].Marker.Kind == MarkerKind.Bullet && block.Marker is { Kind: MarkerKind.Number, Number: > 1 } && NumberBehindBullet(open[^1]) == block.Marker.Number - 1)
        {
            // "* 1. …" above "  2. …": only the first of the list has the bullet.
            return CloseFrom(open.Count - 1);
        }

        while (open.Count > 0 && open[^1].Indent > block.Indent + (block.Marker.IsSameList(open[^1].Marker) ? 1 : 0))
        {
            open.RemoveAt(open.Count - 1);
        }

        if (open.Count == 0)
        {
            return null;
        }

        var top = open[^1];
        if (top.Indent < block.Indent && !(top.Indent + 1 == block.Indent && top.Marker.IsSameList(block.Marker)))
        {
            return Bounded(top);
        }

        // Same indent: a sibling where the marks agree, else nested by the mark when the item above introduces a list.
        for (var i = open.Count - 1; i >= 0 && open[i].Indent >= block.Indent - 1; i--)
        {
            if (open[i].Marker.IsSameList(block.Marker))
            {
                return CloseFrom(i);
            }
        }

        return LeadIns.Introduces(text, top) || (!top.Marker.IsMarked && top.Indent <= block.Indent) ? Bounded(top) : CloseFrom(open.Count - 1);
    }

    private int NumberBehindBullet(Block bulleted)
    {
        var number = 0;
        foreach (var c in text.AsSpan(bulleted.Start, bulleted.Words - bulleted.Start))
        {
            number = char.IsAsciiDigit(c) ? (number * 10) + (c - '0') : number;
        }

        return number;
    }

    private Block? Bounded(Block top)
    {
        while (open.Count > DeepestNesting)
        {
            open.RemoveAt(open.Count - 1);
        }

        return top;
    }

    private bool HasAtIndent(Block block) => open.Exists(item => item.Indent == block.Indent && item.Marker.IsSameList(block.Marker));

    private Block? CloseFrom(int index)
    {
        open.RemoveRange(index, open.Count - index);
        return index == 0 ? null : open[index - 1];
    }

    private void Add(Block block) => blocks.Add(block);
}
