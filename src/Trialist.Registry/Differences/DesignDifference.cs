namespace Trialist.Registry.Differences;

/// <summary>Phase, design, arms, interventions, conditions.</summary>
internal static class DesignDifference
{
    public static void Add(List<StudyChange> changes, Study before, Study after)
    {
        Wording.AddValue(changes, "Design", "The phase", Join(before.Design.Phases), Join(after.Design.Phases));
        Wording.AddValue(changes, "Design", "The study type", before.Design.StudyType, after.Design.StudyType);
        Wording.AddValue(changes, "Design", "The allocation", before.Design.Allocation, after.Design.Allocation);
        Wording.AddValue(changes, "Design", "The model", before.Design.InterventionModel ?? before.Design.ObservationalModel, after.Design.InterventionModel ?? after.Design.ObservationalModel);
        Wording.AddValue(changes, "Design", "The purpose", before.Design.PrimaryPurpose, after.Design.PrimaryPurpose);
        Wording.AddValue(changes, "Design", "The masking", before.Design.Masking, after.Design.Masking);
        Wording.AddValue(changes, "Design", "Who is masked", Join(before.Design.WhoMasked), Join(after.Design.WhoMasked));
        Wording.AddValue(changes, "Design", "The view in time", before.Design.TimePerspective, after.Design.TimePerspective);
        TextDifference.Add(changes, "Design", "The description of the model", before.Design.InterventionModelDescription, after.Design.InterventionModelDescription);
        TextDifference.Add(changes, "Design", "The description of the masking", before.Design.MaskingDescription, after.Design.MaskingDescription);
        ListDifference.AddItems(changes, "Arms", "arm", before.Arms, after.Arms, arm => arm.Label);
        ListDifference.AddItems(changes, "Treatments", "treatment", before.Interventions, after.Interventions, intervention => intervention.Name);
        ListDifference.AddItems(changes, "Conditions", "condition", before.Conditions, after.Conditions, condition => condition);
        ListDifference.AddItems(changes, "Keywords", "keyword", before.Keywords, after.Keywords, keyword => keyword);
    }

    private static string? Join(ValueList<string> values) => values.IsEmpty ? null : string.Join(" and ", values.Select(Wording.Say));
}
