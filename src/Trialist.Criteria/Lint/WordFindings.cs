using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Lint;

/// <summary>Findings that are read off the words: references that lead nowhere, times without a length.</summary>
internal static class WordFindings
{
    private static readonly string[] UndefinedWords = ["normal amounts", "normal amount", "normal values", "times normal", "x normal", "within acceptable limits", "within acceptable range", "above normal"];
    private static readonly string[] ElsewhereWords = ["per protocol", "as per protocol", "defined in the protocol", "specified in the protocol", "described in the protocol", "protocol-defined", "protocol defined", "protocol-specified", "protocol specified", "as per label", "according to the protocol", "see protocol", "see disease characteristics", "package insert", "prescribing information"];
    private static readonly string[] NoLengthWords = ["recent history of", "recent use of", "recently received", "recently treated", "recent participation", "recent infection", "recent surgery", "recent myocardial infarction", "recent stroke"];

    private static readonly PhraseList Undefined = new(UndefinedWords);
    private static readonly PhraseList Elsewhere = new(ElsewhereWords);
    private static readonly PhraseList NoLength = new(NoLengthWords);

    // Most criteria hold none of all these.
    private static readonly PhraseList All = new([.. UndefinedWords, .. ElsewhereWords, .. NoLengthWords]);

    public static void Check(string text, IReadOnlyList<Criterion> criteria, List<Diagnostic> found)
    {
        foreach (var criterion in criteria)
        {
            if (criterion.Kind == CriterionKind.Note || !All.OccursIn(text.AsSpan(criterion.Span.Start, criterion.Span.Length)))
            {
                continue;
            }

            Find(text, criterion, Undefined, Finding.UndefinedReference, found);
            Find(text, criterion, Elsewhere, Finding.ExternalReference, found);
            if (criterion.Predicate is null || !Leaves.Exist(criterion.Predicate, leaf => leaf.When is { Max: not null } or { Min: not null }))
            {
                Find(text, criterion, NoLength, Finding.MissingWindow, found);
            }
        }
    }

    private static void Find(string text, Criterion criterion, PhraseList phrases, Finding finding, List<Diagnostic> found)
    {
        if (phrases.FirstIn(text.AsSpan(criterion.Span.Start, criterion.Span.Length)) is var (phrase, at))
        {
            var span = new TextSpan(criterion.Span.Start + at, criterion.Span.Start + at + phrase.Length);
            found.Add(finding.About(span.Of(text), [criterion.Id], [span]));
        }
    }
}
