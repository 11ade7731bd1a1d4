using Trialist.Terminology;

namespace Trialist.Search.Queries;

/// <summary>Synonyms of the hand-written lexicon: other names of a concept and of what is narrower than it.</summary>
internal sealed class LexiconSynonyms(Lexicon lexicon) : ISynonymSource
{
    // "Cancer" has hundreds of narrower names; the nearest come first, and a study of a far one names the wide one too (MeSH ancestors).
    private const int MostSynonyms = 40;

    public IEnumerable<string> SynonymsOf(string key, string written) => lexicon.Expand(written, MostSynonyms);
}
