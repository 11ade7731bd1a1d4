using Trialist.Matching;
using Trialist.Matching.Changes;
using Trialist.Registry;
using Trialist.Screening.Asking;
using Trialist.Screening.Cohorts;
using Trialist.Screening.Ranking;

namespace Trialist.Screening;

/// <summary>Who fits: a person against the studies of a registry, and a study against a cohort. Nothing about persons is kept, written or logged.</summary>
/// <remarks>Safe to share between threads. Keeps the studies as read in memory until the registry changes.</remarks>
public sealed class Screener : IDisposable
{
    /// <summary>The questions are picked from so many of the best studies.</summary>
    private const int StudiesAsked = 100;

    private readonly IVocabulary vocabulary;
    private readonly StudyShelf shelf;

    /// <summary>Screens the studies of a registry with the vocabulary of the product.</summary>
    public Screener(StudyRegistry registry)
        : this(registry, LexiconVocabulary.Default)
    {
    }

    internal Screener(StudyRegistry registry, IVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        shelf = new StudyShelf(registry);
    }

    /// <summary>Matches a person with the registry or one study of it: verdicts ranked, with reasons, and what to ask next.</summary>
    /// <exception cref="TrialistException">The study asked for is not in the registry.</exception>
    public async Task<MatchResult> MatchAsync(Person person, MatchOptions options, CancellationToken cancellation)
    {
        var studies = options.Study is { } id
            ? [await shelf.FindAsync(id, cancellation) ?? throw new TrialistException($"{id} is not in the data folder; import it first.")]
            : await shelf.AllAsync(cancellation);
        return Match(person, options.Where is { } wanted ? [.. studies.Where(one => wanted(one.Study))] : studies, options);
    }

    /// <summary>Matches a person with given studies.</summary>
    public MatchResult Match(Person person, IReadOnlyList<ReadStudy> studies, MatchOptions options)
    {
        var prepared = new PreparedPerson(person, options.Settings, vocabulary);
        var problems = Problems.Of(person, options.AsOf);
        var ranked = new List<StudyVerdict>(studies.Count);
        foreach (var (study, criteria) in studies)
        {
            var verdict = StudyMatcher.Judge(study, criteria, prepared);
            var distance = Distances.Nearest(person.Place, study.Sites);
            ranked.Add(verdict with { DistanceKm = distance, Score = Ranker.Score(study, verdict, problems.ConcernOf(study, vocabulary), distance) });
        }

        ranked.Sort(static (left, right) => right.Score.CompareTo(left.Score) is var order and not 0 ? order : left.NctId.CompareTo(right.NctId));
        return new MatchResult(
            options.AsOf, prepared.AgeYears, person.Sex, person.Facts.Count, studies.Count,
            ranked.Take(Math.Max(0, options.Top)).ToValueList(), QuestionPicker.Pick(ranked.Take(StudiesAsked)));
    }

    /// <summary>What would have to be otherwise for a person to be able to take part; empty when the person is no near miss.</summary>
    /// <exception cref="TrialistException">The study is not in the registry.</exception>
    public async Task<ValueList<Change>> ChangesAsync(Person person, NctId study, MatchOptions options, CancellationToken cancellation)
    {
        var read = await shelf.FindAsync(study, cancellation) ?? throw new TrialistException($"{study} is not in the data folder; import it first.");
        return WhatWouldChange.Of(read.Study, read.Criteria, new PreparedPerson(person, options.Settings, vocabulary));
    }

    /// <summary>Finds a study of the registry, read.</summary>
    /// <exception cref="TrialistException">It is not there.</exception>
    public async Task<ReadStudy> StudyAsync(NctId id, CancellationToken cancellation) =>
        await shelf.FindAsync(id, cancellation) ?? throw new TrialistException($"{id} is not in the data folder; import it first.");

    /// <summary>Screens a cohort for a study: the funnel, and each person with reasons.</summary>
    /// <param name="study">A study of the registry or a team's own draft.</param>
    /// <param name="persons">The cohort; read once, one person at a time.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between persons.</param>
    public ScreenResult Screen(ReadStudy study, IEnumerable<Person> persons, ScreenOptions options, CancellationToken cancellation)
    {
        var funnel = new FunnelCounter();
        List<ScreenedPerson> people = [];
        foreach (var person in persons)
        {
            cancellation.ThrowIfCancellationRequested();
            var verdict = StudyMatcher.Judge(study.Study, study.Criteria, new PreparedPerson(person, options.Settings, vocabulary));
            funnel.Add(verdict);
            people.Add(new ScreenedPerson(options.DeIdentify || person.Id is null ? $"{people.Count + 1}" : person.Id, verdict));
        }

        var words = (study.Criteria?.Criteria ?? []).ToDictionary(criterion => criterion.Id, criterion => criterion.Text, StringComparer.Ordinal);
        var rows = funnel.Rows(id => words.TryGetValue(id, out var text) ? text : LimitWords.Of(id, study.Study.Eligibility));
        return new ScreenResult(
            study.Study.NctId.Number == 0 ? null : study.Study.NctId, study.Study.BriefTitle, options.AsOf, people.Count,
            people.Count(one => one.Verdict.Verdict == Verdict.Eligible), people.Count(one => one.Verdict.Verdict == Verdict.Ineligible),
            people.Count(one => one.Verdict.Verdict == Verdict.Undetermined), rows, FunnelCounter.MostCostly(rows),
            people.OrderBy(one => Order(one.Verdict.Verdict)).ToValueList(), QuestionPicker.Pick(people.Select(one => one.Verdict)), options.AssumeComplete);
    }

    /// <inheritdoc />
    public void Dispose() => shelf.Dispose();

    private static int Order(Verdict verdict) => verdict switch
    {
        Verdict.Eligible => 0,
        Verdict.Undetermined => 1,
        Verdict.Ineligible => 2,
    };
}
