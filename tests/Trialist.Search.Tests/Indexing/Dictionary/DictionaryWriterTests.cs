using System.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Trialist.Search.Indexing.Dictionary;

namespace Trialist.Search.Tests.Indexing.Dictionary;

public sealed class DictionaryWriterTests
{
    public static TheoryData<string, string[]> Terms() => new()
    {
        { "one", ["asthma"] },
        { "the empty term", ["", "a", "b"] },
        { "a block's worth", [.. Enumerable.Range(0, 25).Select(i => $"a{i:D2}")] },
        { "one more than a block holds", [.. Enumerable.Range(0, 49).Select(i => $"a{i:D2}")] },
        { "a term that is the beginning of many", ["ab", .. Enumerable.Range(0, 300).Select(i => $"ab{i}")] },
        { "all bytes behind one beginning", [.. Enumerable.Range(1, 2000).Where(i => !char.IsSurrogate((char)i)).Select(i => $"x{(char)i}y")] },
        { "long ones", [.. Enumerable.Range(0, 200).Select(i => new string('q', i))] },
        { "letters beyond the first plane", [.. Enumerable.Range(0, 500).Select(i => char.ConvertFromUtf32(0x10000 + (i * 97)) + i)] },
        { "words", [.. Random(seed: 1, count: 20_000, letters: 6, longest: 9)] },
        { "few letters", [.. Random(seed: 2, count: 5_000, letters: 2, longest: 14)] },
        { "many letters", [.. Random(seed: 3, count: 5_000, letters: 60, longest: 4)] },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Dictionary_OfTerms_IsTheOneThatLuceneWrites(string which, string[] terms)
    {
        var (expected, actual) = (Written(new Lucene46Codec(), terms), Written(new SegmentCodec(), terms));

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, bytes) in expected)
        {
            Assert.True(actual[file].AsSpan().SequenceEqual(bytes), $"{which}: {file}");
        }
    }

    // The files of one segment; terms of a field with places and of one without.
    private static Dictionary<string, byte[]> Written(Codec codec, string[] terms)
    {
        using var directory = new RAMDirectory();
        using var analyzer = new KeywordAnalyzer();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Codec = codec, UseCompoundFile = false }))
        {
            for (var i = 0; i < terms.Length; i++)
            {
                var document = new Document { new StringField("id", terms[i], Field.Store.NO), new TextField("text", terms[i], Field.Store.NO) };
                if (i % 3 == 0)
                {
                    document.Add(new TextField("text", terms[i / 2], Field.Store.NO));
                }

                writer.AddDocument(document);
            }
        }

        var files = new Dictionary<string, byte[]>();
        foreach (var name in directory.ListAll().Where(name => name.EndsWith(".tim", StringComparison.Ordinal) || name.EndsWith(".tip", StringComparison.Ordinal)))
        {
            using var input = directory.OpenInput(name, IOContext.DEFAULT);
            files[name] = new byte[input.Length];
            input.ReadBytes(files[name], 0, files[name].Length);
        }

        Assert.Equal(2, files.Count);
        return files;
    }

    private static IEnumerable<string> Random(int seed, int count, int letters, int longest)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var word = new StringBuilder();
            for (var length = random.Next(longest + 1); length > 0; length--)
            {
                word.Append((char)('A' + random.Next(letters)));
            }

            yield return word.ToString();
        }
    }
}
