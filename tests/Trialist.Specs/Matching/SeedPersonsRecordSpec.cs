using System.Text;
using System.Text.Json.Nodes;
using Trialist.Fhir;
using Trialist.Notes;
using Trialist.Testing;

namespace Trialist.Specs.Matching;

/// <summary>
/// The nine persons of docs/reference/seed-persons.md as records: FHIR bundles with codes, with names and with answers in words, and clinical notes in ten styles. Each says of person 1 all that the page says;
/// the tables of changes make the others of it. Whatever the record is written in, it comes out as the page says.
/// </summary>
public sealed class SeedPersonsRecordSpec
{
    private static readonly string[] Bundles = ["coded", "named", "worded"];
    private static readonly string[] Notes = ["terse", "narrative", "list", "consult", "soap", "plain", "assessment", "short", "letter", "form"];

    public static TheoryData<string, string> BundleCases => Cases(Bundles);

    public static TheoryData<string, string> NoteCases => Cases(Notes);

    [Theory]
    [MemberData(nameof(BundleCases))]
    public void Bundle_ComesOutAsThePageSays(string bundle, string title)
    {
        var entries = JsonNode.Parse(Text($"{bundle}.json"))!.AsObject();
        var resources = entries["entry"]!.AsArray();
        if (Number(title) == 8)
        {
            Remove(resources, resource => (string?)resource["resourceType"] != "Patient");
            resources[0]!["resource"] = new JsonObject { ["resourceType"] = "Patient", ["id"] = "p1" };
        }

        foreach (var change in JsonNode.Parse(Text("bundle-changes.json"))!.AsArray().Where(change => (string?)change!["bundle"] == bundle && (int)change["person"]! == Number(title)))
        {
            Remove(resources, resource => change!["drop"]!.AsArray().Any(id => (string?)id == (string?)resource["id"]));
            foreach (var added in change!["add"]!.AsArray())
            {
                resources.Add(new JsonObject { ["resource"] = added!.DeepClone() });
            }
        }

        var person = FhirReader.Default.ReadPerson(Encoding.UTF8.GetBytes(entries.ToJsonString())).Person;

        SeedPersonsReadSpec.Check(title, SeedPersonsReadSpec.Demo, person, isOfPage: false);
    }

    [Theory]
    [MemberData(nameof(NoteCases))]
    public void Note_ComesOutAsThePageSays(string note, string title)
    {
        var text = Number(title) == 8 ? "Seen today. There are no records at hand." : Text($"{note}.txt");
        foreach (var row in Text("note-changes.tsv").Split('\n').Skip(1).Where(row => row.Length > 0).Select(row => row.Split('\t')).Where(row => row[1] == note && int.Parse(row[0]) == Number(title)))
        {
            var was = row[2].Replace("\\n", "\n", StringComparison.Ordinal);
            Assert.Contains(was, text, StringComparison.Ordinal);
            text = text.Replace(was, row[3].Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        SeedPersonsReadSpec.Check(title, SeedPersonsReadSpec.Demo, NoteReader.Default.Read(text, SeedPersonsReadSpec.AsOf).Person, isOfPage: false);
    }

    private static TheoryData<string, string> Cases(string[] records)
    {
        var cases = new TheoryData<string, string>();
        foreach (var record in records)
        {
            foreach (var title in SeedPersonsPage.Cases.Select(one => one.Title))
            {
                cases.Add(record, title);
            }
        }

        return cases;
    }

    // "Person 2: bilirubin 2.5 mg/dL"
    private static int Number(string title) => title["Person ".Length] - '0';

    private static string Text(string file) => File.ReadAllText(Repository.PathOf("tests", "Trialist.Specs", "Matching", "SeedPersons", file));

    private static void Remove(JsonArray resources, Func<JsonNode, bool> which)
    {
        foreach (var gone in resources.Where(entry => which(entry!["resource"]!)).ToList())
        {
            resources.Remove(gone);
        }
    }
}
