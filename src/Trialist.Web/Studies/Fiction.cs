using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>Made-up studies must never pass for real ones.</summary>
internal static class Fiction
{
    public const string Mark = "Not a real study";
    public const string Sentence = "This study is made up to show how Trialist works. It does not exist, and nobody can join it.";

    /// <summary>True for studies of the demo registry that restate no registered study, and for a team's draft with such a number.</summary>
    public static bool IsFictional(this StoredStudy study) => study.NctId.IsFictional;
}
