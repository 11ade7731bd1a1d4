using Lucene.Net.Search;
using Trialist.Search.Results;

namespace Trialist.Search.Queries;

/// <summary>A query ready to run.</summary>
internal sealed class CompiledQuery
{
    /// <summary>What must match, one after another joined; relaxing may drop some.</summary>
    public List<Query> Required { get; } = [];

    /// <summary>What must not match.</summary>
    public List<Query> Forbidden { get; } = [];

    /// <summary>What lifts a match: the words standing together in title or condition.</summary>
    public List<Query> Lifting { get; } = [];

    /// <summary>Studies named by number, found whatever else is asked.</summary>
    public HashSet<string> NamedStudies { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms to mark in the hits.</summary>
    public HashSet<string> MarkedTerms { get; } = new(StringComparer.Ordinal);

    public List<SynonymUse> Synonyms { get; } = [];

    /// <summary>Words asked of all text, as typed.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Those that no study holds.</summary>
    public List<string> MissingWords { get; } = [];

    public bool IsEmpty => Required.Count == 0 && Forbidden.Count == 0 && NamedStudies.Count == 0;

    /// <summary>True when only numbers of studies were typed: filters are then left aside, as in the registry.</summary>
    public bool NamesStudiesOnly => NamedStudies.Count > 0 && Required.Count == 0;

    public bool CanRelax => Required.Count > 1;

    /// <summary>The query with at least <paramref name="least"/> of the required parts.</summary>
    public Query ToQuery(int least)
    {
        var text = TextQuery(least);
        if (NamedStudies.Count == 0)
        {
            return text ?? new MatchAllDocsQuery();
        }

        const float FirstOfAll = 1000;
        var either = new BooleanQuery(disableCoord: true);
        foreach (var id in NamedStudies)
        {
            either.Add(new ConstantScoreQuery(NamedStudy(id)) { Boost = FirstOfAll }, Occur.SHOULD);
        }

        if (text is not null)
        {
            either.Add(text, Occur.SHOULD);
        }

        return either;
    }

    private static BooleanQuery NamedStudy(string id) => new(disableCoord: true)
    {
        { new TermQuery(new Lucene.Net.Index.Term(Indexing.StudyFields.Id, id)), Occur.SHOULD },
        { new TermQuery(new Lucene.Net.Index.Term("NCTIdAlias", id.ToLowerInvariant())), Occur.SHOULD },
    };

    private Query? TextQuery(int least)
    {
        if (Required.Count == 0 && Forbidden.Count == 0)
        {
            return null;
        }

        if (Required.Count == 1 && Forbidden.Count == 0 && Lifting.Count == 0)
        {
            return Required[0];
        }

        var query = new BooleanQuery(disableCoord: true);
        if (least < Required.Count)
        {
            var some = new BooleanQuery(disableCoord: false) { MinimumNumberShouldMatch = least };
            Required.ForEach(part => some.Add(part, Occur.SHOULD));
            query.Add(some, Occur.MUST);
        }
        else
        {
            Required.ForEach(part => query.Add(part, Occur.MUST));
        }

        if (Required.Count == 0)
        {
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        Forbidden.ForEach(part => query.Add(part, Occur.MUST_NOT));
        Lifting.ForEach(part => query.Add(part, Occur.SHOULD));
        return query;
    }
}
