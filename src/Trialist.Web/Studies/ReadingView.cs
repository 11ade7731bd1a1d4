using Trialist.Criteria;
using Trialist.Web.Words;

namespace Trialist.Web.Studies;

/// <summary>A criteria document as a page shows it, with how far it was read and what is odd about it.</summary>
/// <param name="Document">The document.</param>
/// <param name="English">True to show what was understood in plain English.</param>
/// <param name="Switches">True where the page can be asked for the other way of showing.</param>
internal sealed record ReadingView(CriteriaDocument Document, bool English, bool Switches)
{
    /// <summary>How many criteria were read how far; none where there are none.</summary>
    public IEnumerable<(Reading Reading, int Count)> Counts
    {
        get
        {
            var readings = WholeReading.Of(Document);
            return ReadingWords.InOrder.Select(reading => (reading, readings.Count(one => one == reading))).Where(entry => entry.Item2 > 0);
        }
    }
}
