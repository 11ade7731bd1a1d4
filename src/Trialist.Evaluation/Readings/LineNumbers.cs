namespace Trialist.Evaluation.Readings;

/// <summary>Line numbers, counted from 1, of offsets in a text.</summary>
internal sealed class LineNumbers
{
    private readonly List<int> starts = [0];

    public LineNumbers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }
    }

    public int Of(int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }
}
