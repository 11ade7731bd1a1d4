namespace Trialist.Notes.Facts;

/// <summary>Takes the facts of a note, each once, within the limit.</summary>
internal sealed class FactList(DateOnly? writtenOn)
{
    private readonly HashSet<(LeafType, string, TextSpan)> seen = [];

    public List<NoteFact> Facts { get; } = [];

    public DateOnly? WrittenOn { get; } = writtenOn;

    public void Add(LeafType type, Concept concept, TextSpan span, Func<Fact, Fact> fill, ValueList<TextSpan> cues, bool unitAssumed = false)
    {
        if (Facts.Count < NoteLimits.Facts && seen.Add((type, concept.Name, span)))
        {
            var fact = fill(new Fact(type, concept, $"note[{span.Start},{span.End}]"));
            Facts.Add(new NoteFact(fact, span, cues) { UnitAssumed = unitAssumed });
        }
    }
}
