namespace Trialist.Evaluation.Forms;

/// <summary>One call of a logical form, such as <c>name('asthma')</c>: its arguments are chains of calls, quoted words, or bare words.</summary>
/// <param name="Name">What is called.</param>
/// <param name="Words">Quoted and bare words among the arguments.</param>
/// <param name="Chains">Chains of calls among the arguments.</param>
internal sealed record FormCall(string Name, IReadOnlyList<string> Words, IReadOnlyList<IReadOnlyList<FormCall>> Chains);
