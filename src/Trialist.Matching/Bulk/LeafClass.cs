namespace Trialist.Matching.Bulk;

/// <summary>Atoms of one concept that have come out alike for all facts seen so far.</summary>
internal sealed class LeafClass(LeafClass.Kind kind)
{
    private const Testimonies All = Testimonies.Affirms | Testimonies.Denies | Testimonies.StandsAgainst | Testimonies.Opens | Testimonies.Differs;

    private Testimonies[] testimonies = new Testimonies[8];

    /// <summary>What makes atoms differ before any fact is seen.</summary>
    /// <param name="OfNone">What the leaf is where it is denied.</param>
    /// <param name="IsOfWomen">True when it cannot apply to a man.</param>
    /// <param name="BaseTrue">Slot of the silent of whom it is true.</param>
    /// <param name="BaseFalse">Slot of the silent of whom it is false.</param>
    /// <param name="BaseSilent">Slot of the silent.</param>
    /// <param name="NeedsTrue">Whether it is read of whom it is true.</param>
    /// <param name="NeedsFalse">Whether it is read of whom it is false.</param>
    /// <param name="NeedsSilent">Whether it is read of whom the record is silent.</param>
    internal readonly record struct Kind(Truth OfNone, bool IsOfWomen, byte BaseTrue, byte BaseFalse, byte BaseSilent, bool NeedsTrue, bool NeedsFalse, bool NeedsSilent)
    {
        /// <summary>The testimonies that matter: where only its truth is read and nobody is silent of whom it is true, those that affirm and deny.</summary>
        public Testimonies Asked => NeedsFalse || NeedsSilent || BaseTrue != 0 || OfNone == Truth.True ? All : Testimonies.Affirms | Testimonies.Denies;
    }

    public Kind Form { get; } = kind;

    /// <summary>The atoms, by their place in the section.</summary>
    public List<int> Members { get; } = [];

    /// <summary>What a fact at the point testifies, as far as it matters.</summary>
    public Testimonies At(int point) => testimonies[point];

    public void Learn(int point, Testimonies testimony)
    {
        if (point >= testimonies.Length)
        {
            Array.Resize(ref testimonies, testimonies.Length * 2);
        }

        testimonies[point] = testimony;
    }

    /// <summary>A class that has learnt the same so far.</summary>
    public LeafClass Split() => new(Form) { testimonies = (Testimonies[])testimonies.Clone() };
}
