using Trialist.Model.Concepts;
using Trialist.Model.Quantities;
using Trialist.Model.Text;
using Trialist.Model.Time;

namespace Trialist.Model.Predicates;

/// <summary>What a criterion asks of a person: a tree of connectives over leaves, evaluated in Kleene's logic.</summary>
public abstract record Predicate
{
    private Predicate() { }

    /// <summary>The words of the criteria text that say it, in units of the whole text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Every item holds.</summary>
    /// <param name="Items">Two or more predicates.</param>
    public sealed record All(ValueList<Predicate> Items) : Predicate;

    /// <summary>At least one item holds.</summary>
    /// <param name="Items">Two or more predicates.</param>
    public sealed record Any(ValueList<Predicate> Items) : Predicate;

    /// <summary>At least <paramref name="Count"/> of the items hold.</summary>
    /// <param name="Count">How many; at least one.</param>
    /// <param name="Items">The candidates.</param>
    public sealed record AtLeast(int Count, ValueList<Predicate> Items) : Predicate;

    /// <summary>The item does not hold.</summary>
    /// <param name="Item">What is denied.</param>
    public sealed record Not(Predicate Item) : Predicate;

    /// <summary>One fact that the words ask about.</summary>
    /// <param name="Type">The kind of fact; never <see cref="LeafType.Judgement"/> or <see cref="LeafType.Unread"/>.</param>
    /// <param name="Concept">What the fact is about, such as <c>bilirubin.total</c>, <c>hepatitis b</c>, <c>female</c>.</param>
    public sealed record Leaf(LeafType Type, Concept Concept) : Predicate
    {
        /// <summary>The limit on the value, as written; null when the leaf asks only whether the fact is there.</summary>
        public Bounds? Bounds { get; init; }

        /// <summary>When it has to hold; null when not said.</summary>
        public TimeWindow? When { get; init; }

        /// <summary>What lifts the leaf: where this holds, the leaf does not.</summary>
        public Predicate? Except { get; init; }

        /// <summary>The term as the text has it, in lower case, where that differs from the concept's standard name; else null. It names the leaf and decides nothing.</summary>
        public string? Wording { get; init; }

        /// <summary>Words that narrow the concept.</summary>
        public ValueList<Qualifier> Qualifiers { get; init; }
    }

    /// <summary>A matter that only a person can decide.</summary>
    public sealed record Judgement : Predicate
    {
        /// <summary>The words in lower case, for a name; null where they were not kept. They decide nothing.</summary>
        public string? Wording { get; init; }
    }

    /// <summary>Words that bear meaning and were not understood; evaluates to unknown.</summary>
    /// <param name="Reason">Why, in one short sentence.</param>
    public sealed record Unread(string Reason) : Predicate;
}
