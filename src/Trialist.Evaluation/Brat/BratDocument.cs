namespace Trialist.Evaluation.Brat;

/// <summary>Annotations in brat's standoff format (https://brat.nlplab.org/standoff.html). Lines that do not follow the format are passed over.</summary>
internal sealed class BratDocument
{
    private BratDocument() { }

    public Dictionary<string, BratText> Texts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, BratEvent> Events { get; } = new(StringComparer.Ordinal);

    public List<BratRelation> Relations { get; } = [];

    /// <summary>Values of attributes by (annotation, attribute).</summary>
    public Dictionary<(string Id, string Name), string> Attributes { get; } = [];

    /// <summary>Parses annotations on a text. The format counts code points; spans here count UTF-16 units.</summary>
    public static BratDocument Parse(string text, string annotations)
    {
        var document = new BratDocument();
        var offsets = new CodePointOffsets(text);
        foreach (var line in annotations.Split('\n'))
        {
            var fields = line.TrimEnd('\r').Split('\t');
            if (fields.Length >= 2 && fields[0].Length > 0)
            {
                document.Add(fields, offsets);
            }
        }

        return document;
    }

    private void Add(string[] fields, CodePointOffsets offsets)
    {
        var id = fields[0];
        var parts = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (id[0])
        {
            case 'T':
                AddText(id, fields, offsets);
                break;
            case 'E':
                var named = parts.Select(part => part.Split(':', 2)).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1])).ToArray();
                if (named.Length > 0)
                {
                    Events[id] = new BratEvent(named[0].Item1, named[0].Item2, named.Skip(1).ToValueList());
                }

                break;
            case 'R' when parts.Length == 3:
                Relations.Add(new BratRelation(parts[0], AfterColon(parts[1]), AfterColon(parts[2])));
                break;
            case 'A' when parts.Length == 3:
                Attributes[(parts[1], parts[0])] = parts[2];
                break;
        }
    }

    private void AddText(string id, string[] fields, CodePointOffsets offsets)
    {
        var space = fields[1].IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return;
        }

        var spans = new List<TextSpan>();
        foreach (var piece in fields[1][(space + 1)..].Split(';'))
        {
            var ends = piece.Split(' ');
            if (ends.Length == 2 && int.TryParse(ends[0], out var start) && int.TryParse(ends[1], out var end) && start < end)
            {
                spans.Add(new TextSpan(offsets.ToUtf16(start), offsets.ToUtf16(end)));
            }
        }

        if (spans.Count > 0)
        {
            Texts[id] = new BratText(fields[1][..space], spans.OrderBy(span => span.Start).ToValueList(), fields.Length > 2 ? fields[2] : "");
        }
    }

    private static string AfterColon(string part) => part[(part.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
