using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The fields of a draft. One is sorted when its terms are gone over; one at a time.</summary>
internal sealed class DraftFields(IReadOnlyList<FieldDraft> fields, RankedTerms terms, PostingSort sort) : Fields
{
    public override int Count => fields.Count;

    public override IEnumerator<string> GetEnumerator() => fields.Select(field => field.Name).GetEnumerator();

    public override Terms? GetTerms(string field) =>
        fields.FirstOrDefault(draft => draft.Name == field) is { } found ? new DraftTerms(found, sort, terms) : null;
}
