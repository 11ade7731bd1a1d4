using System.Numerics;
using System.Runtime.InteropServices;

namespace Trialist.Terminology.Folding;

/// <summary>Numbers words, from 0 on in the order in which they were added. A lookup reads the word once and allocates nothing.</summary>
public sealed class WordTable
{
    private const int FirstSize = 1024; // slots are a power of two, and at most half of them are taken
    private const int LettersAtOnce = sizeof(ulong) / sizeof(char);

    private int[] starts = new int[FirstSize]; // by number: where the word begins in the letters of all words, which stand one after the other; it ends where the next begins
    private char[] letters = new char[FirstSize];
    private Slot[] slots = new Slot[FirstSize];

    /// <summary>A word's hash and its number plus one; 0 where the slot is free.</summary>
    private readonly record struct Slot(uint Hash, int Number);

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>The word with the number.</summary>
    public ReadOnlySpan<char> this[int number] => letters.AsSpan(starts[number]..starts[number + 1]);

    /// <summary>The number of the word; -1 when the table does not hold it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        for (var at = FirstSlot(hash); slots[at].Number > 0; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Hash == hash && word.SequenceEqual(this[slots[at].Number - 1]))
            {
                return slots[at].Number - 1;
            }
        }

        return -1;
    }

    /// <summary>The number of the word, which is added where the table does not hold it.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        if (Find(word) is >= 0 and var known)
        {
            return known;
        }

        var start = starts[Count];
        if (start + word.Length > letters.Length)
        {
            Array.Resize(ref letters, Math.Max(letters.Length * 2, start + word.Length));
        }

        word.CopyTo(letters.AsSpan(start));
        Count++;
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, starts.Length * 2);
        }

        starts[Count] = start + word.Length;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        Place(new Slot(HashOf(word), Count));
        return Count - 1;
    }

    private void Grow()
    {
        var before = slots;
        slots = new Slot[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.Number > 0)
            {
                Place(slot);
            }
        }
    }

    private void Place(Slot slot)
    {
        var at = FirstSlot(slot.Hash);
        while (slots[at].Number > 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = slot;
    }

    // The highest bits: each of them depends on all letters.
    private int FirstSlot(uint hash) => (int)(hash >> (BitOperations.LeadingZeroCount((uint)slots.Length) + 1));

    /// <summary>The hash of a word: four letters at a time; the high half of the product is kept.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        for (; word.Length >= LettersAtOnce; word = word[LettersAtOnce..])
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word)));
        }

        foreach (var letter in word)
        {
            hash = Mix(hash, letter);
        }

        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong hash, ulong letters) => unchecked((BitOperations.RotateLeft(hash, 29) ^ letters) * 0x9E3779B97F4A7C15);
}
