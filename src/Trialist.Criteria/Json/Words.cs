namespace Trialist.Criteria.Json;

/// <summary>The names of enumerations in JSON: camel case.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static T Parse<T>(string? word)
        where T : struct, Enum =>
        word is not null && Names<T>.ByName.TryGetValue(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, value => Camel(value.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
