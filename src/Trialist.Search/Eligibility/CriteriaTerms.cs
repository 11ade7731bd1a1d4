using System.Text;

namespace Trialist.Search.Eligibility;

/// <summary>Takes the terms out of a criteria document, and packs them.</summary>
public static class CriteriaTerms
{
    /// <summary>A text that names more is no list of criteria; the rest is left out of searches.</summary>
    private const int Most = 2_000;

    private const byte WantedBit = 1;
    private const byte DecidesBit = 2;
    private const byte MinBit = 4;
    private const byte MinInclusiveBit = 8;
    private const byte MaxBit = 16;
    private const byte MaxInclusiveBit = 32;

    /// <summary>The terms of all criteria, in printed order.</summary>
    public static IReadOnlyList<CriterionTerm> Of(CriteriaDocument document)
    {
        var terms = new List<CriterionTerm>();
        var byId = document.Criteria.ToDictionary(criterion => criterion.Id, StringComparer.Ordinal);
        var parents = document.Criteria.Where(criterion => criterion.Parent is not null).Select(criterion => criterion.Parent!).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in document.Criteria)
        {
            if (criterion.Kind != CriterionKind.Note && criterion.Predicate is { } predicate)
            {
                var wanted = criterion.Kind == CriterionKind.Inclusion;
                // The own words of an exclusion with a list under it need the list as well.
                var alone = (wanted || !parents.Contains(criterion.Id)) && StandsAlone(criterion, byId);
                Add(predicate, wanted, alone, terms);
            }
        }

        return terms;
    }

    /// <summary>Packs terms; empty for none.</summary>
    public static byte[] Pack(IReadOnlyList<CriterionTerm> terms)
    {
        if (terms.Count == 0)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(terms.Count);
            foreach (var term in terms)
            {
                Write(writer, term);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Unpacks what <see cref="Pack"/> packed.</summary>
    public static IReadOnlyList<CriterionTerm> Unpack(ReadOnlyMemory<byte> packed)
    {
        if (packed.IsEmpty)
        {
            return [];
        }

        using var reader = new BinaryReader(new MemoryStream(packed.ToArray()), Encoding.UTF8);
        var terms = new CriterionTerm[reader.Read7BitEncodedInt()];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Read(reader);
        }

        return terms;
    }

    // Every list above must need this item: all of an inclusion, any of an exclusion.
    private static bool StandsAlone(Criterion criterion, Dictionary<string, Criterion> byId)
    {
        for (var at = criterion; at.Parent is { } id && byId.TryGetValue(id, out var parent); at = parent)
        {
            if (criterion.Kind == CriterionKind.Inclusion ? parent.Combine is not Combine.All : parent.Combine is not Combine.Any || parent.Predicate is not null)
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(Predicate predicate, bool wanted, bool alone, List<CriterionTerm> terms)
    {
        switch (predicate)
        {
            case Predicate.All all:
                AddEach(all.Items, wanted, alone && wanted, terms);
                break;
            case Predicate.Any any:
                AddEach(any.Items, wanted, alone && !wanted, terms);
                break;
            case Predicate.AtLeast atLeast:
                AddEach(atLeast.Items, wanted, alone: false, terms);
                break;
            case Predicate.Not not:
                Add(not.Item, !wanted, alone, terms);
                break;
            case Predicate.Leaf leaf when terms.Count < Most && IsSearchable(leaf.Type):
                // What narrows or lifts a leaf keeps it from deciding about the concept as a whole.
                var whole = leaf.Qualifiers.IsEmpty && leaf.Except is null;
                terms.Add(new CriterionTerm(leaf.Type, leaf.Concept.Name, wanted, alone && whole, leaf.Bounds));
                if (GradedDisease.ScoreOf(leaf) is { } score)
                {
                    // Asked for with the disease, the class must be right as well; shut out with the disease, it alone shuts nobody out.
                    terms.Add(new CriterionTerm(score.Type, score.Concept.Name, wanted, alone && wanted && leaf.Except is null, score.Bounds));
                }

                break;
            case Predicate.Leaf or Predicate.Judgement or Predicate.Unread:
                break;
        }
    }

    private static void AddEach(ValueList<Predicate> items, bool wanted, bool alone, List<CriterionTerm> terms)
    {
        foreach (var item in items)
        {
            Add(item, wanted, alone, terms);
        }
    }

    // Age, sex and volunteers have filters of their own; consent and the like are asked of everybody.
    private static bool IsSearchable(LeafType type) =>
        type is LeafType.Measurement or LeafType.Score or LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy
            or LeafType.Pregnancy or LeafType.Lactation or LeafType.LifeExpectancy or LeafType.Lines or LeafType.Count or LeafType.Behaviour or LeafType.Participation;

    private static void Write(BinaryWriter writer, CriterionTerm term)
    {
        var (min, max) = (term.Bounds?.Min, term.Bounds?.Max);
        writer.Write((byte)term.Type);
        writer.Write((byte)((term.Wanted ? WantedBit : 0) | (term.Decides ? DecidesBit : 0)
            | (min is null ? 0 : MinBit) | (min is { Inclusive: true } ? MinInclusiveBit : 0) | (max is null ? 0 : MaxBit) | (max is { Inclusive: true } ? MaxInclusiveBit : 0)));
        writer.Write(term.Name);
        if (term.Bounds is not { } bounds)
        {
            return;
        }

        writer.Write(bounds.Unit ?? "");
        foreach (var end in (ReadOnlySpan<Bound?>)[min, max])
        {
            if (end is { } bound)
            {
                writer.Write(bound.Value);
            }
        }
    }

    private static CriterionTerm Read(BinaryReader reader)
    {
        var type = (LeafType)reader.ReadByte();
        var flags = reader.ReadByte();
        var name = reader.ReadString();
        if ((flags & (MinBit | MaxBit)) == 0)
        {
            return new CriterionTerm(type, name, (flags & WantedBit) != 0, (flags & DecidesBit) != 0, null);
        }

        var unit = reader.ReadString();
        var min = (flags & MinBit) != 0 ? new Bound(reader.ReadDecimal(), (flags & MinInclusiveBit) != 0) : (Bound?)null;
        var max = (flags & MaxBit) != 0 ? new Bound(reader.ReadDecimal(), (flags & MaxInclusiveBit) != 0) : (Bound?)null;
        return new CriterionTerm(type, name, (flags & WantedBit) != 0, (flags & DecidesBit) != 0, new Bounds(min, max, unit.Length == 0 ? null : unit));
    }
}
