using Trialist.Terminology;

namespace Trialist.Screening.Asking;

/// <summary>The words of a question, by the kind of fact.</summary>
internal static class QuestionText
{
    public static string For(string name, LeafType? asks)
    {
        var label = Lexicon.Default.ByName(name)?.Label ?? name;
        return asks switch
        {
            LeafType.Age => name == "birth date" ? "What is the exact date of birth?" : "How old is the person?",
            LeafType.Sex => "What is the person's sex?",
            LeafType.Measurement => $"What is the latest {label}, with its unit and date?",
            LeafType.Score => $"What is the {label}?",
            LeafType.Condition => $"Does the person have {label}, or has the person ever had it?",
            LeafType.Treatment => $"Has the person been treated with {label}? If so, when was the last dose?",
            LeafType.Procedure => $"Has the person had {label}? If so, when?",
            LeafType.Biomarker => $"What was the result of testing for {label}?",
            LeafType.Allergy => $"Is the person allergic to {label}?",
            LeafType.Pregnancy => "Is the person pregnant?",
            LeafType.Lactation => "Is the person breast-feeding?",
            LeafType.Contraception => $"What is known about {label}: can the person become pregnant, and is contraception used?",
            LeafType.Consent => $"Can the person give {label}?",
            LeafType.LifeExpectancy => "How long is the person expected to live?",
            LeafType.Lines => $"How many lines of treatment has the person had ({label})?",
            LeafType.Count => $"How many: {label}?",
            LeafType.HealthyVolunteer => "Is the person a healthy volunteer, or does the person have a disease?",
            LeafType.Language => $"Does the person speak and read {label}?",
            LeafType.Behaviour => $"What is the person's record on {label}?",
            LeafType.Participation => $"Is the person taking part in another study, or has done so lately ({label})?",
            LeafType.Judgement or LeafType.Unread or null => $"What is known about {label}?",
        };
    }
}
