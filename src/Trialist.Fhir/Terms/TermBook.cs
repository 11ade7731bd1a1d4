using System.Text;
using Trialist.Fhir.Resources;

namespace Trialist.Fhir.Terms;

/// <summary>Turns the codes and words of a record into concepts of the lexicon; what the lexicon does not know keeps its own words.</summary>
internal sealed class TermBook
{
    /// <summary>The term for a concept: by its codes, then by its words, else its words as they stand.</summary>
    public Term Of(FhirConcept concept)
    {
        var codes = CodesOf(concept);
        return new Term(new Concept(PlainName(concept), codes), null);
    }

    /// <summary>The term for words that were put together from several fields.</summary>
    public Concept OfWords(string words, ValueList<Code> codes) => new(words, codes);

    /// <summary>The substance of an allergy.</summary>
    public Term OfAllergen(FhirConcept concept)
    {
        var name = PlainName(concept);
        name = name.StartsWith("allergy to ", StringComparison.Ordinal) ? name["allergy to ".Length..] : name;
        name = name.EndsWith(" allergy", StringComparison.Ordinal) ? name[..^" allergy".Length] : name;
        return new Term(new Concept(name, CodesOf(concept)), null);
    }

    /// <summary>The vaccine, named so that it is not taken for the disease.</summary>
    public Term OfVaccine(FhirConcept concept)
    {
        var name = PlainName(concept);
        return new Term(new Concept(name.Contains("vaccine", StringComparison.Ordinal) ? name : name + " vaccine", CodesOf(concept)), null);
    }

    /// <summary>The active ingredients of a product, each with the route that the record or the dose form names.</summary>
    public IEnumerable<(Concept Concept, string? Route)> OfMedication(FhirConcept medication, FhirConcept? route) =>
        [(new Concept(PlainName(medication), CodesOf(medication)), route is null ? null : QualifierOf(route))];

    /// <summary>The standard word for a severity, site, route or relative.</summary>
    public string QualifierOf(FhirConcept concept) => PlainName(concept);

    /// <summary>Lower-case words of a record without SNOMED's bracketed kind and without invisible characters.</summary>
    public static string PlainName(FhirConcept concept)
    {
        if (concept.Words is { } words && Plain(words) is { Length: > 0 } name)
        {
            return name;
        }

        return concept.Codings.Count > 0 ? $"{concept.Codings[0].System.ToString().ToLowerInvariant()} {concept.Codings[0].Code}" : "unnamed";
    }

    public static string Plain(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (char.IsWhiteSpace(character))
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (!char.IsControl(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)
            {
                text.Append(char.ToLowerInvariant(character));
            }
        }

        var plain = text.ToString().Trim();
        foreach (var kind in SemanticTags)
        {
            if (plain.EndsWith(kind, StringComparison.Ordinal))
            {
                return plain[..^kind.Length].TrimEnd();
            }
        }

        return plain;
    }

    private static readonly string[] SemanticTags =
    [
        "(disorder)", "(finding)", "(procedure)", "(regime/therapy)", "(situation)", "(substance)", "(product)", "(medicinal product)",
        "(observable entity)", "(body structure)", "(morphologic abnormality)", "(event)", "(qualifier value)", "(clinical drug)", "(organism)",
    ];

    private static ValueList<Code> CodesOf(FhirConcept concept)
    {
        if (concept.Codings.Count == 0)
        {
            return [];
        }

        var codes = new List<Code>(concept.Codings.Count);
        foreach (var coding in concept.Codings)
        {
            // HGNC is known here by its symbols, which FHIR writes as the display of a number.
            var value = coding.System == CodeSystem.Hgnc && coding.Display is { } symbol ? symbol : coding.Code;
            if (value.Length > 0)
            {
                codes.Add(new Code(coding.System, value));
            }
        }

        return codes.ToValueList();
    }
}
