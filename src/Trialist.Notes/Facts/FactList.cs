namespace Trialist.Notes.Facts;

/// <summary>Takes the facts of a note, each once, within the limit.</summary>
internal sealed class FactList(DateOnly? writtenOn)
{
    private readonly HashSet<(LeafType, string, TextSpan)> seen = [];
    private readonly int[] starts = new int[3];

    public List<NoteFact> Facts { get; } = [];

    public DateOnly? WrittenOn { get; } = writtenOn;

    /// <summary>Index of the first fact of the sentence that is being read.</summary>
    public int SentenceStart { get; private set; }

    /// <summary>Index of the first fact of the last three sentences.</summary>
    public int Recent => starts[0];

    public void BeginSentence()
    {
        (starts[0], starts[1], starts[2]) = (starts[1], starts[2], SentenceStart);
        SentenceStart = Facts.Count;
    }

    public void Add(LeafType type, Concept concept, TextSpan span, Func<Fact, Fact> fill, ValueList<TextSpan> cues, bool unitAssumed = false)
    {
        if (Facts.Count < NoteLimits.Facts && seen.Add((type, concept.Name, span)))
        {
            var fact = fill(new Fact(type, concept, $"note[{span.Start},{span.End}]"));
            Facts.Add(new NoteFact(fact, span, cues) { UnitAssumed = unitAssumed });
        }
    }
}
