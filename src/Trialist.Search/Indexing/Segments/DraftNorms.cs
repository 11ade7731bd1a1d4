using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Segments;

/// <summary>How long a field is in each study of a draft, as Lucene keeps it.</summary>
internal sealed class DraftNorms(FieldDraft field) : NumericDocValues
{
    public override long Get(int docID) => field.NormOf(docID);
}
