using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Trialist.Registry.Import.Legacy;

/// <summary>The results part of the legacy XML as the v2 resultsSection.</summary>
internal static partial class LegacyResults
{
    private const string Employed = "All Principal Investigators ARE employed";
    private const string NoAgreement = "There is NOT an agreement";

    public static JsonObject? Convert(XElement? results) => results is null ? null : new JsonObject()
        .With("participantFlowModule", Flow(results.Element("participant_flow")))
        .With("baselineCharacteristicsModule", Baseline(results.Element("baseline")))
        .With("outcomeMeasuresModule", new JsonObject().With("outcomeMeasures", results.Element("outcome_list").List("outcome", Outcome)))
        .With("adverseEventsModule", Events(results.Element("reported_events")))
        .With("moreInfoModule", More(results));

    private static JsonObject Flow(XElement? flow) => new JsonObject()
        .With("preAssignmentDetails", flow.Text("pre_assignment_details"))
        .With("recruitmentDetails", flow.Text("recruitment_details"))
        .With("groups", Groups(flow))
        .With("periods", flow?.Element("period_list").List("period", period => new JsonObject()
            .With("title", period.Text("title"))
            .With("milestones", period.Element("milestone_list").List("milestone", milestone => new JsonObject()
                .With("type", milestone.Text("title"))
                .With("comment", milestone.Text("comment"))
                .With("achievements", Participants(milestone))))
            .With("dropWithdraws", period.Element("drop_withdraw_reason_list").List("drop_withdraw_reason", reason => new JsonObject()
                .With("type", reason.Text("title"))
                .With("comment", reason.Text("comment"))
                .With("reasons", Participants(reason))))));

    private static JsonArray? Participants(XElement parent) => parent.Element("participants_list").List("participants", participants => new JsonObject()
        .With("groupId", GroupId(participants))
        .With("comment", participants.Value.Trim() is { Length: > 0 } comment ? comment : null)
        .With("numSubjects", (string?)participants.Attribute("count")));

    private static JsonObject Baseline(XElement? baseline) => new JsonObject()
        .With("populationDescription", baseline.Text("population"))
        .With("groups", Groups(baseline))
        .With("denoms", Denominators(baseline))
        .With("measures", baseline?.Element("measure_list").List("measure", measure => Measure(measure, new JsonObject()
            .With("title", measure.Text("title"))
            .With("description", measure.Text("description"))
            .With("populationDescription", measure.Text("population")))));

    private static JsonObject Outcome(XElement outcome)
    {
        var measure = outcome.Element("measure");
        var json = new JsonObject()
            .With("type", outcome.Code("type"))
            .With("title", outcome.Text("title"))
            .With("description", outcome.Text("description"))
            .With("populationDescription", outcome.Text("population"))
            .With("reportingStatus", measure is null ? "NOT_POSTED" : "POSTED")
            .With("anticipatedPostingDate", outcome.Date("posting_date"))
            .With("timeFrame", outcome.Text("time_frame"))
            .With("groups", Groups(outcome))
            .With("denoms", Denominators(measure));
        return (measure is null ? json : Measure(measure, json.With("typeUnitsAnalyzed", measure.Text("units_analyzed"))))
            .With("analyses", outcome.Element("analysis_list").List("analysis", Analysis));
    }

    private static JsonObject Measure(XElement measure, JsonObject json) => json
        .With("paramType", measure.Code("param"))
        .With("dispersionType", measure.Code("dispersion"))
        .With("unitOfMeasure", measure.Text("units"))
        .With("classes", measure.Element("class_list").List("class", @class => new JsonObject()
            .With("title", @class.Text("title"))
            .With("denoms", Denominators(@class))
            .With("categories", @class.Element("category_list").List("category", category => new JsonObject()
                .With("title", category.Text("title"))
                .With("measurements", category.Element("measurement_list").List("measurement", measurement => new JsonObject()
                    .With("groupId", GroupId(measurement))
                    .With("value", (string?)measurement.Attribute("value"))
                    .With("spread", (string?)measurement.Attribute("spread"))
                    .With("lowerLimit", (string?)measurement.Attribute("lower_limit"))
                    .With("upperLimit", (string?)measurement.Attribute("upper_limit"))
                    .With("comment", measurement.Value.Trim() is { Length: > 0 } comment ? comment : null)))))));

    private static JsonObject Analysis(XElement analysis) => new JsonObject()
        .With("groupIds", analysis.Element("group_id_list") is { } ids ? new JsonArray(ids.Elements("group_id").Select(id => (JsonNode?)V2Id(id.Value.Trim())).ToArray()) : null)
        .With("groupDescription", analysis.Text("groups_desc"))
        .With("nonInferiorityType", analysis.Code("non_inferiority_type"))
        .With("nonInferiorityComment", analysis.Text("non_inferiority_desc"))
        .With("pValue", analysis.Text("p_value"))
        .With("pValueComment", analysis.Text("p_value_desc"))
        .With("statisticalMethod", analysis.Text("method"))
        .With("statisticalComment", analysis.Text("method_desc"))
        .With("paramType", analysis.Text("param_type"))
        .With("paramValue", analysis.Text("param_value"))
        .With("dispersionType", analysis.Code("dispersion_type"))
        .With("dispersionValue", analysis.Text("dispersion_value"))
        .With("ciPctValue", analysis.Text("ci_percent"))
        .With("ciNumSides", analysis.Code("ci_n_sides"))
        .With("ciLowerLimit", analysis.Text("ci_lower_limit"))
        .With("ciUpperLimit", analysis.Text("ci_upper_limit"))
        .With("ciLowerLimitComment", analysis.Text("ci_lower_limit_na_comment"))
        .With("ciUpperLimitComment", analysis.Text("ci_upper_limit_na_comment"))
        .With("estimateComment", analysis.Text("estimate_desc"))
        .With("otherAnalysisDescription", analysis.Text("other_analysis_desc"));

    private static JsonObject More(XElement results)
    {
        var agreement = results.Element("certain_agreements");
        var restriction = agreement.Text("restrictive_agreement");
        var contact = results.Element("point_of_contact");
        var isRestricted = restriction?.StartsWith(NoAgreement, StringComparison.Ordinal) == false;
        return new JsonObject()
            .With("limitationsAndCaveats", new JsonObject().With("description", results.Text("limitations_and_caveats")))
            .With("certainAgreement", agreement is null ? null : new JsonObject()
                .With("piSponsorEmployee", JsonValue.Create(agreement.Text("pi_employee")?.StartsWith(Employed, StringComparison.Ordinal) == true))
                .With("restrictiveAgreement", restriction is null ? null : JsonValue.Create(isRestricted))
                .With("otherDetails", isRestricted ? restriction : null))
            .With("pointOfContact", new JsonObject()
                .With("title", contact.Text("name_or_title"))
                .With("organization", contact.Text("organization"))
                .With("phone", contact.Text("phone"))
                .With("phoneExt", contact.Text("phone_ext"))
                .With("email", contact.Text("email")));
    }

    private static JsonArray? Groups(XElement? parent) => parent?.Element("group_list").List("group", group => new JsonObject()
        .With("id", GroupId(group))
        .With("title", group.Text("title"))
        .With("description", group.Text("description")));

    private static JsonArray? Denominators(XElement? parent) => parent?.Element("analyzed_list").List("analyzed", analyzed => new JsonObject()
        .With("units", analyzed.Text("units"))
        .With("counts", analyzed.Element("count_list").List("count", count => new JsonObject()
            .With("groupId", GroupId(count))
            .With("value", (string?)count.Attribute("value")))));

    private static string? GroupId(XElement element) => (string?)element.Attribute("group_id") is { } id ? V2Id(id) : null;

    // Groups are numbered from 1 as P1, B1, O1, E1 in the XML, and from 000 as FG000, BG000, OG000, EG000 in v2.
    private static string V2Id(string id)
    {
        if (id.Length < 2 || !int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return id;
        }

        var kind = id[0] == 'P' ? 'F' : id[0];
        return string.Create(CultureInfo.InvariantCulture, $"{kind}G{number - 1:000}");
    }
}
