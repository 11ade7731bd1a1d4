using Trialist.Search.Analysis;
using Trialist.Search.Areas;
using Trialist.Search.Indexing.Segments;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>Turns a study into terms of the index.</summary>
internal sealed class StudyDocument
{
    private static readonly HashSet<string> SpelledPieces = ["BriefTitle", "Condition", "Keyword", "InterventionName", "InterventionOtherName"];
    private static readonly HashSet<string> EnumPiecesInText = [.. SearchArea.All.SelectMany(area => area.Parts).Where(part => part.IsEnum).Select(part => part.Piece)];

    private readonly SegmentDraft segment;
    private readonly AreaWeights[] areas = [.. StudyFields.CombinedAreas.Select(area => new AreaWeights(area))];
    private readonly PieceSheet sheet;
    private readonly RecordPieces record;
    private readonly Dictionary<int, int> counts = [];
    private readonly HashSet<string> spelled = new(StringComparer.Ordinal);
    private readonly HashSet<int> seen = [];
    private readonly PieceDraft eligibility;
    private readonly FieldDraft[] areaFields;
    private readonly FieldDraft inclusionField;
    private readonly FieldDraft ids;
    private readonly FieldDraft spellings;
    private readonly FieldDraft suggestions;
    private readonly FieldDraft aliases;

    public StudyDocument(SegmentDraft segment)
    {
        this.segment = segment;
        sheet = new PieceSheet(segment);
        record = new RecordPieces(sheet);
        areaFields = [.. areas.Select(area => segment.FieldOf(area.Area.Name, StudyFields.Weighted))];
        eligibility = sheet.DraftOf(PieceTable.Find("EligibilityCriteria")!);
        inclusionField = segment.FieldOf(StudyFields.Inclusion, StudyFields.Weighted);
        ids = segment.FieldOf(StudyFields.Id, StudyFields.Unweighted);
        spellings = segment.FieldOf(StudyFields.Spelling, StudyFields.Unweighted);
        suggestions = segment.FieldOf(StudyFields.Suggestion, StudyFields.Unweighted);
        aliases = segment.FieldOf(StudyFields.Alias, StudyFields.Unweighted);
    }

    /// <summary>Adds a study to the segment.</summary>
    /// <param name="study">The typed fields.</param>
    /// <param name="json">The whole record; empty where there is none, then only the typed fields can be searched.</param>
    /// <returns>The study's number in the segment.</returns>
    public int Add(Study study, ReadOnlySpan<byte> json)
    {
        // What may fail comes first: half a study must not stay in the segment.
        Clear();
        var row = StudyRows.Write(StudyRows.Of(study));
        var columns = StudyColumns.Of(study).Write();
        string[] suggested = [.. StudyNames.Suggestions(study)];
        string[] alias = [.. StudyNames.Aliases(study)];
        if (json.IsEmpty)
        {
            StudyPieces.Read(study, (piece, value, site) => sheet.Add(sheet.DraftOf(PieceTable.Find(piece)!), value, site));
        }
        else
        {
            record.Read(json);
        }

        CountWords();
        var doc = segment.Begin(row, columns);
        sheet.AddTo(doc);
        for (var i = 0; i < areas.Length; i++)
        {
            areas[i].CopyCountsTo(counts);
            segment.Add(areaFields[i], doc, counts);
        }

        CountInclusion(study.Eligibility.Text ?? "");
        segment.Add(inclusionField, doc, counts);
        segment.Add(ids, doc, [study.NctId.ToString()]);
        segment.Add(spellings, doc, spelled);
        segment.Add(suggestions, doc, suggested);
        segment.Add(aliases, doc, alias);
        return doc;
    }

    private void Clear()
    {
        sheet.Clear();
        spelled.Clear();
        foreach (var area in areas)
        {
            area.Clear();
        }
    }

    private void CountWords()
    {
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
            if (seen.Add(token.Term))
            {
                var words = EnumWords(segment.Terms.TextOf(token.Term));
                AreaWeights.Count(WordSplitter.Split(words), words.Length, segment.Terms, counts);
                AddToAreas(draft.Piece.Name);
            }
        }
    }

    // PHASE2 is said "phase 2", EARLY_PHASE1 "early phase 1".
    private static string EnumWords(string value) => value.Replace("PHASE", "PHASE-", StringComparison.Ordinal).Replace('_', ' ');

    // Only the plainest heading is looked for: reading criteria is the work of another room.
    private void CountInclusion(string text)
    {
        var end = text.IndexOf("exclusion criteria", StringComparison.OrdinalIgnoreCase) is var at and > 0 ? at : text.Length;
        AreaWeights.Count(eligibility.Words, end, segment.Terms, counts);
    }

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
