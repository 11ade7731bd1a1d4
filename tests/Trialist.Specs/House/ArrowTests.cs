using System.Reflection;

namespace Trialist.Specs.House;

/// <summary>The rooms and the arrows between them, as docs/explanation/architecture.md draws them.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Model"] = [],
        ["Terminology"] = ["Model"],
        ["Criteria"] = ["Terminology"],
        ["Notes"] = ["Criteria", "Terminology"],
        ["Fhir"] = ["Terminology"],
        ["Matching"] = ["Terminology"],
        ["Search"] = ["Terminology"],
        ["Registry"] = ["Criteria", "Search"],
        ["Screening"] = ["Registry", "Matching", "Notes", "Fhir"],
        ["Web"] = ["Screening"],
        ["Evaluation"] = ["Screening"],
        ["Cli"] = ["Web", "Evaluation"],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_UsesOnlyTheRoomsInsideIt(string room)
    {
        var allowed = Inside(room);
        var used = Assembly.Load(room == "Cli" ? "trialist" : $"Trialist.{room}").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Trialist.", StringComparison.Ordinal))
            .Select(name => name["Trialist.".Length..]);

        Assert.All(used, name => Assert.Contains(name, allowed));
    }

    [Fact]
    public void Model_UsesNoPackage()
    {
        var outside = Assembly.Load("Trialist.Model").GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));

        Assert.Empty(outside);
    }

    private static HashSet<string> Inside(string room)
    {
        var inside = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(Arrows[room]);
        while (waiting.TryPop(out var next))
        {
            if (inside.Add(next))
            {
                foreach (var further in Arrows[next])
                {
                    waiting.Push(further);
                }
            }
        }

        return inside;
    }
}
