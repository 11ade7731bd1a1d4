using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Dictionary;

/// <content>How waiting terms are cut into blocks, and how a block is written.</content>
internal sealed partial class FieldDictionary
{
    private const int FewestInBlock = 25;
    private const int MostInBlock = 48;

    private const int HasTermsBit = 2;
    private const int IsCutBit = 1;

    private readonly ByteOutput suffixes = new();
    private readonly ByteOutput counts = new();
    private readonly ByteOutput places = new();
    private readonly ByteOutput placeOfTerm = new();
    private readonly ByteOutput code = new();
    private readonly long[] numbers = new long[numbersOfTerm];
    private readonly List<(int FirstByte, int Count)> groups = [];

    /// <summary>Writes the last entries, which begin with the same bytes of the last term, as one block, or as several where they are too many.</summary>
    private void WriteBlocks(int length, int count)
    {
        var from = pending.Count - count;
        var prefix = last.AsSpan(0, length);
        var first = length == 0 || count <= MostInBlock ? WriteBlock(from, count, length, prefix.ToArray(), -1, isLast: true) : WriteCut(from, count, length);
        for (var i = from; i < pending.Count; i++)
        {
            if (pending[i].State is { } state)
            {
                spare.Push(state);
            }
        }

        pending.Replace(count, first);
    }

    // By the byte behind what all begin with: a block takes as many bytes as make enough entries.
    private TermBlock WriteCut(int from, int count, int length)
    {
        Group(from, count, length);
        TermBlock? first = null;
        var further = new List<TermBlock>();
        var (taken, start, firstByte) = (0, from, groups[0].FirstByte);
        for (var group = 0; group < groups.Count; group++)
        {
            taken += groups[group].Count;
            if (taken < FewestInBlock)
            {
                continue;
            }

            Take(taken);
            if (start == pending.Count)
            {
                break;
            }

            (taken, firstByte) = (0, groups[group + 1].FirstByte);
            if (pending.Count - start <= MostInBlock)
            {
                Take(pending.Count - start);
                break;
            }
        }

        Seal(first!, further);
        return first!;

        void Take(int entries)
        {
            byte[] prefix = firstByte < 0 ? last[..length] : [.. last.AsSpan(0, length), (byte)firstByte];
            var block = WriteBlock(start, entries, length, prefix, firstByte, isLast: start + entries == pending.Count, isCut: true);
            if (first is null)
            {
                first = block;
            }
            else
            {
                further.Add(block);
            }

            start += entries;
        }
    }

    // As Lucene does it, the first entry is always alone in a group that has no byte.
    private void Group(int from, int count, int length)
    {
        groups.Clear();
        var (current, size) = (-1, 0);
        for (var i = from; i < from + count; i++)
        {
            var bytes = pending.BytesOf(pending[i]);
            var next = bytes.Length == length ? -1 : bytes[length];
            if (next != current && size > 0)
            {
                groups.Add((current, size));
                (current, size) = (next, 0);
            }

            size++;
        }

        groups.Add((current, size));
    }

    private TermBlock WriteBlock(int from, int count, int length, byte[] prefix, int firstByte, bool isLast, bool isCut = false)
    {
        var place = writer.Blocks.Position;
        var isLeaf = true;
        for (var i = from; isLeaf && i < from + count; i++)
        {
            isLeaf = pending[i].Block is null;
        }

        var below = new List<TermBlock.Entry>();
        var absolute = true;
        for (var i = from; i < from + count; i++)
        {
            var entry = pending[i];
            var suffix = pending.BytesOf(entry)[length..];
            if (entry.Block is { } block)
            {
                suffixes.WriteVInt32((suffix.Length << 1) | 1);
                suffixes.Write(suffix);
                suffixes.WriteVInt64(place - block.Place);
                below.AddRange(block.Index);
                continue;
            }

            suffixes.WriteVInt32(isLeaf ? suffix.Length : suffix.Length << 1);
            suffixes.Write(suffix);
            WriteTerm(entry, absolute);
            absolute = false;
        }

        writer.Blocks.WriteVInt32((count << 1) | (isLast ? 1 : 0));
        suffixes.MoveTo(writer.Blocks, isLeaf);
        counts.MoveTo(writer.Blocks);
        places.MoveTo(writer.Blocks);
        var written = new TermBlock(prefix, place, !absolute, firstByte, below);
        if (!isCut)
        {
            Seal(written, null);
        }

        return written;
    }

    private void WriteTerm(PendingTerms.Entry entry, bool absolute)
    {
        var state = entry.State!;
        counts.WriteVInt32(state.DocFreq);
        if (field.IndexOptions != IndexOptions.DOCS_ONLY)
        {
            counts.WriteVInt64(state.TotalTermFreq - state.DocFreq);
        }

        writer.Postings.EncodeTerm(numbers, placeOfTerm, field, state, absolute);
        foreach (var number in numbers)
        {
            places.WriteVInt64(number);
        }

        placeOfTerm.AppendTo(places);
    }

    // The index of a block is complete when those are written that go on with it.
    private void Seal(TermBlock block, List<TermBlock>? further)
    {
        code.WriteVInt64((block.Place << 2) | (block.HasTerms ? HasTermsBit : 0L) | (further is null ? 0L : IsCutBit));
        if (further is not null)
        {
            code.WriteVInt32(further.Count);
            foreach (var next in further)
            {
                code.WriteByte((byte)next.FirstByte);
                code.WriteVInt64(((next.Place - block.Place) << 1) | (next.HasTerms ? 1L : 0L));
            }
        }

        block.Index = [new TermBlock.Entry(block.Prefix, code.Take()), .. block.Below];
        foreach (var next in further ?? [])
        {
            block.Index.AddRange(next.Below);
        }
    }
}
