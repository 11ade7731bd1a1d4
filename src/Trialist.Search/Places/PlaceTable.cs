namespace Trialist.Search.Places;

/// <summary>All places that sites stand at, each once, numbered in the order of their first use. Grows only; segments of the index share the numbers.</summary>
/// <remarks>Half a million studies have three million sites but only some ten thousand places, so a distance is computed once a place.</remarks>
internal sealed class PlaceTable
{
    private readonly Lock growing = new();
    private readonly Dictionary<SitePlace, int> numbers = [];
    private volatile SitePlace[] places = new SitePlace[1024];
    private volatile int count;

    public int Count => count;

    public SitePlace this[int number] => places[number];

    public int NumberOf(SitePlace place)
    {
        lock (growing)
        {
            if (numbers.TryGetValue(place, out var number))
            {
                return number;
            }

            number = count;
            if (number == places.Length)
            {
                var larger = new SitePlace[2 * number];
                Array.Copy(places, larger, number);
                places = larger;
            }

            places[number] = place;
            numbers[place] = number;
            count = number + 1;
            return number;
        }
    }
}
