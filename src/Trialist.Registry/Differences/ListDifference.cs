namespace Trialist.Registry.Differences;

/// <summary>Lists whose items are known by a name: what came, what went, what was reworded.</summary>
internal static class ListDifference
{
    public static void AddItems<T>(List<StudyChange> changes, string part, string thing, ValueList<T> before, ValueList<T> after, Func<T, string> name) where T : notnull
    {
        var then = before.Select(name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var now = after.Select(name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Add("added", now.Except(then, StringComparer.OrdinalIgnoreCase).ToValueList());
        Add("removed", then.Except(now, StringComparer.OrdinalIgnoreCase).ToValueList());
        Add("reworded", Reworded());

        void Add(string verb, ValueList<string> names)
        {
            if (!names.IsEmpty)
            {
                changes.Add(new StudyChange(part, $"{Wording.Count(names.Count, thing)} {(names.Count == 1 ? "was" : "were")} {verb}.", names));
            }
        }

        // Same name, other content; items of one name cannot be told apart, so all of them are compared together.
        ValueList<string> Reworded()
        {
            var old = before.ToLookup(name, StringComparer.OrdinalIgnoreCase);
            return after.GroupBy(name, StringComparer.OrdinalIgnoreCase)
                .Where(items => old.Contains(items.Key) && !HoldSame(old[items.Key], items))
                .Select(items => items.Key)
                .ToValueList();
        }
    }

    private static bool HoldSame<T>(IEnumerable<T> before, IEnumerable<T> after) where T : notnull
    {
        var left = before.CountBy(item => item).ToDictionary();
        foreach (var item in after)
        {
            if (left.GetValueOrDefault(item) == 0)
            {
                return false;
            }

            left[item]--;
        }

        return left.Values.All(count => count == 0);
    }

    public static void AddOutcomes(List<StudyChange> changes, Study before, Study after)
    {
        AddItems(changes, "Outcomes", "primary outcome", before.PrimaryOutcomes, after.PrimaryOutcomes, outcome => outcome.Measure);
        AddItems(changes, "Outcomes", "secondary outcome", before.SecondaryOutcomes, after.SecondaryOutcomes, outcome => outcome.Measure);
        AddItems(changes, "Outcomes", "other outcome", before.OtherOutcomes, after.OtherOutcomes, outcome => outcome.Measure);
    }

    public static void AddPeople(List<StudyChange> changes, Study before, Study after)
    {
        Wording.AddValue(changes, "Sponsor", "The sponsor", before.Sponsor?.Name, after.Sponsor?.Name);
        AddItems(changes, "Sponsor", "collaborator", before.Collaborators, after.Collaborators, collaborator => collaborator.Name);
        AddItems(changes, "Contacts", "contact", before.CentralContacts, after.CentralContacts, contact => contact.Name);
        AddItems(changes, "Contacts", "official", before.Officials, after.Officials, official => official.Name);
    }

    public static void AddReferences(List<StudyChange> changes, Study before, Study after)
    {
        AddItems(changes, "References", "reference", before.References, after.References, reference => reference.Citation);
        AddItems(changes, "References", "link", before.Links, after.Links, link => link.Url);
        AddItems(changes, "Identifiers", "other identifier", before.SecondaryIds, after.SecondaryIds, id => id.Id);
    }
}
