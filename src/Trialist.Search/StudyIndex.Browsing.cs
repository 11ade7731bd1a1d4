using Trialist.Search.Indexing;
using Trialist.Search.Places;
using Trialist.Search.Results;

namespace Trialist.Search;

/// <summary>Suggestions, places and the tree of locations.</summary>
public sealed partial class StudyIndex
{
    /// <summary>Names that begin as typed, most studies first; none for fewer than two letters.</summary>
    /// <param name="kind">What to name.</param>
    /// <param name="typed">The beginning; case and accents do not matter.</param>
    /// <param name="limit">How many at most, up to 50.</param>
    public ValueList<Suggestion> Suggest(SuggestionKind kind, string typed, int limit = 10) => Hold((kind, typed, limit), static (snapshot, asked) => asked.kind switch
    {
        SuggestionKind.Condition => snapshot.Names.Of(StudyNames.ConditionKind, asked.typed, asked.limit).ToValueList(),
        SuggestionKind.Treatment => snapshot.Names.Of(StudyNames.TreatmentKind, asked.typed, asked.limit).ToValueList(),
        SuggestionKind.Place => asked.typed.Trim().Length < Searching.NameSuggestions.ShortestPrefix
            ? []
            : snapshot.Places.Suggest(asked.typed, asked.limit).Select(place => new Suggestion(place.Name, place.Studies)).ToValueList(),
    });

    /// <summary>All conditions whose name begins with a letter, in the order of the alphabet, each with its studies; for any other sign, those that begin with none of A to Z.</summary>
    public IReadOnlyList<Suggestion> ConditionsUnder(char letter) => Hold(letter, static (snapshot, letter) => snapshot.Names.Under(StudyNames.ConditionKind, letter));

    /// <summary>What a typed place is: coordinates ("52.5, 13.4"), a postal code, city, region or country that has a site; most studies first, empty when it is not known.</summary>
    public ValueList<FoundPlace> FindPlaces(string typed) => Hold(typed, static (snapshot, typed) => snapshot.Places.Find(typed).ToValueList());

    /// <summary>Countries with their regions and cities, each with its studies; most studies first.</summary>
    public ValueList<LocationNode> Locations() => Hold(0, static (snapshot, _) => snapshot.Locations);
}
