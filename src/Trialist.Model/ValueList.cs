using System.Collections;
using System.Runtime.CompilerServices;

namespace Trialist.Model;

/// <summary>An immutable list that is equal to another with equal items in the same order, so that records holding it compare by content.</summary>
/// <remarks>The unset value is the empty list. Records of the model hold no other collection; a test of the house checks it.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? items;

    internal ValueList(T[] items) => this.items = items;

    /// <inheritdoc />
    public int Count => items?.Length ?? 0;

    /// <summary>True when nothing is in the list.</summary>
    public bool IsEmpty => Count == 0;

    /// <inheritdoc />
    public T this[int index] => (items ?? [])[index];

    /// <summary>The items as a span, without copying.</summary>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <summary>True when an item passes the test. Asked of every leaf of every criterion: nothing is allocated, as it would be for a sequence.</summary>
    public bool Any(Func<T, bool> passes)
    {
        foreach (var item in AsSpan())
        {
            if (passes(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when every item passes the test, as all of an empty list do; nothing is allocated.</summary>
    public bool All(Func<T, bool> passes)
    {
        foreach (var item in AsSpan())
        {
            if (!passes(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc />
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Enumerates without allocating in a plain loop.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <summary>The items joined by commas, for messages.</summary>
    public override string ToString() => $"[{string.Join(", ", items ?? [])}]";

    /// <summary>Equality by content.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Inequality by content.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}
