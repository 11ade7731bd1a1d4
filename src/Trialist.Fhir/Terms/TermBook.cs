using System.Collections.Concurrent;
using System.Text;
using Trialist.Fhir.Resources;
using Trialist.Terminology;

namespace Trialist.Fhir.Terms;

/// <summary>Turns the codes and words of a record into concepts of the lexicon; what the lexicon does not know keeps its own words.</summary>
internal sealed class TermBook(Lexicon lexicon)
{
    /// <summary>Charts repeat the same few thousand concepts; beyond so many they are no longer remembered.</summary>
    private const int MostRemembered = 50_000;

    /// <summary>Longer answers are stories, not names.</summary>
    private const int LongestPhrase = 80;

    private readonly ConcurrentDictionary<string, Term> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ValueList<Ingredient>> products = new(StringComparer.Ordinal);

    /// <summary>The term for a concept: by its codes, then by its words, else its words as they stand.</summary>
    public Term Of(FhirConcept concept)
    {
        var key = KeyOf(concept);
        if (known.TryGetValue(key, out var term))
        {
            return term;
        }

        term = Resolve(concept, PlainName(concept));
        if (known.Count < MostRemembered)
        {
            known.TryAdd(key, term);
        }

        return term;
    }

    /// <summary>The marker for words that were put together from several fields; the symbol of a gene may also be short for a disease, which it never means here.</summary>
    public Concept OfMarker(string words, ValueList<Code> codes)
    {
        foreach (var entry in lexicon.Find(words))
        {
            if (entry.Kind == EntryKind.Biomarker)
            {
                return new Concept(entry.Name, Join(entry.Concept.Codes, codes));
            }
        }

        return new Concept(words, codes);
    }

    /// <summary>What a "history of …" entry is about; null for any other. Its codes mean the history, not the thing, and are left behind.</summary>
    public Term? OfHistory(FhirConcept concept)
    {
        const string history = "history of ";
        var name = PlainName(concept);
        if (!name.StartsWith(history, StringComparison.Ordinal))
        {
            return null;
        }

        var thing = name[history.Length..];
        return EntryOfWords(thing) is { } entry ? new Term(entry.Concept, entry.LeafType) : new Term(new Concept(thing), null);
    }

    /// <summary>The substance of an allergy.</summary>
    public Term OfAllergen(FhirConcept concept)
    {
        var name = PlainName(concept);
        if (NoneKnown(name) is { } denied)
        {
            return denied;
        }

        name = name.StartsWith("allergy to ", StringComparison.Ordinal) ? name["allergy to ".Length..] : name;
        name = name.EndsWith(" allergy", StringComparison.Ordinal) ? name[..^" allergy".Length] : name;
        return Resolve(concept, name);
    }

    // "No known drug allergies", "NKDA"
    private Term? NoneKnown(string name) => name switch
    {
        "nka" => NamePhrase.Read("no known allergies", lexicon),
        "nkda" => NamePhrase.Read("no known drug allergies", lexicon),
        _ => NamePhrase.Read(name, lexicon) is { Denied: true } denied ? denied : null,
    };

    /// <summary>The vaccine, named so that it is not taken for the disease.</summary>
    public Term OfVaccine(FhirConcept concept)
    {
        var name = PlainName(concept);
        return Resolve(concept, name.Contains("vaccine", StringComparison.Ordinal) ? name : name + " vaccine");
    }

    /// <summary>The active ingredients of a product; the product's own words where the lexicon knows none of them.</summary>
    public ValueList<Ingredient> OfMedication(FhirConcept medication, FhirConcept? route)
    {
        var key = KeyOf(medication);
        if (!products.TryGetValue(key, out var ingredients))
        {
            ingredients = IngredientsOf(medication);
            if (products.Count < MostRemembered)
            {
                products.TryAdd(key, ingredients);
            }
        }

        return route is null ? ingredients : ingredients.Select(ingredient => ingredient with { Route = QualifierOf(route) }).ToValueList();
    }

    /// <summary>What words say as a whole, such as "no active infection"; null where the lexicon cannot account for each.</summary>
    public Term? OfPhrase(string words) => words.Length <= LongestPhrase && NamePhrase.Read(words, lexicon) is { } term ? term : null;

    /// <summary>What "no history of epilepsy or seizures" denies, each; empty where it is no list of denials or not understood.</summary>
    public IReadOnlyList<Term> OfDenials(FhirConcept concept)
    {
        if (concept.Words is not { Length: <= LongestPhrase } words || Of(concept).Type is not null)
        {
            return [];
        }

        var parts = words.Split([",", ";", "/", " or ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || NamePhrase.Read(parts[0], lexicon) is not { Denied: true } first)
        {
            return [];
        }

        List<Term> terms = [first];
        foreach (var part in parts.Skip(1))
        {
            if (NamePhrase.Read(part, lexicon) is not { } term)
            {
                return [];
            }

            terms.Add(term with { Denied = true });
        }

        return terms;
    }

    /// <summary>The value that words give for a measurement or on a scale.</summary>
    public (Quantity? Value, Bounds? Within) ValueIn(string words, Concept concept) => ValueWords.Of(words, lexicon.ByName(EntryKind.Score, concept.Name));

    /// <summary>The standard words for a method, which may stand among others: "Flow cytometry technique"; the record's own where none is known.</summary>
    public ValueList<Qualifier> OfMethod(FhirConcept concept) =>
        MethodsIn(PlainName(concept)) is { Count: > 0 } known ? known : MethodsIn("by " + concept.Words?.Trim()) is { Count: > 0 } worded ? worded : [new Qualifier(QualifierKind.Method, QualifierOf(concept))];

    /// <summary>The standard word for a severity, site, route or relative.</summary>
    public string QualifierOf(FhirConcept concept)
    {
        var words = PlainName(concept);
        foreach (var entry in lexicon.Find(words))
        {
            if (entry.Qualifier is { } qualifier)
            {
                return qualifier.Value;
            }
        }

        return words;
    }

    private Term Resolve(FhirConcept concept, string name)
    {
        var codes = CodesOf(concept);
        // Some terms are written in capitals only: "CD123", "ALL".
        var written = concept.Words?.Trim() is { Length: > 0 } words ? WithoutTag(words) : name;
        var whole = EntryOfWords(name) ?? EntryOfWords(written);
        var (bare, back) = whole is null ? NameWindow.Cut(written) : (written, null);
        whole ??= back is null ? null : EntryOfWords(bare);
        var phrase = whole is null ? NamePhrase.Read(bare, lexicon) : null;
        if ((EntryOf(codes) ?? whole) is { } entry)
        {
            // Words on another thing than the code's deny or date nothing of it.
            var isSame = phrase?.Concept.Name == entry.Name;
            // The words may be narrower than the code, or say more than it.
            return new Term(new Concept(entry.Name, Join(codes, entry.Concept.Codes)), entry.LeafType)
            {
                Qualifiers = isSame ? phrase!.Qualifiers : MethodsIn(name),
                Markers = phrase?.Markers ?? [],
                Denied = isSame && phrase!.Denied,
                IsPast = isSame && phrase!.IsPast,
                Back = back,
            };
        }

        // A code of ICD-10-CM affirms its disease, save those of chapter Z; and what a code affirms, a denial must not carry.
        if (phrase is { Denied: true })
        {
            return codes.Any(code => code.System == CodeSystem.Icd10Cm && !code.Value.StartsWith('Z')) ? new Term(new Concept(name, codes), null) : phrase with { Back = back };
        }

        return phrase is null ? new Term(new Concept(name, codes), null) : phrase with { Concept = new Concept(phrase.Concept.Name, Join(codes, phrase.Concept.Codes)), Back = back };
    }

    // "Blasts/100 cells in Bone marrow by Manual count": the name of a test tells how it was done.
    private ValueList<Qualifier> MethodsIn(string name)
    {
        List<Qualifier>? found = null;
        foreach (var match in lexicon.MatchesIn(name))
        {
            if (match.Of(EntryKind.Qualifier)?.Qualifier is { Kind: QualifierKind.Method } method && !Specimens.Contains(method.Value))
            {
                (found ??= []).Add(method);
            }
        }

        return found is null ? [] : found.Distinct().ToValueList();
    }

    private static readonly string[] Specimens = ["bone marrow", "peripheral blood", "cerebrospinal fluid", "urine", "serum", "tumor tissue"];

    private LexiconEntry? EntryOf(ValueList<Code> codes)
    {
        foreach (var code in codes)
        {
            if (code.System != CodeSystem.Other)
            {
                foreach (var entry in lexicon.ByCode(code))
                {
                    if (entry.LeafType is not null)
                    {
                        return entry;
                    }
                }
            }
        }

        return null;
    }

    private LexiconEntry? EntryOfWords(string name)
    {
        foreach (var entry in lexicon.Find(name))
        {
            if (entry.LeafType is not null)
            {
                return entry;
            }
        }

        return null;
    }

    // "Acetaminophen 325 MG / Oxycodone Hydrochloride 5 MG Oral Tablet" is two drugs by mouth.
    private ValueList<Ingredient> IngredientsOf(FhirConcept medication)
    {
        var codes = CodesOf(medication);
        var name = PlainName(medication);
        var route = DoseForm.RouteOf(name);
        if (EntryOf(codes) is { } coded)
        {
            return [new Ingredient(new Concept(coded.Name, Join(codes, coded.Concept.Codes)), route)];
        }

        var found = new List<LexiconEntry>();
        foreach (var match in lexicon.MatchesIn(name))
        {
            if (match.Of(EntryKind.Drug) is { } drug && !found.Contains(drug))
            {
                found.Add(drug);
            }
        }

        // The product's code stands for one ingredient only where there is only one.
        return found.Count switch
        {
            0 => [new Ingredient(new Concept(name, codes), route)],
            1 => [new Ingredient(new Concept(found[0].Name, Join(codes, found[0].Concept.Codes)), route)],
            _ => found.Select(drug => new Ingredient(drug.Concept, route)).ToValueList(),
        };
    }

    private static ValueList<Code> Join(ValueList<Code> own, ValueList<Code> further)
    {
        var codes = new List<Code>(own.Count + further.Count);
        foreach (var code in own)
        {
            codes.Add(code);
        }

        foreach (var code in further)
        {
            if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes.ToValueList();
    }

    private static string KeyOf(FhirConcept concept)
    {
        if (concept.Codings.Count == 1)
        {
            var coding = concept.Codings[0];
            return $"{(int)coding.System}|{coding.Code}|{concept.Text ?? coding.Display}";
        }

        return string.Join('\n', concept.Codings.Select(coding => $"{(int)coding.System}|{coding.Code}|{coding.Display}").Append(concept.Text));
    }

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

        return WithoutTag(text.ToString().Trim());
    }

    private static string WithoutTag(string words)
    {
        foreach (var kind in SemanticTags)
        {
            if (words.EndsWith(kind, StringComparison.Ordinal))
            {
                return words[..^kind.Length].TrimEnd();
            }
        }

        return words;
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
