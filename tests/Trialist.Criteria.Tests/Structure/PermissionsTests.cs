using Trialist.Criteria.Structure;

namespace Trialist.Criteria.Tests.Structure;

public sealed class PermissionsTests
{
    [Theory]
    [InlineData("Subjects with lesions only in the bone marrow may also be enrolled")]
    [InlineData("Patients with (treated) thyroid disease are eligible.")]
    [InlineData("Those who received earlier agents, such as A, B, etc. are eligible.")]
    [InlineData("Women past the menopause are eligible. Menopause is defined below.")]
    public void Sentence_ThatOnlyPermits_AsksNothing(string words) => Assert.True(Permissions.AsksNothing(words));

    // To drop one of these is to lose a criterion.
    [Theory]
    [InlineData("Potassium and magnesium within normal limits (supplements are permitted).")]
    [InlineData("Pulmonary embolism requiring anticoagulation (a line-related clot is not exclusionary)")]
    [InlineData("Known active hepatitis B. Carriers with undetectable virus are eligible.")]
    [InlineData("pregnancy (or a positive test); breastfeeding is allowed")]
    [InlineData("No earlier chemotherapy（NOTE: adjuvant therapy is allowed）")]
    [InlineData("ECOG 0-1, prior radiotherapy is allowed")]
    public void Criterion_WithAPermissionInside_StillAsks(string words) => Assert.False(Permissions.AsksNothing(words));
}
