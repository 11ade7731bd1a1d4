namespace Trialist.Fhir.Resources;

/// <summary>The fields of one resource that facts are made of. FHIR names them alike across resources, so one set serves all kinds.</summary>
internal sealed class ResourceFields
{
    public string Type { get; set; } = "";

    public string? Id { get; set; }

    /// <summary>Canonical addresses of the profiles that the resource claims.</summary>
    public List<string> Profiles { get; } = [];

    public string? Status { get; set; }

    public string? Intent { get; set; }

    public string? ClinicalStatus { get; set; }

    public string? VerificationStatus { get; set; }

    /// <summary>Reference to the person: <c>subject</c>, <c>patient</c> or <c>individual</c>.</summary>
    public string? Subject { get; set; }

    /// <summary>code, medicationCodeableConcept, vaccineCode.</summary>
    public FhirConcept? Code { get; set; }

    public string? MedicationReference { get; set; }

    public List<FhirConcept> BodySites { get; } = [];

    public List<FhirConcept> Stages { get; } = [];

    public FhirConcept? Severity { get; set; }

    public FhirConcept? Relationship { get; set; }

    /// <summary>Histology or morphology of an mCODE cancer.</summary>
    public FhirConcept? Morphology { get; set; }

    public FhirConcept? Route { get; set; }

    /// <summary>How a value was found.</summary>
    public FhirConcept? Method { get; set; }

    /// <summary>Other concepts of the resource that are conditions of their own: family history, reasons are not kept.</summary>
    public List<FamilyCondition> FamilyConditions { get; } = [];

    public List<string> Focus { get; } = [];

    /// <summary>effective, performed or occurrence.</summary>
    public FhirTime? When { get; set; }

    public FhirTime? Onset { get; set; }

    public FhirTime? Abatement { get; set; }

    /// <summary>authoredOn, recordedDate, dateAsserted or issued.</summary>
    public PartialDate? Recorded { get; set; }

    /// <summary>Bounds of a prescription's timing, or its validity period.</summary>
    public FhirTime? Supply { get; set; }

    public ObservedValue Value { get; } = new();

    public List<ObservedValue> Components { get; } = [];

    public string? Criticality { get; set; }

    public bool DoNotPerform { get; set; }

    // Patient
    public string? Gender { get; set; }

    public string? BirthSex { get; set; }

    public PartialDate? BirthDate { get; set; }

    public bool Deceased { get; set; }

    public List<FhirAddress> Addresses { get; } = [];

    /// <summary>Contained resources by their local id: a medication's code.</summary>
    public Dictionary<string, FhirConcept> Contained { get; } = [];

    /// <summary>Parameters of a <c>Parameters</c> resource, as text.</summary>
    public List<(string Name, string? Value)> Parameters { get; } = [];

    /// <summary>Fields whose JSON is not what FHIR says.</summary>
    public List<string> Damaged { get; } = [];

    /// <summary><c>Observation/b1</c>; the kind alone when there is no id.</summary>
    public string Where => Id is null ? Type : $"{Type}/{Id}";

    public bool HasProfile(string ending) => Profiles.Exists(profile => profile.EndsWith(ending, StringComparison.Ordinal));
}
