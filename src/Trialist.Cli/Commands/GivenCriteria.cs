using System.Text;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary>Criteria that a user gives as a file or on standard input.</summary>
internal static class GivenCriteria
{
    /// <summary>The text with what the record around it says; plain text stands alone. Who gives a whole v2 record means its criteria.</summary>
    /// <exception cref="TrialistException">It is a record without criteria.</exception>
    public static EligibilityRules Of(string given)
    {
        if (!given.AsSpan().TrimStart().StartsWith('{') || !StudyReader.TryRead(Encoding.UTF8.GetBytes(given), out var study, out _))
        {
            return new EligibilityRules { Text = given };
        }

        return study.Eligibility is { Text.Length: > 0 } rules ? rules : throw new TrialistException($"The record of {study.NctId} has no criteria text.");
    }
}
