using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <summary>Gathers resources of one bundle (or of loose resources) into persons: who is meant, what a reference points to, which stage belongs to which condition.</summary>
internal sealed class PersonAssembly(FactMaker maker)
{
    private readonly Dictionary<string, PersonDraft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> patientKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FhirConcept> medications = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly List<ResourceFields> waiting = [];
    private readonly List<(ResourceFields Observation, Qualifier Stage)> stages = [];
    private readonly FactSink nobody = new();

    public MatchParameters? Parameters { get; private set; }

    public bool HasPatient => patientKeys.Count > 0;

    public void Add(string? fullUrl, ResourceFields fields)
    {
        switch (fields.Type)
        {
            case "Patient":
                AddPatient(fullUrl, fields);
                return;
            case "Medication":
                Name(fullUrl, fields, medications, fields.Code);
                return;
            case "Parameters":
                Parameters = ParametersOf(fields);
                return;
            case "Condition" when fullUrl is not null:
                sources[Reference.Normalise(fullUrl)] = fields.Where;
                break;
        }

        if (!ResourceParser.Reads(fields.Type))
        {
            nobody.Unused(fields.Type.Length == 0 ? "Resource without resourceType" : fields.Type);
            return;
        }

        if (FactMaker.StageGroupOf(fields) is { } stage)
        {
            stages.Add((fields, stage));
        }

        if (fields.MedicationReference is { } reference && fields.Code is null)
        {
            if (fields.Contained.TryGetValue(reference, out var contained))
            {
                maker.Make(fields, contained, DraftOf(fields).Sink);
            }
            else
            {
                // The medication may stand later in the bundle.
                waiting.Add(fields);
            }

            return;
        }

        maker.Make(fields, null, DraftOf(fields).Sink);
    }

    /// <summary>Moves everything into an assembly that outlives the bundle: a page of search results without the patient.</summary>
    public void MoveTo(PersonAssembly other)
    {
        Settle();
        foreach (var (key, draft) in drafts)
        {
            other.DraftOf(key).Take(draft);
        }

        other.nobody.Take(nobody);
        other.Parameters ??= Parameters;
    }

    /// <summary>The persons, each with the remarks that concern them.</summary>
    public IEnumerable<PersonReading> Finish()
    {
        Settle();
        foreach (var (key, draft) in drafts.ToArray())
        {
            if (patientKeys.TryGetValue(key, out var patient) && patient != key)
            {
                drafts[patient].Take(draft);
                drafts.Remove(key);
            }
        }

        TakeOverWhatNamesNobody();
        LeaveOutStrangers();
        var first = true;
        foreach (var draft in drafts.Values)
        {
            if (first)
            {
                draft.Sink.Take(nobody);
                first = false;
            }

            var person = draft.ToPerson();
            yield return new PersonReading(person, draft.Sink.AllRemarks()) { Parameters = Parameters };
        }
    }

    // Resources that name no person belong to the one patient of the bundle, where there is exactly one.
    private void TakeOverWhatNamesNobody()
    {
        if (drafts.Count == 2 && patientKeys.Values.Distinct().Count() == 1 && drafts.Remove("", out var unnamed))
        {
            drafts.Values.Single().Take(unnamed);
        }
    }

    // Beside a Patient, facts about somebody who is not in the file would only look like a second person.
    private void LeaveOutStrangers()
    {
        if (!HasPatient)
        {
            return;
        }

        foreach (var (key, draft) in drafts.Where(pair => pair.Value.Patient is null).ToArray())
        {
            nobody.Remark("Bundle", null, $"{draft.Sink.Facts.Count} facts of a person who is not in the file; left out.");
            drafts.Remove(key);
        }
    }

    private void AddPatient(string? fullUrl, ResourceFields fields)
    {
        var key = fields.Id is { } id ? $"Patient/{id}" : fullUrl is not null ? Reference.Normalise(fullUrl) : $"Patient#{patientKeys.Count}";
        patientKeys[key] = key;
        if (fullUrl is not null)
        {
            patientKeys[Reference.Normalise(fullUrl)] = key;
        }

        var draft = DraftOf(key);
        foreach (var field in fields.Damaged)
        {
            draft.Sink.Remark(fields.Where, field, "not of the form that FHIR R4 gives it; left out.");
        }

        draft.Patient ??= fields;
    }

    private static void Name<T>(string? fullUrl, ResourceFields fields, Dictionary<string, T> names, T? value) where T : class
    {
        if (value is null)
        {
            return;
        }

        if (fullUrl is not null)
        {
            names[Reference.Normalise(fullUrl)] = value;
        }

        if (fields.Id is not null)
        {
            names[fields.Where] = value;
        }
    }

    private PersonDraft DraftOf(ResourceFields fields)
    {
        var subject = fields.Subject is null ? "" : Reference.Normalise(fields.Subject);
        return DraftOf(patientKeys.GetValueOrDefault(subject, subject));
    }

    private PersonDraft DraftOf(string key) => drafts.TryGetValue(key, out var draft) ? draft : drafts[key] = new PersonDraft();

    private void Settle()
    {
        foreach (var fields in waiting)
        {
            maker.Make(fields, medications.GetValueOrDefault(Reference.Normalise(fields.MedicationReference!)), DraftOf(fields).Sink);
        }

        waiting.Clear();
        foreach (var (observation, stage) in stages)
        {
            var facts = DraftOf(observation).Sink.Facts;
            foreach (var focus in observation.Focus)
            {
                var normal = Reference.Normalise(focus);
                var source = sources.GetValueOrDefault(normal, normal);
                for (var index = 0; index < facts.Count; index++)
                {
                    if (facts[index].Type == LeafType.Condition && facts[index].Source == source)
                    {
                        facts[index] = facts[index] with { Qualifiers = [.. facts[index].Qualifiers, stage] };
                    }
                }
            }
        }

        stages.Clear();
    }

    private static MatchParameters ParametersOf(ResourceFields fields)
    {
        string? Text(string name) => fields.Parameters.Find(parameter => parameter.Name == name).Value is { Length: > 0 } value && value != "any" ? value : null;
        return new MatchParameters
        {
            ZipCode = Text("zipCode"),
            TravelRadius = decimal.TryParse(Text("travelRadius"), out var miles) && miles >= 0 ? miles : null,
            Phase = Text("phase"),
            RecruitmentStatus = Text("recruitmentStatus"),
        };
    }
}
