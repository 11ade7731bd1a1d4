namespace Trialist.Registry.Differences;

/// <summary>Lists whose items are known by a name: what came, what went, what was reworded.</summary>
internal static class ListDifference
{
    public static void AddItems<T>(List<StudyChange> changes, string part, string thing, ValueList<T> before, ValueList<T> after, Func<T, string> name)
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

        // Same name, other content; a name that occurs twice cannot be told apart.
        ValueList<string> Reworded() =>
            (from item in after
             join old in before on name(item) equals name(old)
             where !Equals(item, old) && before.Count(other => name(other) == name(item)) == 1 && after.Count(other => name(other) == name(item)) == 1
             select name(item)).ToValueList();
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
