namespace Trialist.Registry;

/// <summary>How a record came into the registry.</summary>
public enum StudyOrigin
{
    /// <summary>The hand-written demo registry: not a real study. Gone with the first real import or sync.</summary>
    Demo,

    /// <summary>A file that a user imported.</summary>
    Import,

    /// <summary>The registry's API.</summary>
    Sync,

    /// <summary>A team's own study that is not registered.</summary>
    Draft,
}
