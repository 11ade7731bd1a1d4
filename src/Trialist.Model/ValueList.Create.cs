namespace Trialist.Model;

/// <summary>Makes value lists.</summary>
public static class ValueList
{
    /// <summary>Copies the items into a list; this is what a collection expression calls.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies the items of any sequence into a list.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new(items.ToArray());
}
