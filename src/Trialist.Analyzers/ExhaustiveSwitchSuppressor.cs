using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Trialist.Analyzers;

/// <summary>
/// Lets a switch expression over a closed record stand without a catch-all arm when every case has its own.
/// A record is closed when it is abstract, all its constructors are private and its cases are nested in it.
/// C# 14 raises CS8509 there; a later language version will know closed types by itself.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExhaustiveSwitchSuppressor : DiagnosticSuppressor
{
    private const string Reason = "Every case of the closed record has an arm of its own.";

    private static readonly SuppressionDescriptor Rule = new("TRS0001", "CS8509", Reason);

    // The compiler's other id for the same finding, given when some arm has a guard.
    private static readonly SuppressionDescriptor GuardedRule = new("TRS0002", "CS8846", Reason);

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(Rule, GuardedRule);

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var tree = diagnostic.Location.SourceTree;
            if (tree is null)
            {
                continue;
            }

            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var expression = node.FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (expression is not null && CoversEveryCase(expression, context.GetSemanticModel(tree)))
            {
                context.ReportSuppression(Suppression.Create(diagnostic.Id == Rule.SuppressedDiagnosticId ? Rule : GuardedRule, diagnostic));
            }
        }
    }

    private static bool CoversEveryCase(SwitchExpressionSyntax expression, SemanticModel model)
    {
        if (model.GetTypeInfo(expression.GoverningExpression).Type is not INamedTypeSymbol type || !IsClosed(type))
        {
            return false;
        }

        var covered = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var arm in expression.Arms.Where(arm => arm.WhenClause is null))
        {
            AddCovered(arm.Pattern, model, covered);
        }

        return type.GetTypeMembers().Where(member => Inherits(member, type)).All(covered.Contains);
    }

    private static bool IsClosed(INamedTypeSymbol type) =>
        type.IsAbstract
        && type.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility == Accessibility.Private || IsCopyConstructor(constructor, type))
        && type.GetTypeMembers().Any(member => Inherits(member, type))
        && type.GetTypeMembers().Where(member => Inherits(member, type)).All(member => member.IsSealed);

    // The compiler gives every record a protected copy constructor; it cannot be used to add a case from outside the assembly's own nested types.
    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static bool Inherits(INamedTypeSymbol member, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(member.BaseType?.OriginalDefinition, type.OriginalDefinition);

    private static void AddCovered(PatternSyntax pattern, SemanticModel model, HashSet<ISymbol> covered)
    {
        switch (pattern)
        {
            case ParenthesizedPatternSyntax inner:
                AddCovered(inner.Pattern, model, covered);
                break;
            case BinaryPatternSyntax binary when binary.IsKind(SyntaxKind.OrPattern):
                AddCovered(binary.Left, model, covered);
                AddCovered(binary.Right, model, covered);
                break;
            case DeclarationPatternSyntax declaration:
                Add(declaration.Type, model, covered);
                break;
            case TypePatternSyntax typePattern:
                Add(typePattern.Type, model, covered);
                break;
            case ConstantPatternSyntax constant:
                Add(constant.Expression, model, covered);
                break;
            case RecursivePatternSyntax { Type: { } named } recursive when AdmitsEverything(recursive):
                Add(named, model, covered);
                break;
        }
    }

    // A positional pattern such as `All(var items)` admits every value of its type; a property pattern may not.
    private static bool AdmitsEverything(RecursivePatternSyntax pattern) =>
        (pattern.PropertyPatternClause is null || pattern.PropertyPatternClause.Subpatterns.Count == 0)
        && (pattern.PositionalPatternClause is null
            || pattern.PositionalPatternClause.Subpatterns.All(part => part.Pattern is VarPatternSyntax or DiscardPatternSyntax));

    private static void Add(ExpressionSyntax type, SemanticModel model, HashSet<ISymbol> covered)
    {
        if (model.GetSymbolInfo(type).Symbol is INamedTypeSymbol symbol)
        {
            covered.Add(symbol);
        }
    }
}
