using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;
using Trialist.Search.Results;

namespace Trialist.Search.Queries;

/// <summary>Turns plain queries into one query of the index: folds words, finds concepts of several words, adds synonyms.</summary>
internal sealed class QueryCompiler
{
    private const int LongestName = 6;
    private const float SynonymBoost = 0.8f;

    // Each phrase is a look-up in several fields; the nearest synonyms come first.
    private const int MostPhrases = 8;

    // "Blood" and "cancer" somewhere in a study say less than the name of a blood cancer.
    private const float ScatteredNameBoost = 0.5f;
    private const int LongestLift = 6;
    private const int LiftSlop = 3;

    private readonly PieceWords inPieces;
    private readonly AreaQueries areas;
    private readonly SynonymBook? synonyms;
    private readonly NameScores names;
    private readonly CompiledQuery compiled = new();

    private QueryCompiler(PieceWords inPieces, SynonymBook? synonyms, NameScores names)
    {
        this.inPieces = inPieces;
        areas = new AreaQueries(inPieces);
        this.synonyms = synonyms;
        this.names = names;
    }

    /// <summary>Compiles all texts of a search.</summary>
    /// <param name="texts">The texts; all that are given must match.</param>
    /// <param name="inPieces">Where words stand.</param>
    /// <param name="synonyms">Other names; null to search for the words as typed.</param>
    /// <param name="names">What is remembered of names.</param>
    public static CompiledQuery Compile(ValueList<FinderText> texts, PieceWords inPieces, SynonymBook? synonyms, NameScores names)
    {
        var compiler = new QueryCompiler(inPieces, synonyms, names);
        foreach (var (area, node) in texts)
        {
            compiler.AddTop(area, node);
        }

        return compiler.compiled;
    }

    private void AddTop(SearchArea area, QueryNode node)
    {
        var items = node.Parts();
        foreach (var item in items)
        {
            switch (item)
            {
                case QueryNode.Study study:
                    compiled.NamedStudies.Add(study.Id.ToString());
                    break;
                case QueryNode.Not not when Node(area, not.Item) is { } forbidden:
                    compiled.Forbidden.Add(forbidden);
                    break;
                default:
                    break;
            }
        }

        var rest = items.Where(item => item is not (QueryNode.Study or QueryNode.Not)).ToValueList();
        compiled.Required.AddRange(Parts(area, rest, out var terms));
        if (terms.Count is > 1 and <= LongestLift)
        {
            compiled.Lifting.Add(AreaQueries.PieceToPhrase("Condition", terms, LiftSlop, 1));
            compiled.Lifting.Add(AreaQueries.PieceToPhrase("BriefTitle", terms, LiftSlop, 1));
        }
    }

    private Query? Node(SearchArea area, QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Study study:
                return new TermQuery(new Term(StudyFields.Id, study.Id.ToString()));
            case QueryNode.AnyOf any:
                var either = new BooleanQuery(disableCoord: true);
                foreach (var item in any.Items)
                {
                    if (Node(area, item) is { } query)
                    {
                        either.Add(query, Occur.SHOULD);
                    }
                }

                return either.Clauses.Count > 0 ? either : null;
            case QueryNode.Not not:
                return Node(area, not.Item) is { } negated ? new BooleanQuery { { new MatchAllDocsQuery(), Occur.MUST }, { negated, Occur.MUST_NOT } } : null;
            case QueryNode.AllOf all:
                var parts = Parts(area, all.Items, out _);
                return parts.Count > 0 ? AreaQueries.All(parts) : null;
            default:
                var alone = Parts(area, [node], out _);
                return alone.Count > 0 ? AreaQueries.All(alone) : null;
        }
    }

    // Neighbouring words are read together, so that a name of several words is one part with its synonyms.
    private List<Query> Parts(SearchArea area, ValueList<QueryNode> items, out List<string> terms)
    {
        var parts = new List<Query>();
        terms = [];
        var run = new List<QueryWord>();
        var meaningful = items.Count(item => item is not QueryNode.Word word || !IsStop(word.Text));
        foreach (var item in items)
        {
            if (item is QueryNode.Word word)
            {
                if (meaningful == 0 || !IsStop(word.Text))
                {
                    var read = QueryWord.Of(word.Text);
                    run.AddRange(read);
                    terms.AddRange(read.SelectMany(part => part.Parts));
                }

                continue;
            }

            Flush(area, run, parts);
            if (item is QueryNode.Phrase phrase)
            {
                AddPhrase(area, phrase.Text, parts);
            }
            else if (Node(area, item) is { } query)
            {
                parts.Add(query);
            }
        }

        Flush(area, run, parts);
        return parts;
    }

    private static bool IsStop(string word) => WordSplitter.Split(word) is [var only] && StopWords.Contains(only.Term);

    private void AddPhrase(SearchArea area, string text, List<Query> parts)
    {
        var terms = WordSplitter.Split(text).Where(word => !word.Joined).Select(word => word.Term).ToList();
        if (terms.Count > 0)
        {
            compiled.MarkedTerms.UnionWith(terms.Where(term => !StopWords.Contains(term)));
            parts.Add(areas.Phrase(area, terms));
        }
    }

    private void Flush(SearchArea area, List<QueryWord> run, List<Query> parts)
    {
        for (var i = 0; i < run.Count;)
        {
            var length = Math.Min(LongestName, run.Count - i);
            IReadOnlyList<Synonym> others = [];
            for (; length > 0; length--)
            {
                others = SynonymsOf(run, i, length);
                if (others.Count > 0)
                {
                    break;
                }
            }

            length = Math.Max(length, 1);
            parts.Add(Concept(area, run.GetRange(i, length), others));
            i += length;
        }

        run.Clear();
    }

    private IReadOnlyList<Synonym> SynonymsOf(List<QueryWord> run, int start, int length)
    {
        if (synonyms is null)
        {
            return [];
        }

        var words = run.GetRange(start, length);
        return synonyms.Of(string.Join(' ', words.SelectMany(word => word.Parts)), string.Join(' ', words.Select(word => word.Written)));
    }

    private Query Concept(SearchArea area, List<QueryWord> words, IReadOnlyList<Synonym> others)
    {
        var own = AreaQueries.All(words.ConvertAll(word => WordQuery(area, word)));
        if (others.Count == 0)
        {
            return own;
        }

        var used = new List<string>();
        var ownTerms = words.SelectMany(word => word.Parts).ToHashSet(StringComparer.Ordinal);
        var usedTerms = new List<string>();
        var phrases = 0;
        var alternatives = new List<Query> { own };
        foreach (var other in others)
        {
            if (IsCovered(other.Terms, ownTerms, usedTerms) || (other.Terms.Length > 1 && ++phrases > MostPhrases) || Array.Exists(other.Terms, term => !IsKnown(area, term)))
            {
                continue; // found by the other words already, one too many, or no study says so
            }

            usedTerms.Add($" {string.Join(' ', other.Terms)} ");

            used.Add(other.Written);
            compiled.MarkedTerms.UnionWith(other.Terms.Where(term => !StopWords.Contains(term))); // not each "of" because of "neoplasm of breast"
            var query = areas.Phrase(area, other.Terms, isSynonym: true);
            if (other.Terms.Length > 1)
            {
                query = new NameQuery($"{area.Name} {string.Join(' ', other.Terms)}", query, names);
            }

            query.Boost *= SynonymBoost * Commonness(area, ownTerms, other.Terms);
            alternatives.Add(query);
        }

        if (used.Count == 0)
        {
            return own;
        }

        if (words.Count > 1)
        {
            own.Boost *= ScatteredNameBoost;
        }

        compiled.Synonyms.Add(new SynonymUse(string.Join(' ', words.Select(word => word.Written)), used.ToValueList()));
        return new DisjunctionMaxQuery(alternatives, 0);
    }

    // Another name counts as a mention of what was asked for, not by its own rarity: else a rare kind of asthma stands above asthma.
    private float Commonness(SearchArea area, HashSet<string> own, string[] other) =>
        AreaQueries.IsCombined(area) && inPieces.RarityOf(area.Name, [.. own]) is > 0 and var asked && inPieces.RarityOf(area.Name, other) is var rarity && rarity > asked ? asked / rarity : 1;

    // "Lung cancer" needs no "small cell lung cancer" beside it, nor "myocardial infarction" an "acute myocardial infarction".
    private static bool IsCovered(string[] terms, HashSet<string> ownTerms, List<string> used)
    {
        var padded = $" {string.Join(' ', terms)} ";
        return ownTerms.IsSubsetOf(terms) || used.Exists(shorter => padded.Contains(shorter, StringComparison.Ordinal));
    }

    private bool IsKnown(SearchArea area, string term) => !AreaQueries.IsCombined(area) || inPieces.MayHold(area.Name, term);

    private Query WordQuery(SearchArea area, QueryWord word)
    {
        compiled.MarkedTerms.UnionWith(word.Parts);
        if (word.Joined is not null)
        {
            compiled.MarkedTerms.Add(word.Joined);
        }

        if (AreaQueries.IsCombined(area))
        {
            compiled.Words.Add(word.Written);
            if (IsMissing(area, word))
            {
                compiled.MissingWords.Add(word.Written);
            }
        }

        var parts = word.IsCompound
            ? areas.Phrase(area, word.Parts)
            : AreaQueries.All([.. word.Parts.Select(part => areas.Word(area, part))]);
        return word.Joined is null ? parts : new DisjunctionMaxQuery([areas.Word(area, word.Joined), parts], 0);
    }

    private bool IsMissing(SearchArea area, QueryWord word) =>
        word.Parts.Exists(part => !IsKnown(area, part)) && (word.Joined is null || !IsKnown(area, word.Joined));
}
