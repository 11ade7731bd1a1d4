using Trialist.Search.Places;

namespace Trialist.Search.Indexing;

/// <summary>The numbered values of all columns of one index.</summary>
internal sealed class ValueTables
{
    public ValueTable Statuses { get; } = new();

    public ValueTable StudyTypes { get; } = new();

    public ValueTable Phases { get; } = new();

    public ValueTable Sexes { get; } = new();

    public ValueTable FunderClasses { get; } = new();

    public ValueTable Countries { get; } = new();

    public ValueTable Branches { get; } = new();

    public PlaceTable Places { get; } = new();
}
