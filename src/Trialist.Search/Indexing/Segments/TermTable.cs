using System.Numerics;
using System.Text;
using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The terms of a segment that is being gathered, for all its fields: a term is a number until it is written.</summary>
internal sealed class TermTable
{
    private const int MostFollowed = 1 << 20; // forms of words; a large registry has more, but those are rare

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int[] afterForms = new int[1 << 16]; // by number of the form: one more than the number of its term; 0 while that is not known

    public int Count => texts.Count;

    /// <summary>Letters of all terms.</summary>
    public long Letters { get; private set; }

    /// <summary>The number of a term.</summary>
    public int NumberOf(string term)
    {
        if (!numbers.TryGetValue(term, out var number))
        {
            numbers.Add(term, number = numbers.Count);
            texts.Add(term);
            Letters += term.Length;
        }

        return number;
    }

    /// <summary>The number of a word's term. Words come again and again, so that their texts need not be looked up.</summary>
    public int NumberOf(WordForm form)
    {
        if (form.Number >= MostFollowed)
        {
            return NumberOf(form.Term);
        }

        if (form.Number >= afterForms.Length)
        {
            Array.Resize(ref afterForms, (int)BitOperations.RoundUpToPowerOf2((uint)form.Number + 1));
        }

        ref var after = ref afterForms[form.Number];
        if (after == 0)
        {
            after = NumberOf(form.Term) + 1;
        }

        return after - 1;
    }

    /// <summary>The term of a number.</summary>
    public string TextOf(int number) => texts[number];

    /// <summary>Puts the terms in the order of the index, that of their bytes.</summary>
    public RankedTerms Rank()
    {
        var bytes = new byte[texts.Sum(Encoding.UTF8.GetByteCount)];
        var keys = new TermKey[texts.Count];
        var end = 0;
        for (var number = 0; number < texts.Count; number++)
        {
            var length = Encoding.UTF8.GetBytes(texts[number], bytes.AsSpan(end));
            keys[number] = TermKey.Of(bytes, end, length, number);
            end += length;
        }

        Array.Sort(keys);
        return new RankedTerms(bytes, keys);
    }

    public void Clear()
    {
        numbers.Clear();
        texts.Clear();
        Array.Clear(afterForms);
        Letters = 0;
    }
}
