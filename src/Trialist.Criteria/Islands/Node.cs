using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>A part of the meaning while a criterion is read; turned into a <see cref="Predicate"/> when the sentence is done.</summary>
internal sealed class Node
{
    private static readonly Concept Nothing = new("");

    public required TextSpan Span { get; set; }

    public LeafType Type { get; set; }

    public Concept Concept { get; set; } = Nothing;

    public LexiconEntry? Entry { get; set; }

    /// <summary>The term as written, where it differs from the concept's name.</summary>
    public string? Wording { get; set; }

    /// <summary>A value as written, by which it goes where no limit follows: "serum IgE".</summary>
    public string? Written { get; set; }

    public Bounds? Bounds { get; set; }

    /// <summary>How much of a drug is meant, where a bracket behind its name says so; else as its limits.</summary>
    public Bounds? Dose { get; set; }

    /// <summary>The unit that stood in brackets behind the name: "BMI (kg/m2) ≥ 30".</summary>
    public string? UnitBefore { get; set; }

    public TimeWindow? When { get; set; }

    public Predicate? Except { get; set; }

    public List<Qualifier> Qualifiers { get; } = [];

    public Link Link { get; set; }

    /// <summary>True when a comma stands before its joining word: "A and B, or C".</summary>
    public bool AfterComma { get; set; }

    /// <summary>Index of the first node whose limit this node widens: "≤ 3 x ULN, or ≤ 5 x ULN if …".</summary>
    public int? AlternativeOf { get; set; }

    /// <summary>True when a verb of its own stands before it: "or is receiving B".</summary>
    public bool AfterVerb { get; set; }

    /// <summary>True when it shares its noun with the node before: "viral" of "bacterial or viral infection".</summary>
    public bool SharesNoun { get; set; }

    /// <summary>True when nothing but blanks or a bracket lies between it and the node before.</summary>
    public bool Touches { get; set; }

    /// <summary>What the filling words between it and the node before say of the two.</summary>
    public Relation Relation { get; set; }

    /// <summary>True when its time was said right behind it, so that a time behind a later member of its list is not its own.</summary>
    public bool HasOwnTime { get; set; }

    /// <summary>A finished predicate: a group, a denial, a judgement, words not read. Null for leaves.</summary>
    public Predicate? Whole { get; set; }

    /// <summary>True for what is done at enrolment.</summary>
    public bool IsAction { get; set; }

    /// <summary>True for a judgement whose limits are told in numbers: these a record decides.</summary>
    public bool IsDefined { get; set; }

    /// <summary>True when the node names who is meant ("women"), not what is asked of them.</summary>
    public bool IsGroup { get; set; }

    /// <summary>True for a sex of which the words demand something: "female participants must …".</summary>
    public bool IsAsked { get; set; }

    /// <summary>The word that says that women are meant, where the fact itself does not: "women of childbearing potential". Null elsewhere.</summary>
    public TextSpan? Women { get; set; }

    /// <summary>Whether an allergy's words speak of intolerance, which is a fact of its own.</summary>
    public Intolerance Intolerance { get; set; }

    public bool IsLeaf => Whole is null;

    /// <summary>True for a value that still waits for its limit.</summary>
    public bool IsBare => IsLeaf && Bounds is null && Type is LeafType.Measurement or LeafType.Score or LeafType.LifeExpectancy or LeafType.Lines or LeafType.Count or LeafType.Age;

    // "grade 3 allergy to nuts or eggs": only now each of the list has its grade.
    private Bounds? AllergyGrade =>
        Type == LeafType.Allergy && Qualifiers.Count > 0 && Qualifiers.FindAll(one => one.Kind == QualifierKind.Grade) is [var grade] ? IslandParser.GradeRange(grade.Value) : null;

    private bool IsMarker => Bounds is { Unit: null or "%" or "1" } && Type is LeafType.Measurement or LeafType.Score && (Entry is null ? TumourMarkers.IsNamed(Concept.Name) : TumourMarkers.IsKnown(Entry.Name));

    /// <summary>The same fact, not yet narrowed by anything.</summary>
    public Node Copy() => new() { Span = Span, Type = Type, Concept = Concept, Entry = Entry, Wording = Wording, Written = Written, When = When, IsAction = IsAction, IsGroup = IsGroup, Intolerance = Intolerance };

    public static Node Of(Predicate whole, Link link) => new() { Span = whole.Span, Whole = whole, Link = link };

    public Predicate ToPredicate() => Whole ?? (Women is { } women ? new Predicate.All([new Predicate.Leaf(LeafType.Sex, new Concept("female")) { Span = women }, Leaf()]) { Span = Span } : Tolerated());

    private Predicate Tolerated()
    {
        var leaf = Leaf();
        if (Intolerance == Intolerance.None || Type != LeafType.Allergy)
        {
            return InEachState(leaf);
        }

        // Codes of an allergy would say too much: who does not bear a drug need not be allergic to it.
        var degrees = Qualifiers.FindAll(one => one.Kind is QualifierKind.Severity or QualifierKind.Grade);
        var what = LeafName.Of(leaf with { Qualifiers = Qualifiers.Except(degrees).ToValueList() });
        var named = leaf with { Type = LeafType.Condition, Concept = new Concept($"intolerance to {what}"), Wording = null, Qualifiers = degrees.ToValueList() };
        return Intolerance == Intolerance.Only ? named : new Predicate.Any([leaf, named]) { Span = Span };
    }

    private const string Either = " or ";

    // "locally advanced or metastatic cancer": either is enough, and each is a fact.
    private static Predicate InEachState(Predicate.Leaf leaf)
    {
        if (leaf.Type != LeafType.Condition)
        {
            return leaf;
        }

        foreach (var qualifier in leaf.Qualifiers)
        {
            if (qualifier.Kind == QualifierKind.Status && qualifier.Value.Contains(Either, StringComparison.Ordinal) && !qualifier.Value.StartsWith("other ", StringComparison.Ordinal))
            {
                return new Predicate.Any(qualifier.Value.Split(Either).Select(state => (Predicate)(leaf with { Qualifiers = leaf.Qualifiers.Select(one => one == qualifier ? qualifier with { Value = state } : one).ToValueList() })).ToValueList()) { Span = leaf.Span };
            }
        }

        return leaf;
    }

    // "measurable lesions" without a number: that there are such.
    private Predicate.Leaf Leaf() => Type == LeafType.Count && Bounds is null && Dose is null && Concept.Name == "measurable lesion" ? Leaf(LeafType.Condition, new Concept("measurable disease"), "measurable lesion") : Leaf(Type, Concept, Wording);

    private Predicate.Leaf Leaf(LeafType type, Concept concept, string? wording) => new(IsMarker ? LeafType.Biomarker : type, concept)
    {
        Span = Span,
        Bounds = Bounds ?? Dose ?? AllergyGrade,
        When = When,
        Except = Except,
        Wording = wording ?? (Type == LeafType.Measurement && Bounds is null && Dose is null ? Written : Type == LeafType.Biomarker && Entry is { Analyte: not null } value && value.Label != value.Name ? value.Label.ToLowerInvariant() : null),
        Qualifiers = Qualifiers.Count == 0 ? [] : AllergyGrade is null ? Qualifiers.ToValueList() : Qualifiers.FindAll(one => one.Kind != QualifierKind.Grade).ToValueList(),
    };
}
