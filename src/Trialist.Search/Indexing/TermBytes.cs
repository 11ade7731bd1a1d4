using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Trialist.Search.Indexing;

/// <summary>The bytes of a stream's present term. Lucene's own attribute would copy each term into characters first, and again for each repetition.</summary>
internal sealed class TermBytes : Attribute, ITermToBytesRefAttribute
{
    private const int LongestUsual = 256;

    private byte[] written = new byte[LongestUsual];

    /// <summary>The term, as it is given to the index.</summary>
    public BytesRef BytesRef { get; } = new();

    /// <summary>Sets the term.</summary>
    public void Set(string term)
    {
        var most = Encoding.UTF8.GetMaxByteCount(term.Length);
        if (written.Length < most)
        {
            written = new byte[most];
        }

        BytesRef.Bytes = written;
        BytesRef.Length = Encoding.UTF8.GetBytes(term, written);
    }

    /// <summary>Sets the term to bytes that stay as they are.</summary>
    public void Set(byte[] term)
    {
        BytesRef.Bytes = term;
        BytesRef.Length = term.Length;
    }

    /// <summary>The bytes are set with the term.</summary>
    public void FillBytesRef() { }

    public override void Clear() => BytesRef.Length = 0;

    public override void CopyTo(IAttribute target) => ((TermBytes)target).BytesRef.CopyBytes(BytesRef);
}
