namespace Trialist.Search.Expressions.Running;

/// <summary>What the operators around a term have set.</summary>
/// <param name="Target">Where to look.</param>
/// <param name="Coverage">How much must match; null where nothing was said.</param>
/// <param name="Expansion">How far words expand; null where nothing was said.</param>
internal sealed record Setting(Target Target, Coverage? Coverage = null, Expansion? Expansion = null)
{
    /// <summary>The expansion of a term or phrase here.</summary>
    /// <exception cref="ExpressionException">The two operators cannot be combined.</exception>
    public Expansion ExpansionFor(bool isPhrase)
    {
        if (Expansion == Expressions.Expansion.Lossy && Coverage is not null)
        {
            throw new ExpressionException("EXPANSION[Lossy] cannot be combined with COVERAGE");
        }

        var isWhole = Coverage is not (null or Expressions.Coverage.Contains);
        if (isWhole && Expansion == Expressions.Expansion.Relaxation)
        {
            throw new ExpressionException($"COVERAGE[{Coverage}] can be combined with EXPANSION None, Term or Concept only");
        }

        var expansion = Expansion ?? Expressions.Expansion.Relaxation;
        return (isPhrase || isWhole) && expansion > Expressions.Expansion.Concept ? Expressions.Expansion.Concept : expansion;
    }
}
