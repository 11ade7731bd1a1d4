using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>Numbers for what persons' records hold over and over: concepts, and facts without their concept, days, values and sources. Shared by the blocks of a cohort; safe to share between threads.</summary>
public sealed class FactNumbers
{
    private static readonly Concept Nothing = new("");

    private readonly ConcurrentDictionary<Concept, int> concepts = new();
    private readonly ConcurrentDictionary<Fact, int> forms = new();
    private readonly List<Concept> conceptList = [];
    private readonly List<Fact> formList = [];
    private readonly Lock adding = new();

    internal int OfConcept(Concept concept)
    {
        if (!concepts.TryGetValue(concept, out var number))
        {
            lock (adding)
            {
                if (!concepts.TryGetValue(concept, out number))
                {
                    number = conceptList.Count;
                    conceptList.Add(concept);
                    concepts[concept] = number;
                }
            }
        }

        return number;
    }

    internal int OfForm(Fact fact)
    {
        var form = fact with { Concept = Nothing, Source = "", Date = null, Start = null, End = null, Value = null, ValueWithin = null, ReferenceRange = null };
        if (!forms.TryGetValue(form, out var number))
        {
            lock (adding)
            {
                if (!forms.TryGetValue(form, out number))
                {
                    number = formList.Count;
                    formList.Add(form);
                    forms[form] = number;
                }
            }
        }

        return number;
    }

    internal Concept Concept(int number)
    {
        lock (adding)
        {
            return conceptList[number];
        }
    }

    internal int Forms
    {
        get
        {
            lock (adding)
            {
                return formList.Count;
            }
        }
    }

    internal int Concepts
    {
        get
        {
            lock (adding)
            {
                return conceptList.Count;
            }
        }
    }
}
