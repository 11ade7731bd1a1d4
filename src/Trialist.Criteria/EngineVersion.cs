using System.Reflection;
using System.Security.Cryptography;
using Trialist.Terminology;

namespace Trialist.Criteria;

/// <summary>The version of the reader. Criteria documents are kept beside the studies; under another version the registry reads them again.</summary>
/// <remarks>
/// Nobody has to remember to raise it: builds are deterministic, so that the identity of a module is a hash of its code and of the tables in it.
/// It changes with every change of the reader or the lexicon, at times with one that does not matter, and never stays when something did change.
/// </remarks>
public static class EngineVersion
{
    private const int Digits = 12;

    /// <summary>The version of this program's reader and lexicon, twelve hexadecimal digits.</summary>
    public static string Current { get; } = Of(typeof(CriteriaReader).Assembly, typeof(Lexicon).Assembly);

    internal static string Of(params ReadOnlySpan<Assembly> rooms)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var room in rooms)
        {
            hash.AppendData(room.ManifestModule.ModuleVersionId.ToByteArray());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits];
    }
}
