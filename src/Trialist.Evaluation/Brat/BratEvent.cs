namespace Trialist.Evaluation.Brat;

/// <summary>An event: a typed trigger with arguments.</summary>
/// <param name="Type">Its type, such as <c>Eq-Comparison</c>.</param>
/// <param name="Trigger">Id of its text-bound annotation.</param>
/// <param name="Arguments">Role and id of each argument, in order.</param>
internal sealed record BratEvent(string Type, string Trigger, ValueList<(string Role, string Id)> Arguments)
{
    /// <summary>Ids of the arguments whose role is the given one, numbered or not (<c>Value</c>, <c>Value2</c>).</summary>
    public IEnumerable<string> All(string role) =>
        Arguments.Where(a => a.Role.StartsWith(role, StringComparison.Ordinal) && a.Role.AsSpan(role.Length).IndexOfAnyExceptInRange('0', '9') < 0).Select(a => a.Id);
}
