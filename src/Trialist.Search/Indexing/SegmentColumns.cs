using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Facets;
using Trialist.Search.Places;

namespace Trialist.Search.Indexing;

/// <summary>The columns of one segment as arrays, so that filters and facets cost nanoseconds a study. Immutable: a segment never changes.</summary>
internal sealed class SegmentColumns
{
    /// <summary>The bit that marks an open site beside its place's number.</summary>
    public const int OpenBit = 1 << 31;

    private readonly Lazy<FacetCounter> allCounted;

    public SegmentColumns(AtomicReader reader, ValueTables tables)
    {
        var docs = reader.MaxDoc;
        Number = new int[docs];
        Status = new int[docs];
        StudyType = new int[docs];
        Sex = new int[docs];
        LowerAge = new int[docs];
        UpperAge = new int[docs];
        AgeGroups = new AgeGroups[docs];
        Healthy = new sbyte[docs];
        HasResults = new bool[docs];
        StartYear = new short[docs];
        StartDay = new int[docs];
        FirstPostedDay = new int[docs];
        LastUpdateDay = new int[docs];
        Enrollment = new int[docs];
        var (phases, funders, countries, branches, sites) =
            (new MultiColumn.Builder(docs), new MultiColumn.Builder(docs), new MultiColumn.Builder(docs), new MultiColumn.Builder(docs), new MultiColumn.Builder(docs));

        var packed = reader.GetBinaryDocValues(StudyFields.Columns);
        var bytes = new BytesRef();
        for (var doc = 0; doc < docs; doc++)
        {
            packed.Get(doc, bytes);
            var study = StudyColumns.Read(bytes.Bytes, bytes.Offset, bytes.Length);
            Number[doc] = study.Number;
            Status[doc] = tables.Statuses.NumberOf(study.Status);
            StudyType[doc] = tables.StudyTypes.NumberOf(study.StudyType);
            Sex[doc] = tables.Sexes.NumberOf(study.Sex);
            LowerAge[doc] = study.LowerAge;
            UpperAge[doc] = study.UpperAge;
            AgeGroups[doc] = study.AgeGroups;
            Healthy[doc] = study.Healthy is { } healthy ? (sbyte)(healthy ? 1 : 0) : (sbyte)-1;
            HasResults[doc] = study.HasResults;
            StartDay[doc] = study.StartDay;
            StartYear[doc] = study.StartDay == StudyColumns.NoDay ? (short)0 : (short)DateOnly.FromDayNumber(study.StartDay).Year;
            FirstPostedDay[doc] = study.FirstPostedDay;
            LastUpdateDay[doc] = study.LastUpdateDay;
            Enrollment[doc] = study.Enrollment;
            phases.Add(study.Phases.Select(tables.Phases.NumberOf));
            funders.Add(study.FunderClasses.Select(tables.FunderClasses.NumberOf));
            branches.Add(study.Branches.Select(tables.Branches.NumberOf));
            countries.Add(study.Sites.Select(site => site.Country).Where(country => country.Length > 0).Distinct(StringComparer.Ordinal).Select(tables.Countries.NumberOf));
            sites.Add(study.Sites.Select(site => tables.Places.NumberOf(new SitePlace(site.Country, site.Region, site.City, site.Zip, site.Latitude, site.Longitude)) | (site.Open ? OpenBit : 0)).Distinct());
        }

        allCounted = new Lazy<FacetCounter>(() => CountAll(tables));
        LatestStartYear = StartYear.DefaultIfEmpty().Max();
        (Phases, FunderClasses, Countries, Branches, Sites) = (phases.Build(), funders.Build(), countries.Build(), branches.Build(), sites.Build());
    }

    /// <summary>The facets of all studies, deleted ones among them; made when first asked for.</summary>
    public FacetCounter AllCounted => allCounted.Value;

    /// <summary>The study's number.</summary>
    public int[] Number { get; }

    public int[] Status { get; }

    public int[] StudyType { get; }

    public int[] Sex { get; }

    public int[] LowerAge { get; }

    public int[] UpperAge { get; }

    public AgeGroups[] AgeGroups { get; }

    /// <summary>1 takes healthy volunteers, 0 does not, -1 not said.</summary>
    public sbyte[] Healthy { get; }

    public bool[] HasResults { get; }

    /// <summary>Year of start; 0 when not given.</summary>
    public short[] StartYear { get; }

    public short LatestStartYear { get; }

    public int[] StartDay { get; }

    public int[] FirstPostedDay { get; }

    public int[] LastUpdateDay { get; }

    public int[] Enrollment { get; }

    public MultiColumn Phases { get; }

    public MultiColumn FunderClasses { get; }

    public MultiColumn Countries { get; }

    public MultiColumn Branches { get; }

    /// <summary>Numbers of the sites' places, with <see cref="OpenBit"/> where a site is open.</summary>
    public MultiColumn Sites { get; }

    private FacetCounter CountAll(ValueTables tables)
    {
        var counter = new FacetCounter(tables, LatestStartYear);
        for (var doc = 0; doc < Number.Length; doc++)
        {
            counter.Count(this, doc);
        }

        return counter;
    }
}
