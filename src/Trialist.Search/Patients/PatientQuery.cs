using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;
using Trialist.Search.Queries;
using Trialist.Terminology;

namespace Trialist.Search.Patients;

/// <summary>Weighs the words of a note by what the index itself knows of them: how rare a word is, and how often studies are about it rather than merely mention it.</summary>
internal sealed class PatientQuery
{
    private const int LongestName = 6;
    private const int MostWords = 150;
    private const int MostNames = 60;
    private const int MostCounted = 4;
    private const int MostOtherNames = 3;
    private const double Aboutness = 0.8;
    private const float OtherNameWeight = 0.7f;

    // How much a field counts for a single word: by what studies with the word are about, and for being mentioned at all.
    private static readonly (string Field, float About, float Mention)[] WordFields =
        [(SearchArea.Condition.Name, 1.0f, 0), (SearchArea.Basic.Name, 0.6f, 0.1f), (StudyFields.Inclusion, 0.2f, 0.1f), ("DetailedDescription", 0.2f, 0.1f), ("EligibilityCriteria", 0, 0.1f)];

    // How much a field counts for a name of a condition that the note mentions.
    private static readonly (string Field, float Weight)[] NameFields =
        [("Condition", 1.0f), ("BriefTitle", 0.7f), ("OfficialTitle", 0.5f), ("Keyword", 0.3f), ("ConditionMeshTerm", 0.4f), ("EligibilityCriteria", 0.25f)];

    private readonly IndexReader reader;
    private readonly SynonymBook synonyms;
    private readonly Terms? names;
    private readonly int studies;

    public PatientQuery(IndexReader reader, SynonymBook synonyms)
    {
        this.reader = reader;
        this.synonyms = synonyms;
        names = MultiFields.GetTerms(reader, StudyFields.Suggestion);
        studies = Math.Max(1, reader.NumDocs);
    }

    /// <summary>The query for a note; null when nothing in it is known to the index.</summary>
    public Query? Of(PatientText patient)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (term, weight) in Words(patient).OrderByDescending(word => word.Weight).Take(MostWords))
        {
            foreach (var (field, about, mention) in WordFields)
            {
                query.Add(new TermQuery(new Term(field, term)) { Boost = (weight * about) + mention }, Occur.SHOULD);
            }
        }

        foreach (var (terms, weight) in Names(patient).OrderByDescending(name => name.Weight).Take(MostNames))
        {
            query.Add(Name(terms, weight), Occur.SHOULD);
        }

        return query.Clauses.Count > 0 ? query : null;
    }

    /// <summary>How much each word of a note says of what it is about: its rarity among the studies, by the share of the studies with it that are about it.</summary>
    public IReadOnlyDictionary<string, double> Telling(PatientText patient) =>
        Terms(patient).Keys.Select(term => (Term: term, About: About(term, out var studiesWith), With: studiesWith)).Where(word => word.With > 0)
            .ToDictionary(word => word.Term, word => Math.Log((double)studies / word.With) * Math.Pow(word.About, Aboutness), StringComparer.Ordinal);

    private static DisjunctionMaxQuery Name(string[] terms, float weight) =>
        new([.. NameFields.Select(field => terms.Length == 1
            ? (Query)new TermQuery(new Term(field.Field, terms[0])) { Boost = weight * field.Weight }
            : AreaQueries.PieceToPhrase(field.Field, terms, 0, weight * field.Weight))], 0.4f);

    private IEnumerable<(string Term, float Weight)> Words(PatientText patient)
    {
        foreach (var (term, count) in Terms(patient))
        {
            var about = About(term, out var studiesWith);
            if (studiesWith > 0)
            {
                yield return (term, (float)(Math.Sqrt(Math.Min(count, MostCounted)) * Math.Pow(about, Aboutness)));
            }
        }
    }

    private static Dictionary<string, int> Terms(PatientText patient)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in PatientWords.Terms(patient.Clauses.SelectMany(clause => clause)))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }

    // The share of the studies with the word that are about it: high for "stenosis", low for "presented".
    private double About(string term, out int studiesWith)
    {
        studiesWith = reader.DocFreq(new Term(SearchArea.Basic.Name, term));
        return studiesWith == 0 ? 0 : (double)reader.DocFreq(new Term(SearchArea.Condition.Name, term)) / studiesWith;
    }

    // Names of conditions that the note mentions, longest first, with what else they are called.
    private List<(string[] Terms, float Weight)> Names(PatientText patient)
    {
        var found = new Dictionary<string, (string Written, int Count)>(StringComparer.Ordinal);
        foreach (var clause in patient.Clauses)
        {
            for (var i = 0; i < clause.Count;)
            {
                var length = LongestAt(clause, i, out var written);
                if (length > 0)
                {
                    var key = StudyNames.Key(written);
                    found[key] = (written, found.GetValueOrDefault(key).Count + 1);
                }

                i += Math.Max(1, length);
            }
        }

        var weighed = new List<(string[] Terms, float Weight)>();
        foreach (var (key, (written, count)) in found)
        {
            var weight = (float)Math.Sqrt(Math.Min(count, MostCounted));
            weighed.Add((key.Split(' '), weight));
            foreach (var other in synonyms.Of(key, written).Take(MostOtherNames))
            {
                weighed.Add((other.Terms, OtherNameWeight * weight));
            }
        }

        return weighed;
    }

    private int LongestAt(List<string> clause, int start, out string written)
    {
        for (var length = Math.Min(LongestName, clause.Count - start); length > 0; length--)
        {
            var words = clause.GetRange(start, length);
            written = string.Join(' ', words);
            if (words.Contains("") || (length == 1 && (written.Length < 3 || char.IsAsciiDigit(written[0]) || StopWords.Contains(WordForms.OfThread.TermOf(written)))))
            {
                continue;
            }

            if (IsCondition(written))
            {
                return length;
            }
        }

        written = "";
        return 0;
    }

    private bool IsCondition(string written)
    {
        if (Lexicon.Default.Find(written).Any(entry => entry.Kind == EntryKind.Condition))
        {
            return true;
        }

        if (names is null)
        {
            return false;
        }

        var prefix = $"{StudyNames.ConditionKind}|{StudyNames.Folded(written)}|";
        var terms = names.GetEnumerator();
        return terms.SeekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END && terms.Term.Utf8ToString().StartsWith(prefix, StringComparison.Ordinal)
            && terms.DocFreq < studies;
    }
}
