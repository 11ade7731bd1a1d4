using Trialist.Search.Analysis;

namespace Trialist.Search.Patients;

/// <summary>The words of a text in the form in which the index keeps them, so that a note and a study can be compared word by word.</summary>
public static class PatientWords
{
    /// <summary>The words that bear meaning, in their order; numbers are left out, for a number says nothing without what it measures.</summary>
    public static IEnumerable<string> Of(string text) => Terms(WordSplitter.Split(text).Where(word => !word.Joined).Select(word => text[word.Start..word.End]));

    internal static IEnumerable<string> Terms(IEnumerable<string> words) =>
        words.Select(word => WordForms.OfThread.TermOf(word)).Where(term => term.Length > 1 && !char.IsAsciiDigit(term[0]) && !StopWords.Contains(term));
}
