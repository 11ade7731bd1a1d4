namespace Trialist.Model;

/// <summary>Kleene's connectives: conjunction is the least, disjunction the greatest, on False &lt; Unknown &lt; True.</summary>
public static class Kleene
{
    /// <summary>Both hold.</summary>
    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    /// <summary>At least one holds.</summary>
    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    /// <summary>The opposite; unknown stays unknown.</summary>
    public static Truth Not(this Truth value) => (Truth)(-(int)value);

    /// <summary>True or false as a truth value, null as unknown.</summary>
    public static Truth ToTruth(this bool? value) => value switch { true => Truth.True, false => Truth.False, null => Truth.Unknown };

    /// <summary>A truth value as true, false or null.</summary>
    public static bool? ToBoolean(this Truth value) => value == Truth.Unknown ? null : value == Truth.True;
}
