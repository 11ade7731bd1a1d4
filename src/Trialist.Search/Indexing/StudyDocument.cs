using Lucene.Net.Documents;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>Turns a study into a document of the index.</summary>
internal sealed class StudyDocument
{
    private static readonly HashSet<string> SpelledPieces = ["BriefTitle", "Condition", "Keyword", "InterventionName", "InterventionOtherName"];
    private static readonly HashSet<string> EnumPiecesInText = [.. SearchArea.All.SelectMany(area => area.Parts).Where(part => part.IsEnum).Select(part => part.Piece)];

    private readonly AreaWeights[] areas = [.. StudyFields.CombinedAreas.Select(area => new AreaWeights(area))];
    private readonly PieceSheet sheet = new();
    private readonly RecordPieces record;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> spelled = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<Word> inclusion = [];
    private readonly Field[] areaFields;
    private readonly Field inclusionField;
    private readonly ValueField spellings = new(StudyFields.Spelling);
    private readonly ValueField suggestions = new(StudyFields.Suggestion);
    private readonly ValueField aliases = new(StudyFields.Alias);

    public StudyDocument()
    {
        record = new RecordPieces(sheet);
        areaFields = [.. areas.Select(area => new Field(area.Area.Name, new WeightedStream(area.Weights), StudyFields.Weighted))];
        inclusionField = new Field(StudyFields.Inclusion, new WordStream(inclusion), StudyFields.Weighted);
    }

    /// <summary>Makes the document of a study; it is good until the next is made.</summary>
    /// <param name="study">The typed fields.</param>
    /// <param name="json">The whole record; empty where there is none, then only the typed fields can be searched.</param>
    public Document Of(Study study, ReadOnlySpan<byte> json)
    {
        var document = new Document
        {
            new Field(StudyFields.Id, study.NctId.ToString(), StudyFields.Exact),
            new BinaryDocValuesField(StudyFields.Row, new BytesRef(StudyRows.Write(StudyRows.Of(study)))),
            new BinaryDocValuesField(StudyFields.Columns, new BytesRef(StudyColumns.Of(study).Write())),
        };
        Clear();
        if (json.IsEmpty)
        {
            StudyPieces.Read(study, (piece, value, site) => sheet.Add(sheet.DraftOf(PieceTable.Find(piece)!), value, site));
        }
        else
        {
            record.Read(json);
        }

        AddPieces(document);
        foreach (var field in areaFields)
        {
            document.Add(field);
        }

        if (study.Eligibility.Text is { } eligibility)
        {
            WordSplitter.Split(BeforeExclusions(eligibility), inclusion);
            document.Add(inclusionField);
        }

        document.Add(spellings.Of(spelled));
        document.Add(suggestions.Of(StudyNames.Suggestions(study)));
        document.Add(aliases.Of(StudyNames.Aliases(study)));
        return document;
    }

    private void Clear()
    {
        sheet.Clear();
        spelled.Clear();
        inclusion.Clear();
        foreach (var area in areas)
        {
            area.Clear();
        }
    }

    private void AddPieces(Document document)
    {
        sheet.AddTo(document);
        foreach (var draft in sheet.Filled)
        {
            var piece = draft.Piece.Name;
            if (EnumPiecesInText.Contains(piece))
            {
                AddEnumWords(draft);
            }
            else if (draft.Piece.Kind is PieceKind.Text or PieceKind.Markup && Array.Exists(areas, area => area.Holds(piece)))
            {
                AreaWeights.Count(draft.Tokens, counts);
                AddToAreas(piece);
            }
        }

        foreach (var token in SpelledPieces.SelectMany(piece => sheet.DraftOf(PieceTable.Find(piece)!).Tokens))
        {
            if (token.Word is { } word && (token.Mark & WordForm.MarkBits) != WordForm.Unwritten)
            {
                Spell(word.Written);
            }
        }
    }

    private void AddEnumWords(PieceDraft draft)
    {
        seen.Clear();
        foreach (var token in draft.Tokens)
        {
            if (seen.Add(token.Text))
            {
                AreaWeights.Count(WordSplitter.Split(EnumWords(token.Text)), counts);
                AddToAreas(draft.Piece.Name);
            }
        }
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

    private void Spell(string word)
    {
        if (word.Length is >= 4 and <= WordSplitter.LongestWord && word.Any(char.IsLetter))
        {
            spelled.Add(WordForms.OfThread.Fold(word));
        }
    }
}
