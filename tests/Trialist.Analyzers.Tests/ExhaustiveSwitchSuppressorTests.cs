using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Trialist.Analyzers;

public sealed class ExhaustiveSwitchSuppressorTests
{
    private const string Closed = """
        public abstract record Shape
        {
            private Shape() { }
            public sealed record Dot : Shape;
            public sealed record Line(int Length) : Shape;
        }
        """;

    private const string Open = """
        public abstract record Shape
        {
            public sealed record Dot : Shape;
            public sealed record Line(int Length) : Shape;
        }
        """;

    [Theory]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line => 1", true)]
    [InlineData(Closed, "Shape.Dot or Shape.Line => 1", true)]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line(var n) => n", true)]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line l when l.Length > 3 => 9, Shape.Line l => l.Length", true)]
    [InlineData(Closed, "_ when Odd => 3, Shape.Dot => 0, Shape.Line => 1", true)]
    [InlineData(Closed, "_ when Odd => 3, Shape.Dot => 0", false)]
    [InlineData(Closed, "Shape.Dot => 0", false)]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line l when l.Length > 3 => 9", false)]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line { Length: 3 } => 9", false)]
    [InlineData(Closed, "Shape.Dot => 0, Shape.Line(3) => 9", false)]
    [InlineData(Open, "Shape.Dot => 0, Shape.Line => 1", false)]
    public async Task Switch_OverShape_IsExhaustiveOnlyWhenEveryCaseHasAnArm(string type, string arms, bool exhaustive)
    {
        var source = $"{type}\npublic static class C {{ static readonly bool Odd = true; public static int F(Shape s) => s switch {{ {arms} }}; }}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("t", [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, reportSuppressedDiagnostics: true));
        var analyzed = compilation.WithAnalyzers(
            ImmutableArray.Create<DiagnosticAnalyzer>(new ExhaustiveSwitchSuppressor()),
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, true, false, reportSuppressedDiagnostics: true));

        var diagnostics = await analyzed.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        var warning = Assert.Single(diagnostics, d => d.Id is "CS8509" or "CS8846");
        Assert.Equal(exhaustive, warning.IsSuppressed);
    }
}
