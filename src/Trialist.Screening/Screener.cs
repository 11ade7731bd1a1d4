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
        shelf = new StudyShelf(registry, vocabulary);
    }

    /// <summary>Matches a person with the registry or one study of it: verdicts ranked, with reasons, and what to ask next.</summary>
    /// <exception cref="TrialistException">The study asked for is not in the registry.</exception>
    public async Task<MatchResult> MatchAsync(Person person, MatchOptions options, CancellationToken cancellation) => options.Study is { } id
        ? Match(person, [await StudyAsync(id, cancellation)], options)
        : Match(person, await shelf.AllAsync(cancellation), options);

    /// <summary>Matches a person with given studies.</summary>
    public MatchResult Match(Person person, IReadOnlyList<ReadStudy> studies, MatchOptions options) => Match(person, new ReadStudies(studies, vocabulary), options);

    // The bulk engine says how the person stands to every study; the reference gives reasons for those that are shown or asked about.
    private MatchResult Match(Person person, ReadStudies studies, MatchOptions options)
    {
        var prepared = new PreparedPerson(person, options.Settings, vocabulary);
        var (considered, ranked) = Rank(prepared, studies, options);
        var shown = Math.Max(0, options.Top);
        var reasoned = ranked.Take(Math.Max(shown, StudiesAsked)).Select(place =>
        {
            var (study, criteria) = studies.List[place.Study];
            return StudyMatcher.Judge(study, criteria, prepared) with { DistanceKm = place.DistanceKm, Score = place.Score };
        }).ToList();
        return new MatchResult(
            options.AsOf, prepared.AgeYears, person.Sex, person.Facts.Count, considered,
            reasoned.Take(shown).ToValueList(), QuestionPicker.Pick(reasoned.Take(StudiesAsked)));
    }

    private static (int Considered, List<RankedStudy> Ranked) Rank(PreparedPerson person, ReadStudies studies, MatchOptions options)
    {
        var standings = studies.Stand(person);
        var concern = studies.Subjects.ConcernOf(Problems.Of(person.Person, options.AsOf));
        List<RankedStudy> ranked = [];
        var considered = 0;
        for (var index = 0; index < standings.Length; index++)
        {
            var study = studies.List[index].Study;
            if (options.Where is { } wanted && !wanted(study))
            {
                continue;
            }

            considered++;
            var distance = Distances.Nearest(person.Person.Place, study.Sites);
            var left = (options.OnlyPossible && standings[index].Verdict == Verdict.Ineligible) ||
                (options.WithinKm is { } reach && person.Person.Place is { Latitude: not null } && !(distance <= reach));
            if (!left)
            {
                ranked.Add(new RankedStudy(index, study.NctId, Ranker.Score(study, standings[index], concern[index], distance), distance));
            }
        }

        ranked.Sort(static (left, right) => right.Score.CompareTo(left.Score) is var order and not 0 ? order : left.NctId.CompareTo(right.NctId));
        return (considered, ranked);
    }

    /// <summary>What would have to be otherwise for a person to be able to take part; empty when the person is no near miss.</summary>
    /// <exception cref="TrialistException">The study is not in the registry.</exception>
    public async Task<ValueList<Change>> ChangesAsync(Person person, NctId study, MatchOptions options, CancellationToken cancellation)
    {
        return Changes(person, await StudyAsync(study, cancellation), options);
    }

    /// <summary>The same for a study that is at hand, such as a local one.</summary>
    public ValueList<Change> Changes(Person person, ReadStudy study, MatchOptions options) =>
        WhatWouldChange.Of(study.Study, study.Criteria, new PreparedPerson(person, options.Settings, vocabulary));

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
