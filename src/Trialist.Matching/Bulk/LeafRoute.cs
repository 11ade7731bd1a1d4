namespace Trialist.Matching.Bulk;

/// <summary>By which way the bulk engine finds the truths of an atom.</summary>
internal enum LeafRoute
{
    /// <summary>The person's sex alone decides, or nothing does.</summary>
    Silence,

    /// <summary>The birth date decides.</summary>
    Age,

    /// <summary>What is said of being a healthy volunteer decides, or any disease.</summary>
    Volunteer,

    /// <summary>The person as a whole decides: the reference is asked of everybody.</summary>
    Person,

    /// <summary>One number decides, where the record is plain.</summary>
    Value,

    /// <summary>A limit in words, such as "elevated": one number decides of whoever has a value, of others facts testify one by one.</summary>
    Worded,

    /// <summary>Facts testify one by one, whatever their days.</summary>
    Plain,

    /// <summary>Facts testify one by one, with their days.</summary>
    Timed,

    /// <summary>Facts testify one by one, with their days and with what exactly they are about.</summary>
    Detailed,

    /// <summary>The reference is asked of whoever has related facts.</summary>
    Reference,
}
