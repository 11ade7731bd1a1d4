using System.Text;

namespace Trialist.Fhir.Tests;

/// <summary>Small hand-made charts.</summary>
internal static class Chart
{
    public static PersonReading Read(string json) => FhirReader.Default.ReadPerson(Encoding.UTF8.GetBytes(json));

    public static PersonReading ReadBundle(params string[] resources) => Read(Bundle([Patient, .. resources]));

    public const string Patient = """{"resourceType":"Patient","id":"p","gender":"female","birthDate":"1970-05"}""";

    public static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", resources.Select(resource => $$"""{"resource":{{resource}}}"""))}}]}""";

    /// <summary>The one fact of a bundle with one resource.</summary>
    public static Fact FactOf(string resource) => Assert.Single(ReadBundle(resource).Person.Facts);

    public static string Loinc(string code) => Coding("http://loinc.org", code);

    public static string Snomed(string code, string? text = null) => Coding("http://snomed.info/sct", code, text);

    public static string Coding(string system, string code, string? text = null) =>
        $$"""{"coding":[{"system":"{{system}}","code":"{{code}}"}]{{(text is null ? "" : $$""","text":"{{text}}" """)}}}""";
}
