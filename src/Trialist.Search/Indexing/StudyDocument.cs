using Lucene.Net.Documents;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;

namespace Trialist.Search.Indexing;

/// <summary>Turns a study into a document of the index.</summary>
internal sealed class StudyDocument
{
    private static readonly HashSet<string> SpelledPieces = ["BriefTitle", "Condition", "Keyword", "InterventionName", "InterventionOtherName"];
    private static readonly HashSet<string> EnumPiecesInText = [.. SearchArea.All.SelectMany(area => area.Parts).Where(part => part.IsEnum).Select(part => part.Piece)];

    private readonly AreaWeights[] areas = [.. StudyFields.CombinedAreas.Select(area => new AreaWeights(area))];
    private readonly Dictionary<string, List<Word>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> nextPosition = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> spelled = new(StringComparer.Ordinal);

    /// <summary>Makes the document of a study.</summary>
    public Document Of(Study study)
    {
        var document = new Document
        {
            new Field(StudyFields.Id, study.NctId.ToString(), StudyFields.Exact),
            new BinaryDocValuesField(StudyFields.Row, new BytesRef(StudyRows.Write(StudyRows.Of(study)))),
            new BinaryDocValuesField(StudyFields.Columns, new BytesRef(StudyColumns.Of(study).Write())),
        };
        Clear();
        AddTexts(document, study);
        AddEnums(document, study);
        foreach (var area in areas)
        {
            document.Add(new Field(area.Area.Name, new WeightedStream(new Dictionary<string, float>(area.Weights, StringComparer.Ordinal)), StudyFields.Weighted));
        }

        if (study.Eligibility.Text is { } eligibility)
        {
            document.Add(new Field(StudyFields.Inclusion, new WordStream(WordSplitter.Split(BeforeExclusions(eligibility))), StudyFields.Weighted));
        }

        foreach (var word in spelled)
        {
            document.Add(new Field(StudyFields.Spelling, word, StudyFields.Exact));
        }

        foreach (var name in StudyNames.Suggestions(study))
        {
            document.Add(new Field(StudyFields.Suggestion, name, StudyFields.Exact));
        }

        foreach (var alias in StudyNames.Aliases(study))
        {
            document.Add(new Field(StudyFields.Alias, alias, StudyFields.Exact));
        }

        return document;
    }

    private void Clear()
    {
        words.Clear();
        nextPosition.Clear();
        spelled.Clear();
        foreach (var area in areas)
        {
            area.Clear();
        }
    }

    private void AddTexts(Document document, Study study)
    {
        StudyPieces.Texts(study, (piece, value) =>
        {
            if (!words.TryGetValue(piece, out var list))
            {
                words[piece] = list = [];
            }

            nextPosition.TryGetValue(piece, out var position);
            nextPosition[piece] = WordSplitter.Split(value, list, position) + StudyFields.ValueGap;
            if (SpelledPieces.Contains(piece))
            {
                Spell(value);
            }
        });

        foreach (var (piece, list) in words)
        {
            document.Add(new Field(piece, new WordStream(list), StudyFields.Text));
            AreaWeights.Count(list, counts);
            AddToAreas(piece);
        }
    }

    private void AddEnums(Document document, Study study)
    {
        StudyPieces.Enums(study, (piece, value) =>
        {
            document.Add(new Field(piece, value, StudyFields.Exact));
            if (EnumPiecesInText.Contains(piece))
            {
                AreaWeights.Count(WordSplitter.Split(EnumWords(value)), counts);
                AddToAreas(piece);
            }
        });
    }

    // PHASE2 is said "phase 2", EARLY_PHASE1 "early phase 1".
    private static string EnumWords(string value) => value.Replace("PHASE", "PHASE-", StringComparison.Ordinal).Replace('_', ' ');

    // Only the plainest heading is looked for: reading criteria is the work of another room.
    private static string BeforeExclusions(string eligibility) =>
        eligibility.IndexOf("exclusion criteria", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? eligibility[..at] : eligibility;

    private void AddToAreas(string piece)
    {
        foreach (var area in areas)
        {
            area.Add(piece, counts);
        }
    }

    private void Spell(string value)
    {
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            var inWord = i < value.Length && WordSplitter.IsWordChar(value[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                if (i - start is >= 4 and <= WordSplitter.LongestWord)
                {
                    spelled.Add(WordForms.OfThread.Fold(value[start..i]));
                }

                start = -1;
            }
        }
    }
}
