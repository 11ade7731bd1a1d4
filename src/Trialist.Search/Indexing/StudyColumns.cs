using System.Text;
using Trialist.Search.Facets;

namespace Trialist.Search.Indexing;

/// <summary>What filters, facets and places read of one study, as it is packed into the index.</summary>
internal sealed record StudyColumns
{
    public const int NoDay = 0;

    public required int Number { get; init; }

    public required string Status { get; init; }

    public required string StudyType { get; init; }

    public required string[] Phases { get; init; }

    public required string Sex { get; init; }

    public required int LowerAge { get; init; }

    public required int UpperAge { get; init; }

    public required AgeGroups AgeGroups { get; init; }

    public required bool? Healthy { get; init; }

    public required string[] FunderClasses { get; init; }

    public required bool HasResults { get; init; }

    public required int StartDay { get; init; }

    public required int CompletionDay { get; init; }

    public required int FirstPostedDay { get; init; }

    public required int LastUpdateDay { get; init; }

    public required int Enrollment { get; init; }

    public required string[] Branches { get; init; }

    public required SiteColumn[] Sites { get; init; }

    public static StudyColumns Of(Study study) => new()
    {
        Number = study.NctId.Number,
        Status = study.Status ?? "",
        StudyType = study.Design.StudyType ?? "",
        Phases = [.. study.Design.Phases],
        Sex = study.Eligibility.Sex?.ToString().ToUpperInvariant() ?? "",
        LowerAge = AgeLimit.Lower(study.Eligibility.MinimumAge),
        UpperAge = AgeLimit.Upper(study.Eligibility.MaximumAge),
        AgeGroups = GroupsOf(study.Eligibility),
        Healthy = study.Eligibility.HealthyVolunteers,
        FunderClasses = [.. study.Collaborators.Prepend(study.Sponsor).Select(organization => organization?.Class).OfType<string>().Distinct(StringComparer.Ordinal)],
        HasResults = study.HasResults,
        StartDay = Day(study.Dates.Start),
        CompletionDay = Day(study.Dates.Completion),
        FirstPostedDay = Day(study.Dates.FirstPosted),
        LastUpdateDay = Day(study.Dates.LastUpdatePosted),
        Enrollment = study.Design.Enrollment ?? -1,
        Branches = [.. ConditionBranch.Of(study).Select(branch => branch.Heading)],
        Sites = [.. study.Sites.Select(site => SiteColumn.Of(site, study.Status)).Distinct()],
    };

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Number);
            writer.Write(Status);
            writer.Write(StudyType);
            Write(writer, Phases);
            writer.Write(Sex);
            writer.Write(LowerAge);
            writer.Write(UpperAge);
            writer.Write((byte)AgeGroups);
            writer.Write((sbyte)(Healthy is { } healthy ? healthy ? 1 : 0 : -1));
            Write(writer, FunderClasses);
            writer.Write(HasResults);
            writer.Write(StartDay);
            writer.Write(CompletionDay);
            writer.Write(FirstPostedDay);
            writer.Write(LastUpdateDay);
            writer.Write(Enrollment);
            Write(writer, Branches);
            writer.Write7BitEncodedInt(Sites.Length);
            foreach (var site in Sites)
            {
                site.Write(writer);
            }
        }

        return bytes.ToArray();
    }

    public static StudyColumns Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length), Encoding.UTF8);
        return new StudyColumns
        {
            Number = reader.ReadInt32(),
            Status = reader.ReadString(),
            StudyType = reader.ReadString(),
            Phases = Strings(reader),
            Sex = reader.ReadString(),
            LowerAge = reader.ReadInt32(),
            UpperAge = reader.ReadInt32(),
            AgeGroups = (AgeGroups)reader.ReadByte(),
            Healthy = reader.ReadSByte() switch { 0 => false, 1 => true, _ => null },
            FunderClasses = Strings(reader),
            HasResults = reader.ReadBoolean(),
            StartDay = reader.ReadInt32(),
            CompletionDay = reader.ReadInt32(),
            FirstPostedDay = reader.ReadInt32(),
            LastUpdateDay = reader.ReadInt32(),
            Enrollment = reader.ReadInt32(),
            Branches = Strings(reader),
            Sites = [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => SiteColumn.Read(reader))],
        };
    }

    private static AgeGroups GroupsOf(EligibilityRules rules)
    {
        var groups = rules.StandardAges.Aggregate(AgeGroups.None, (sum, group) => sum | group switch
        {
            "CHILD" => AgeGroups.Child,
            "ADULT" => AgeGroups.Adult,
            "OLDER_ADULT" => AgeGroups.OlderAdult,
            _ => AgeGroups.None,
        });
        var (lower, upper) = (AgeLimit.Lower(rules.MinimumAge), AgeLimit.Upper(rules.MaximumAge));
        if (groups != AgeGroups.None || lower == AgeLimit.Unknown && upper == AgeLimit.Unknown)
        {
            return groups; // no ages given: unknown, not "any"
        }

        var until = upper == AgeLimit.Unknown ? int.MaxValue : upper;
        return (lower < 18 * AgeLimit.Year ? AgeGroups.Child : AgeGroups.None)
            | (lower < 65 * AgeLimit.Year && until > 18 * AgeLimit.Year ? AgeGroups.Adult : AgeGroups.None)
            | (until > 65 * AgeLimit.Year ? AgeGroups.OlderAdult : AgeGroups.None);
    }

    private static int Day(PartialDate? date) => date?.Earliest.DayNumber ?? NoDay;

    private static void Write(BinaryWriter writer, string[] values)
    {
        writer.Write7BitEncodedInt(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static string[] Strings(BinaryReader reader)
    {
        var values = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadString();
        }

        return values;
    }
}
