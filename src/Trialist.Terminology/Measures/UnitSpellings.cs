using System.Runtime.InteropServices;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology.Measures;

/// <summary>The written forms of single units ("mmHg", "µg", "milligrams") as a trie over folded characters.</summary>
internal sealed class UnitSpellings
{
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<Candidates> nodes = [default];

    /// <summary>What a spelling stands for: in any case, and in one exact case ("mM" is millimolar, "mm" millimetre).</summary>
    private record struct Candidates(string? Any, string? ExactWords, string? Exact);

    /// <summary>Adds a spelling of a UCUM symbol.</summary>
    public void Add(string words, string code, bool exactCase)
    {
        var node = 0;
        foreach (var c in words)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, Fold(c)), out var known);
            if (!known)
            {
                next = nodes.Count;
                nodes.Add(default);
            }

            node = next;
        }

        ref var here = ref CollectionsMarshal.AsSpan(nodes)[node];
        if (exactCase)
        {
            here.ExactWords = words;
            here.Exact = code;
        }
        else
        {
            here.Any ??= code;
        }
    }

    /// <summary>Finds the longest spelling at the index that no letter follows; the code is null when there is none.</summary>
    public string? Match(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        string? found = null;
        var node = 0;
        var blank = false;
        for (var at = start; at < text.Length; at++)
        {
            var c = text[at];
            if (CharacterFold.IsIgnorable(c))
            {
                continue;
            }

            // Runs of blanks count as one.
            var isBlank = char.IsWhiteSpace(c) && c != '\n';
            if (isBlank && blank)
            {
                continue;
            }

            blank = isBlank;
            if (!edges.TryGetValue(Edge(node, Fold(c)), out node))
            {
                break;
            }

            var here = nodes[node];
            if ((here.Any ?? here.Exact) is not null && !(at + 1 < text.Length && char.IsLetter(c) && char.IsLetter(text[at + 1])))
            {
                var code = here.Exact is not null && IsWritten(text[start..(at + 1)], here.ExactWords!) ? here.Exact : here.Any;
                if (code is not null)
                {
                    found = code;
                    end = at + 1;
                }
            }
        }

        return found;
    }

    private static bool IsWritten(ReadOnlySpan<char> text, string words)
    {
        if (text.Length != words.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (Micro(text[i]) != Micro(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Micro(char c) => c is 'µ' or 'μ' ? 'u' : c;

    private static char Fold(char c) => c switch
    {
        'µ' or 'μ' => 'u',
        '℃' => 'c',
        'º' or '˚' or '°' => '°',
        _ when char.IsWhiteSpace(c) => ' ',
        _ when CharacterFold.IsHyphen(c) => '-',
        _ => CharacterFold.Of(c),
    };

    private static ulong Edge(int node, char c) => ((ulong)(uint)node << 16) | c;
}
