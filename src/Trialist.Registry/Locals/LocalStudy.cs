namespace Trialist.Registry.Locals;

/// <summary>A team's own study: criteria text that is not registered anywhere.</summary>
/// <param name="Id">Its id in this data folder.</param>
/// <param name="Title">What the team calls it.</param>
/// <param name="Text">The criteria text, exactly as given.</param>
/// <param name="SavedAt">When it was last saved.</param>
public sealed record LocalStudy(LocalId Id, string Title, string Text, DateTimeOffset SavedAt);
