namespace Trialist.Criteria.Islands;

/// <summary>Why words are unread, as readers see it, where <see cref="HalfRead"/> asks what follows from it.</summary>
internal static class Reasons
{
    public const string Ambiguous = "It is not clear whether this belongs to these words as well.";

    public const string BelongTogether = "It is not clear which of these words belong together.";

    public const string Clash = "These demands cannot be meant together as they stand.";

    public const string Colons = "It is not clear what the colons divide.";

    public const string Condition = "The condition was not understood.";

    public const string DemandInBrackets = "This remark in brackets makes a demand of its own.";

    public const string DenialReach = "It is not clear how far the denial reaches.";

    public const string Denied = "It is not clear what is denied.";

    public const string DependsOnCondition = "It is not clear what depends on this condition.";

    public const string EachLimit = "It is not clear whether each of these limits is asked for.";

    public const string EachNamed = "It is not clear whether each of the named ones is asked for.";

    public const string Exception = "The exception was not understood.";

    public const string ExceptionFrom = "It is not clear what the exception is from.";

    public const string ExcludesAmongInclusions = "This says who may not take part, among those who may.";

    public const string FurtherClause = "This further clause bears on the first.";

    public const string FurtherSentence = "This further sentence bears on the first.";

    public const string GoesOn = "It is not clear whether these words stand alone or go on with the phrase before.";

    public const string Guessed = "What kind of fact this is, is only guessed.";

    public const string IncludesAmongExclusions = "This says who may take part, among those who may not.";

    public const string InsteadOfLimit = "It is not clear whether this limit takes the place of the one before.";

    public const string JoiningOfList = "How the list joins the words above it is not understood.";

    public const string JudgedLimit = "It is not clear how this limit depends on a judgement.";

    public const string MayBeAllowed = "This may be no more than allowed.";

    public const string MeantTogether = "These are meant together, and how they join was not understood.";

    public const string NameEnds = "It is not clear where one name ends and the next begins.";

    public const string NarrowsUnread = "This word narrows something that was not understood.";

    public const string NoJoin = "No word joins this list.";

    public const string NoRule = "These words fit no rule.";

    public const string NotAllowed = "It is not clear what of this is not allowed.";

    public const string NotKnown = "These words are not known.";

    public const string NumberOfNothing = "This number belongs to nothing that was understood.";

    public const string OfAge = "It is not clear what is asked of people of this age.";

    public const string OfSomeOnly = "It is not clear whether this is asked of these people only.";

    public const string OnlyAllowed = "This is allowed, not asked for.";

    public const string OtherPerson = "This is about another person.";

    public const string PassedOver = "These words were passed over.";

    public const string PlaceOfList = "It is not clear how this list belongs to the words before it.";

    public const string Reach = "How far these words reach is not clear.";

    public const string SecondTime = "This is a second time beside the first.";

    public const string StateBefore = "It is not clear whether the state of the words before is meant here too.";

    public const string TimeOfUnread = "This time belongs to words that were not understood.";

    public const string Together = "It is not clear whether both are meant together.";

    public const string TooGeneral = "This is too general to be a fact.";
}
