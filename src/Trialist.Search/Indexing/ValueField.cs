using Lucene.Net.Documents;

namespace Trialist.Search.Indexing;

/// <summary>A field of whole values, filled again for each study: a field of Lucene for every value would make a stream and its attributes each time.</summary>
internal sealed class ValueField
{
    private readonly List<PieceToken> values = [];
    private readonly Field field;

    public ValueField(string name) => field = new Field(name, new PieceStream(values), StudyFields.Unweighted);

    /// <summary>The field with these values.</summary>
    public Field Of(IEnumerable<string> all)
    {
        values.Clear();
        foreach (var value in all)
        {
            values.Add(new PieceToken(value, values.Count));
        }

        return field;
    }
}
