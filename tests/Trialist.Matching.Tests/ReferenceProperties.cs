using CsCheck;

namespace Trialist.Matching.Tests;

public sealed class ReferenceProperties
{
    [Fact]
    public void Nobody_IsNeverEligible_AndNothingIsKnownOfThem() =>
        Generated.StudyGen.Sample(study =>
        {
            var result = StudyMatcher.Judge(study.Study, study.Criteria, Record.Ready(new Person()));

            Assert.Equal(Verdict.Undetermined, result.Verdict);
            Assert.All(result.Criteria.ToArray(), criterion => Assert.Equal(Truth.Unknown, criterion.Truth));
        }, iter: 1000);

    [Fact]
    public void Negation_IsKleenes() =>
        Gen.Select(Generated.PredicateGen, Generated.PersonGen).Sample((predicate, person) =>
        {
            var ready = Record.Ready(person);

            Assert.Equal(
                ReferenceMatcher.Evaluate(predicate, CriterionKind.Exclusion, ready).Truth.Not(),
                ReferenceMatcher.Evaluate(Ask.Not(predicate), CriterionKind.Inclusion, ready).Truth);
        }, iter: 1000);

    [Fact]
    public void KnownTruth_OfAFactlessRecord_NeverDependsOnSilence() =>
        Gen.Select(Generated.PredicateGen, Generated.PersonGen).Sample((predicate, person) =>
        {
            // What is true or false must rest on a fact, or on the person's own age and sex.
            var result = ReferenceMatcher.Evaluate(predicate, CriterionKind.Inclusion, Record.Ready(person));

            Assert.All(result.Reasons.Where(reason => reason.Truth != Truth.Unknown), reason => Assert.NotEmpty(reason.Facts.ToArray()));
        }, iter: 1000);

    [Fact]
    public void MissingFacts_AreAskedForOnlyWhereTheAnswerIsOpen() =>
        Gen.Select(Generated.PredicateGen, Generated.PersonGen).Sample((predicate, person) =>
        {
            var result = ReferenceMatcher.Evaluate(predicate, CriterionKind.Inclusion, Record.Ready(person));

            Assert.True(result.Truth == Truth.Unknown || result.Reasons.All(reason => reason.Missing.IsEmpty));
        }, iter: 1000);
}
