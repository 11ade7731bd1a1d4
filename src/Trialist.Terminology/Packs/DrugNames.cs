namespace Trialist.Terminology.Packs;

/// <summary>Makes terms of ingredients and their brands. A brand of one ingredient is another name of it; a brand of several is a term of its own below each.</summary>
internal sealed class DrugNames
{
    // What the salt adds matters to pharmacists, not to who searches: heparin sodium is heparin.
    private static readonly HashSet<string> Salts = new(StringComparer.OrdinalIgnoreCase)
    {
        "sodium", "potassium", "calcium", "magnesium", "hydrochloride", "dihydrochloride", "hydrobromide", "sulfate", "phosphate", "acetate", "maleate", "tartrate", "bitartrate",
        "succinate", "fumarate", "citrate", "mesylate", "besylate", "tosylate", "bromide", "chloride", "nitrate", "lactate", "gluconate", "monohydrate", "dihydrate", "anhydrous",
        "malate", "pamoate", "hyclate", "dimesylate", "ditosylate", "esylate", "hemihydrate", "trihydrate", "disodium", "trometamol", "tromethamine", "meglumine",
    };

    private const int ShortestMention = 6;

    private readonly Dictionary<string, Ingredient> ingredients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Written, SortedSet<string> Of)> brands = new(StringComparer.Ordinal);

    private sealed record Ingredient(string Name, SortedSet<string> Others)
    {
        public string? Code { get; set; }
    }

    /// <summary>Adds an ingredient; its salts become one with it.</summary>
    public string AddIngredient(string written, string? code = null)
    {
        var name = Base(written);
        var key = PhraseKey.Of(name) ?? name;
        if (!ingredients.TryGetValue(key, out var known))
        {
            ingredients[key] = known = new Ingredient(name, new SortedSet<string>(StringComparer.Ordinal));
        }

        var lower = written.Trim().ToLowerInvariant();
        if (lower != name)
        {
            known.Others.Add(lower);
        }
        else
        {
            known.Code = code ?? known.Code;
        }

        return key;
    }

    /// <summary>Adds a brand of ingredients that were added.</summary>
    public void AddBrand(string written, IEnumerable<string> of)
    {
        var name = Titled(written.Trim());
        if (!brands.TryGetValue(name, out var known))
        {
            brands[name] = known = (name, new SortedSet<string>(StringComparer.Ordinal));
        }

        known.Of.UnionWith(of);
    }

    /// <summary>All terms.</summary>
    public PackReading ToPack(string format)
    {
        var collector = new PackCollector();
        var single = brands.Values.Where(brand => brand.Of.Count == 1).ToLookup(brand => brand.Of.Min!, brand => brand.Written, StringComparer.Ordinal);
        foreach (var (key, ingredient) in ingredients)
        {
            collector.Add(new PackTerm(key, ingredient.Name, EntryKind.Drug)
            {
                Code = ingredient.Code is { } code ? new Code(CodeSystem.RxNorm, code) : null,
                Synonyms = ingredient.Others.Concat(single[key]).ToValueList(),
                Mentioned = ingredient.Name.Length >= ShortestMention,
            });
        }

        foreach (var brand in brands.Values.Where(brand => brand.Of.Count > 1))
        {
            collector.Add(new PackTerm($"brand {brand.Written}", brand.Written, EntryKind.Drug) { Broader = brand.Of.ToValueList(), Mentioned = true });
        }

        return collector.Done(format);
    }

    private static string Base(string written)
    {
        var words = written.Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = words.Length;
        while (length > 1 && Salts.Contains(words[length - 1]))
        {
            length--;
        }

        return string.Join(' ', words[..length]);
    }

    // Lists shout their brands; in texts they begin with a capital.
    private static string Titled(string name) => name.Any(char.IsLower) ? name
        : string.Join(' ', name.ToLowerInvariant().Split(' ').Select(word => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word));
}
