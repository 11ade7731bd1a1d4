using System.Text;
using System.Text.Json;
using Lucene.Net.Store;
using Trialist.Search.Eligibility;
using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

/// <summary>An index in memory over whole records.</summary>
internal sealed class RecordIndex : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly StudyIndex index;

    public RecordIndex(IEnumerable<string> records, bool commitEach = false)
    {
        using (var writer = new StudyIndexWriter(directory))
        {
            foreach (var record in records)
            {
                using var json = JsonDocument.Parse(record);
                var id = json.RootElement.GetProperty("protocolSection").GetProperty("identificationModule").GetProperty("nctId").GetString();
                writer.Put(new Study(NctId.Parse(id!), ""), Encoding.UTF8.GetBytes(record));
                if (commitEach)
                {
                    writer.Commit(new Dictionary<string, string>());
                }
            }

            writer.Commit(new Dictionary<string, string>());
        }

        index = StudyIndex.Open(directory);
    }

    /// <summary>The index itself.</summary>
    public StudyIndex Studies => index;

    /// <summary>The last two digits of the studies that an expression finds, in their order.</summary>
    public string Find(string expression, string area = "BasicSearch") =>
        string.Join(' ', Page(new ExpressionSearch { Queries = [new RankedExpression(area, Expression.Parse(expression)!)], Sort = [], Limit = 1000 }).Studies.Order().Select(id => id.ToString()[^2..]));

    /// <summary>The same, best first.</summary>
    public string Ranked(string expression, string area = "BasicSearch") =>
        string.Join(' ', Page(new ExpressionSearch { Queries = [new RankedExpression(area, Expression.Parse(expression)!)], Limit = 1000 }).Studies.Select(id => id.ToString()[^2..]));

    public HashSet<NctId> Filter(Expression expression, CriteriaTable? criteria = null) => [.. Page(new ExpressionSearch { Filters = [new FilterExpression(expression)], Criteria = criteria, Limit = 1000 }).Studies];

    public ExpressionPage Page(ExpressionSearch search) => index.Find(search);

    public void Dispose()
    {
        index.Dispose();
        directory.Dispose();
    }
}
