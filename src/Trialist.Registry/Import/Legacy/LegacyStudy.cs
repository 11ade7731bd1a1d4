using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Trialist.Registry.Import.Legacy;

/// <summary>The registry's legacy XML (<c>clinical_study</c>) as a v2 record. Source of names: the registry's public.xsd and its OpenAPI description 2.0.5.</summary>
internal static partial class LegacyStudy
{
    private const string Root = "clinical_study";
    private const int MaxDepth = StudyReader.MaxDepth; // real records stay under 12
    private const int LongestDeclaration = 200;        // <?xml version="1.0" encoding="utf-16" standalone="yes"?> with blanks

    // No document type, no resolver: nothing outside the file is ever read.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = ImportLimits.MaxRecordBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    // The registry's own API writes text as it is; only what JSON demands is escaped.
    private static readonly JsonSerializerOptions Output = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Converts one XML document. Never throws on what the bytes hold.</summary>
    public static bool TryConvert(ReadOnlyMemory<byte> xml, [NotNullWhen(true)] out byte[]? json, [NotNullWhen(false)] out string? reason)
    {
        if (SaysUtf16(xml.Span))
        {
            return TryConvert(Encoding.UTF8.GetString(xml.Span), out json, out reason);
        }

        using var stream = new MemoryStream(xml.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, Settings);
        return TryConvert(reader, out json, out reason);
    }

    /// <summary>As above, for XML that came as text: an encoding that it names does not count.</summary>
    public static bool TryConvert(string xml, [NotNullWhen(true)] out byte[]? json, [NotNullWhen(false)] out string? reason)
    {
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings);
        return TryConvert(reader, out json, out reason);
    }

    // A file in UTF-16 comes here in UTF-8, and its declaration still says what it was.
    private static bool SaysUtf16(ReadOnlySpan<byte> xml) =>
        xml.StartsWith("<?xml"u8) && xml.IndexOf("?>"u8) is > 0 and < LongestDeclaration and var end
        && Encoding.ASCII.GetString(xml[..end]).Contains("utf-16", StringComparison.OrdinalIgnoreCase);

    private static bool TryConvert(XmlReader reader, [NotNullWhen(true)] out byte[]? json, [NotNullWhen(false)] out string? reason)
    {
        json = null;
        try
        {
            if (LegacyXml.Load(reader, MaxDepth) is not { } root)
            {
                reason = StudyReader.TooDeep;
                return false;
            }

            if (root.Name.LocalName != Root)
            {
                reason = $"it is XML, but no <{Root}>";
                return false;
            }

            json = JsonSerializer.SerializeToUtf8Bytes(Convert(root), Output);
            reason = null;
            return true;
        }
        catch (XmlException e)
        {
            reason = e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "it is XML with a document type, which is not read"
                : $"it is not valid XML (line {e.LineNumber}, column {e.LinePosition})";
            return false;
        }
    }

    private static JsonObject Convert(XElement root) => new JsonObject()
        .With("protocolSection", new JsonObject()
            .With("identificationModule", Identification(root))
            .With("statusModule", Status(root))
            .With("sponsorCollaboratorsModule", Sponsors(root))
            .With("oversightModule", Oversight(root.Element("oversight_info")))
            .With("descriptionModule", new JsonObject().With("briefSummary", root.Block("brief_summary")).With("detailedDescription", root.Block("detailed_description")))
            .With("conditionsModule", new JsonObject().With("conditions", root.Texts("condition")).With("keywords", root.Texts("keyword")))
            .With("designModule", Design(root))
            .With("armsInterventionsModule", Arms(root))
            .With("outcomesModule", new JsonObject()
                .With("primaryOutcomes", root.List("primary_outcome", Outcome))
                .With("secondaryOutcomes", root.List("secondary_outcome", Outcome))
                .With("otherOutcomes", root.List("other_outcome", Outcome)))
            .With("eligibilityModule", Eligibility(root.Element("eligibility")))
            .With("contactsLocationsModule", Contacts(root))
            .With("referencesModule", References(root))
            .With("ipdSharingStatementModule", Sharing(root.Element("patient_data"))))
        .With("resultsSection", LegacyResults.Convert(root.Element("clinical_results")))
        .With("annotationSection", new JsonObject().With("annotationModule", new JsonObject().With("unpostedAnnotation", Unposted(root.Element("pending_results")))))
        .With("documentSection", new JsonObject().With("largeDocumentModule", new JsonObject().With("largeDocs", Documents(root.Element("provided_document_section")))))
        .With("derivedSection", new JsonObject()
            .With("miscInfoModule", new JsonObject().With("removedCountries", root.Element("removed_countries").Texts("country")))
            .With("conditionBrowseModule", new JsonObject().With("meshes", root.Element("condition_browse").List("mesh_term", Mesh)))
            .With("interventionBrowseModule", new JsonObject().With("meshes", root.Element("intervention_browse").List("mesh_term", Mesh))))
        .With("hasResults", JsonValue.Create(root.Element("clinical_results") is not null));

    private static JsonObject Identification(XElement root)
    {
        var ids = root.Element("id_info");
        var sponsor = root.Element("sponsors")?.Element("lead_sponsor");
        var source = root.Text("source");
        var organization = new JsonObject().With("fullName", source);
        if (source is not null && source == sponsor.Text("agency"))
        {
            organization.With("class", sponsor.Code("agency_class"));
        }

        return new JsonObject()
            .With("nctId", ids.Text("nct_id"))
            .With("nctIdAliases", ids.Texts("nct_alias"))
            .With("orgStudyIdInfo", new JsonObject().With("id", ids.Text("org_study_id")))
            .With("secondaryIdInfos", ids.List("secondary_id", id => new JsonObject().With("id", id.Value.Trim())))
            .With("organization", organization)
            .With("briefTitle", root.Text("brief_title"))
            .With("officialTitle", root.Text("official_title"))
            .With("acronym", root.Text("acronym"));
    }

    private static JsonObject Status(XElement root) => new JsonObject()
        .With("statusVerifiedDate", root.Date("verification_date"))
        .With("overallStatus", root.Code("overall_status"))
        .With("lastKnownStatus", root.Code("last_known_status"))
        .With("whyStopped", root.Text("why_stopped"))
        .With("expandedAccessInfo", new JsonObject().With("hasExpandedAccess", root.YesNo("has_expanded_access")))
        .With("startDateStruct", root.DatePart("start_date"))
        .With("primaryCompletionDateStruct", root.DatePart("primary_completion_date"))
        .With("completionDateStruct", root.DatePart("completion_date"))
        .With("studyFirstSubmitDate", root.Date("study_first_submitted"))
        .With("studyFirstSubmitQcDate", root.Date("study_first_submitted_qc"))
        .With("studyFirstPostDateStruct", root.DatePart("study_first_posted"))
        .With("resultsFirstSubmitDate", root.Date("results_first_submitted"))
        .With("resultsFirstSubmitQcDate", root.Date("results_first_submitted_qc"))
        .With("resultsFirstPostDateStruct", root.DatePart("results_first_posted"))
        .With("dispFirstSubmitDate", root.Date("disposition_first_submitted"))
        .With("dispFirstSubmitQcDate", root.Date("disposition_first_submitted_qc"))
        .With("dispFirstPostDateStruct", root.DatePart("disposition_first_posted"))
        .With("lastUpdateSubmitDate", root.Date("last_update_submitted"))
        .With("lastUpdatePostDateStruct", root.DatePart("last_update_posted"));

    private static JsonObject Sponsors(XElement root)
    {
        var party = root.Element("responsible_party");
        return new JsonObject()
            .With("responsibleParty", new JsonObject()
                .With("type", party.Code("responsible_party_type"))
                .With("investigatorFullName", party.Text("investigator_full_name"))
                .With("investigatorTitle", party.Text("investigator_title"))
                .With("investigatorAffiliation", party.Text("investigator_affiliation"))
                .With("oldNameTitle", party.Text("name_title"))
                .With("oldOrganization", party.Text("organization")))
            .With("leadSponsor", Agency(root.Element("sponsors")?.Element("lead_sponsor")))
            .With("collaborators", root.Element("sponsors").List("collaborator", Agency));
    }

    private static JsonObject Agency(XElement? agency) => new JsonObject().With("name", agency.Text("agency")).With("class", agency.Code("agency_class"));

    private static JsonObject Oversight(XElement? oversight) => new JsonObject()
        .With("oversightHasDmc", oversight.YesNo("has_dmc"))
        .With("isFdaRegulatedDrug", oversight.YesNo("is_fda_regulated_drug"))
        .With("isFdaRegulatedDevice", oversight.YesNo("is_fda_regulated_device"))
        .With("isUnapprovedDevice", oversight.YesNo("is_unapproved_device"))
        .With("isPpsd", oversight.YesNo("is_ppsd"))
        .With("isUsExport", oversight.YesNo("is_us_export"));

    private static JsonObject Outcome(XElement outcome) => new JsonObject()
        .With("measure", outcome.Text("measure"))
        .With("description", outcome.Text("description"))
        .With("timeFrame", outcome.Text("time_frame"));

    private static JsonObject Mesh(XElement term) => new JsonObject().With("term", term.Value.Trim());
}
