using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

internal sealed partial class BlockLeaves
{
    private readonly ulong[] none;
    private readonly List<int>[] pointsBy = [.. Enumerable.Range(0, (int)Testimonies.Differs + 1).Select(_ => new List<int>())]; // by testimony
    private readonly ulong[]?[] planes; // by testimony
    private readonly ulong[] women; // and who may be one
    private readonly ulong[] all;
    private readonly ulong[] yes;
    private readonly ulong[] no;
    private readonly ulong[] heard;
    private readonly List<LaidClass> laid = []; // those of the section that differ in this block
    private Testimonies[] testimonies = []; // of the points seen, for each of those laid

    /// <summary>The bitmaps of a class.</summary>
    private readonly record struct LaidSides(int True, int False, int Silent);

    /// <summary>A class that was laid: another one of the same form to which the points seen testify the same has the same bitmaps.</summary>
    private readonly record struct LaidClass(LeafClass.Kind Form, ulong Hash, LaidSides Sides);

    private void Lay(LeafSection section, LeafClass one, ReadOnlySpan<RecordedRelation> relations)
    {
        var (joint, hash) = Gather(one);
        var (form, sides) = (one.Form, new LaidSides(one.Form.BaseTrue, one.Form.BaseFalse, one.Form.BaseSilent));
        if (joint != Testimonies.None && !IsLaid(form, hash, ref sides))
        {
            sides = IsOneKind(joint) && !form.IsOfWomen ? LayPlane(form, joint) : LayWeighed(section, one, relations);
            laid.Add(new LaidClass(form, hash, sides));
        }

        foreach (var place in one.Members)
        {
            var side = Side.Of(section.AtomOf(place), Side.True);
            (slots[side], slots[side + Side.False], slots[side + Side.Silent]) = (sides.True, sides.False, sides.Silent);
        }
    }

    private static bool IsOneKind(Testimonies joint) => (joint & (joint - 1)) == Testimonies.None;

    // What the points seen testify to a class, behind those of the classes that are laid.
    private (Testimonies Joint, ulong Hash) Gather(LeafClass one)
    {
        var first = laid.Count * pointsSeen.Count;
        if (first + pointsSeen.Count > testimonies.Length)
        {
            Array.Resize(ref testimonies, Math.Max(first + pointsSeen.Count, testimonies.Length * 2));
        }

        var found = testimonies.AsSpan(first, pointsSeen.Count);
        var points = CollectionsMarshal.AsSpan(pointsSeen);
        var (joint, hash) = (Testimonies.None, 0UL);
        for (var index = 0; index < points.Length; index++)
        {
            var testimony = one.At(points[index]);
            found[index] = testimony;
            joint |= testimony;
            hash = unchecked((hash * 0x9E3779B97F4A7C15UL) + (ulong)testimony + 1);
        }

        return (joint, hash);
    }

    private bool IsLaid(in LeafClass.Kind form, ulong hash, ref LaidSides sides)
    {
        var count = pointsSeen.Count;
        var found = testimonies.AsSpan(laid.Count * count, count);
        var known = CollectionsMarshal.AsSpan(laid);
        for (var number = 0; number < known.Length; number++)
        {
            ref readonly var other = ref known[number];
            if (other.Hash == hash && other.Form == form && found.SequenceEqual(testimonies.AsSpan(number * count, count)))
            {
                sides = other.Sides;
                return true;
            }
        }

        return false;
    }

    // All testify the same, and whoever has any of these facts comes out alike.
    private LaidSides LayPlane(in LeafClass.Kind form, Testimonies kind)
    {
        SortPoints();
        var plane = Plane(kind);
        var truth = kind switch
        {
            Testimonies.Affirms => Truth.True,
            Testimonies.Denies => form.OfNone,
            Testimonies.Differs => Truth.False,
            _ => Truth.Unknown,
        };
        return new LaidSides(
            form.NeedsTrue ? LaidWhole(form.BaseTrue, plane, truth == Truth.True) : form.BaseTrue,
            form.NeedsFalse ? LaidWhole(form.BaseFalse, plane, truth == Truth.False) : form.BaseFalse,
            form.NeedsSilent ? LaidWhole(form.BaseSilent, plane, holds: false) : form.BaseSilent);
    }

    private int LaidWhole(int silent, ReadOnlySpan<ulong> plane, bool holds)
    {
        if (silent == 0 && !holds)
        {
            return silent;
        }

        var slot = Reserve();
        if (silent == 0)
        {
            plane.CopyTo(BitmapOf(slot));
        }
        else
        {
            Bitmaps.Blend(BitmapOf(slot), Bitmap(silent), plane, holds ? plane : none);
        }

        return slot;
    }

    private LaidSides LayWeighed(LeafSection section, LeafClass one, ReadOnlySpan<RecordedRelation> relations)
    {
        SortPoints();
        var form = one.Form;
        var affirm = Plane(Testimonies.Affirms);
        var deny = Plane(Testimonies.Denies);
        var testimony = new Testimony(affirm, deny, Plane(Testimonies.StandsAgainst), Plane(Testimonies.Opens), Plane(Testimonies.Differs), form.IsOfWomen ? women : all);
        var (anyYes, anyNo, anyHeard) = testimony.Weigh(form.OfNone, yes, no, heard);
        anyYes |= form.NeedsTrue && pointsBy[(int)Testimonies.Affirms].Count > 0 && pointsBy[(int)Testimonies.Denies].Count > 0 && AddOvercome(section, one, affirm, deny, relations);
        return new LaidSides(
            form.NeedsTrue ? Laid(form.BaseTrue, anyHeard, yes, anyYes) : form.BaseTrue,
            form.NeedsFalse ? Laid(form.BaseFalse, anyHeard, no, anyNo) : form.BaseFalse,
            form.NeedsSilent ? Laid(form.BaseSilent, anyHeard, none, holdsOfAny: false) : form.BaseSilent);
    }

    // The points seen, by what they testify to the class that was gathered last.
    private void SortPoints()
    {
        foreach (var points in pointsBy)
        {
            points.Clear();
        }

        var found = testimonies.AsSpan(laid.Count * pointsSeen.Count, pointsSeen.Count);
        for (var index = 0; index < found.Length; index++)
        {
            pointsBy[(int)found[index]].Add(pointsSeen[index]);
        }
    }

    // Who has a fact that testifies so.
    private ReadOnlySpan<ulong> Plane(Testimonies kind)
    {
        var points = CollectionsMarshal.AsSpan(pointsBy[(int)kind]);
        if (points.Length < 2)
        {
            return points.Length == 0 ? none : pointBits.AsSpan(points[0] * words, words);
        }

        var plane = planes[(int)kind]!;
        plane.AsSpan().Clear();
        Bitmaps.OrEach(plane, pointBits, points);
        return plane;
    }

    // Of those heard it holds where it is laid; of others where it does for the silent.
    private int Laid(int silent, bool isHeard, ulong[] holds, bool holdsOfAny)
    {
        if (!isHeard || (silent == 0 && !holdsOfAny))
        {
            return silent;
        }

        var slot = Reserve();
        Bitmaps.Blend(bits.AsSpan(slot * words, words), Bitmap(silent), heard, holds);
        return slot;
    }
}
