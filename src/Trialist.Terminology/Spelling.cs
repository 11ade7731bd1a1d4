namespace Trialist.Terminology;

/// <summary>One way of writing a concept, with the flags that stand before it in the tables.</summary>
/// <param name="Words">The words.</param>
/// <param name="Capitals"><c>!</c>: only in these letters ("ALL", "MS", "Cr").</param>
/// <param name="Ambiguous"><c>?</c>: other entries of the same kind may use it as well ("PE").</param>
internal readonly record struct Spelling(string Words, bool Capitals, bool Ambiguous)
{
    public static Spelling Parse(string written)
    {
        var words = written.AsSpan().Trim();
        var capitals = false;
        var ambiguous = false;
        while (words is ['!' or '?', ..])
        {
            capitals |= words[0] == '!';
            ambiguous |= words[0] == '?';
            words = words[1..];
        }

        return new Spelling(words.ToString(), capitals, ambiguous);
    }
}
