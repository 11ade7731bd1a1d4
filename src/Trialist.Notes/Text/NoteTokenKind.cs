namespace Trialist.Notes.Text;

/// <summary>What a token is.</summary>
internal enum NoteTokenKind
{
    /// <summary>A run of letters, with digits and apostrophes inside.</summary>
    Word,

    /// <summary>Digits with thousands commas and a decimal point.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,

    /// <summary>The end of a line.</summary>
    Break,

    /// <summary>A de-identification mask such as <c>[**2148-10-1**]</c>: a date of a shifted calendar or a name, never to be used.</summary>
    Mask,
}
