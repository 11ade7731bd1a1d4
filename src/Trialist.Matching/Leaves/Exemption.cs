using System.Runtime.CompilerServices;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Leaves;

/// <summary>Whether a single fact is among the cases that an exception takes out, such as an inhaled steroid among steroids.</summary>
internal static class Exemption
{
    // The same leaves are asked of one person after the other; the answer goes with the leaf.
    private static readonly ConditionalWeakTable<Predicate, Answer> Remembered = [];

    private sealed record Answer(IVocabulary Vocabulary, bool IsOfKinds);

    /// <summary>True when the exception names kinds of what the leaf names, so that it takes facts out rather than persons.</summary>
    public static bool IsOfKinds(Predicate.Leaf leaf, Predicate except, IVocabulary vocabulary)
    {
        if (!Remembered.TryGetValue(leaf, out var known) || !ReferenceEquals(known.Vocabulary, vocabulary))
        {
            Remembered.AddOrUpdate(leaf, known = new Answer(vocabulary, Names(leaf, except, vocabulary)));
        }

        return known.IsOfKinds;
    }

    private static bool Names(Predicate.Leaf leaf, Predicate except, IVocabulary vocabulary) => except switch
    {
        Predicate.Leaf named => FactGroups.Answers(named.Type, leaf.Type) && vocabulary.Relate(leaf.Concept, named.Concept) is Kinship.Same or Kinship.Narrower,
        Predicate.Any any => any.Items.All(item => Names(leaf, item, vocabulary)),
        Predicate.All or Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread => false,
    };

    public static Truth Of(Predicate? exempted, Fact fact, PreparedPerson person) => exempted switch
    {
        null => Truth.False,
        Predicate.Leaf leaf => OfLeaf(leaf, fact, person),
        Predicate.Any any => any.Items.Aggregate(Truth.False, (truth, item) => truth.Or(Of(item, fact, person))),
        Predicate.All or Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread => Truth.Unknown,
    };

    private static Truth OfLeaf(Predicate.Leaf leaf, Fact fact, PreparedPerson person)
    {
        if (leaf.Qualifiers.Any(asked => IsOtherwise(asked, fact)))
        {
            return Truth.False;
        }

        var narrowed = Occurrence.Lies(fact, leaf.When, person.Settings.AsOf).Truth.And(QualifierFit.Of(leaf.Qualifiers, fact).Truth);
        return person.Vocabulary.Relate(leaf.Concept, fact.Concept) switch
        {
            Kinship.Same or Kinship.Narrower => narrowed,
            Kinship.Broader => narrowed.And(Truth.Unknown),
            Kinship.None => Truth.False,
        };
    }

    // This one fact is by another route or at another site, whatever else the person may have.
    private static bool IsOtherwise(Qualifier asked, Fact fact)
    {
        var recorded = fact.Qualifiers.Where(one => one.Kind == asked.Kind).ToList();
        return asked.Kind is QualifierKind.Route or QualifierKind.Site && recorded.Count > 0 &&
            !recorded.Exists(one => QualifierWords.Implies(asked.Kind, one.Value, asked.Value));
    }
}
