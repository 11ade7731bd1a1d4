using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Expressions.Running;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;
using Trialist.Search.Places;
using Trialist.Search.Queries;
using Trialist.Search.Results;
using Trialist.Terminology;

namespace Trialist.Search.Searching;

/// <summary>One committed state of the index, which never changes. It stays open while a search uses it.</summary>
internal sealed class Snapshot
{
    // Columns of a segment live as long as the segment; a new state of the index shares those of its old segments.
    private readonly ConditionalWeakTable<object, SegmentColumns> columnsOfSegments;
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<string, OrderColumn>> ordersOfSegments = [];
    private readonly ConditionalWeakTable<object, int[]> numbersOfSegments = [];
    private readonly ConditionalWeakTable<object, StudyPlaces> placesOfSegments = [];
    private readonly ConditionalWeakTable<object, CommonParts> partsOfSegments = [];
    private readonly Lazy<PlaceDirectory> places;
    private readonly Lazy<ValueList<LocationNode>> locations;

    public Snapshot(DirectoryReader reader, ValueTables tables, ConditionalWeakTable<object, SegmentColumns> columnsOfSegments)
    {
        Reader = reader;
        Tables = tables;
        this.columnsOfSegments = columnsOfSegments;
        Searcher = new IndexSearcher(reader) { Similarity = StudySimilarity.Instance };
        Synonyms = new SynonymBook([new LexiconSynonyms(Lexicon.Default), new RecordSynonyms(reader)]);
        Names = new NameSuggestions(reader);
        NameScores = new NameScores(Searcher);
        Words = new PieceWords(reader);
        LatestStartYear = reader.Leaves.Select(leaf => (int)ColumnsOf(leaf).LatestStartYear).DefaultIfEmpty().Max();
        places = new Lazy<PlaceDirectory>(() => new PlaceDirectory(tables.Places, SitesOfStudies()));
        locations = new Lazy<ValueList<LocationNode>>(() => Places.Tree());
    }

    public DirectoryReader Reader { get; }

    public NameSuggestions Names { get; }

    public NameScores NameScores { get; }

    public PieceWords Words { get; }

    /// <summary>Made when a place is first asked for.</summary>
    public PlaceDirectory Places => places.Value;

    public ValueList<LocationNode> Locations => locations.Value;

    /// <summary>The latest year in which a study starts; 0 when none says.</summary>
    public int LatestStartYear { get; }

    public IndexSearcher Searcher { get; }

    public ValueTables Tables { get; }

    public SynonymBook Synonyms { get; }

    public SegmentColumns ColumnsOf(AtomicReaderContext leaf) =>
        columnsOfSegments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new SegmentColumns(leaf.AtomicReader, Tables));

    /// <summary>The values of an ordered piece in a segment.</summary>
    public OrderColumn OrderOf(AtomicReaderContext leaf, Piece piece) =>
        ordersOfSegments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new ConcurrentDictionary<string, OrderColumn>(StringComparer.Ordinal))
            .GetOrAdd(piece.Name, _ => new OrderColumn(leaf.AtomicReader, piece));

    /// <summary>The studies' numbers in a segment.</summary>
    public int[] NumbersOf(AtomicReaderContext leaf) => numbersOfSegments.GetValue(leaf.AtomicReader.CoreCacheKey, _ =>
    {
        var numbers = new int[leaf.AtomicReader.MaxDoc];
        foreach (var terms in new TokenSet(StudyFields.Id, null, null).In(leaf.AtomicReader))
        {
            var number = NctId.Parse(terms.Term.Utf8ToString()).Number;
            var docs = terms.Docs(null, null, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                numbers[doc] = number;
            }
        }

        return numbers;
    });

    /// <summary>The number of a study of the index.</summary>
    public int NumberOf(int doc)
    {
        var leaf = LeafOf(doc);
        return NumbersOf(leaf)[doc - leaf.DocBase];
    }

    /// <summary>Where studies stand in a segment, by their numbers.</summary>
    public StudyPlaces PlacesOf(AtomicReaderContext leaf) => placesOfSegments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new StudyPlaces(NumbersOf(leaf)));

    /// <summary>What many studies of a segment hold.</summary>
    public CommonParts CommonPartsOf(AtomicReaderContext leaf) => partsOfSegments.GetOrCreateValue(leaf.AtomicReader.CoreCacheKey);

    public AtomicReaderContext LeafOf(int doc) => Reader.Leaves[ReaderUtil.SubIndex(doc, Reader.Leaves)];

    public StudyRow RowOf(int doc)
    {
        var leaf = LeafOf(doc);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(StudyFields.Row).Get(doc - leaf.DocBase, bytes);
        return StudyRows.Read(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    private IEnumerable<int[]> SitesOfStudies()
    {
        foreach (var leaf in Reader.Leaves)
        {
            var sites = ColumnsOf(leaf).Sites;
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                if (live is null || live.Get(doc))
                {
                    yield return sites[doc].ToArray();
                }
            }
        }
    }

    public bool TryHold() => Reader.TryIncRef();

    public void LetGo() => Reader.DecRef();
}
