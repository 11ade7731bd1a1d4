using System.Xml;

namespace Trialist.Terminology.Packs;

/// <summary>The descriptor files that the National Library of Medicine gives out: XML (<c>desc2026.xml</c>) and plain text (<c>d2026.bin</c>).</summary>
internal static class MeshDescriptors
{
    private const int DeepestElement = 32; // real files reach 9

    /// <summary>Reads the XML; its document type is passed over and no entity of it is resolved.</summary>
    public static PackReading ReadXml(TextReader text)
    {
        try
        {
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            return MeshHeading.ToPack("MeSH descriptors (XML)", Records(xml).ToList());
        }
        catch (XmlException e)
        {
            throw new TrialistException($"The MeSH file is not well-formed XML: {e.Message}", e);
        }
    }

    /// <summary>Reads the text: a record begins with <c>*NEWRECORD</c>, a line is <c>KEY = value</c>, and an entry says after bars whether it means the same (EQV).</summary>
    public static PackReading ReadText(IEnumerable<string> lines)
    {
        var headings = new List<MeshHeading>();
        string? code = null, name = null;
        List<string> numbers = [], same = [], other = [];
        void Close()
        {
            if (name is not null)
            {
                headings.Add(new MeshHeading(code, name, numbers, same, other));
            }

            (code, name, numbers, same, other) = (null, null, [], [], []);
        }

        foreach (var line in lines)
        {
            if (line.StartsWith("*NEWRECORD", StringComparison.Ordinal))
            {
                Close();
            }
            else if (line.Split(" = ", 2) is [var key, var value])
            {
                switch (key)
                {
                    case "MH": name = value; break;
                    case "UI": code = value; break;
                    case "MN": numbers.Add(value); break;
                    case "ENTRY" or "PRINT ENTRY":
                        var parts = value.Split('|');
                        (parts.Contains("EQV") ? same : other).Add(parts[0]);
                        break;
                    default: break;
                }
            }
        }

        Close();
        return MeshHeading.ToPack("MeSH descriptors (text)", headings);
    }

    // The few elements that matter, each known by the names of its own and of what holds it.
    private static IEnumerable<MeshHeading> Records(XmlReader xml)
    {
        string? code = null, name = null;
        List<string> numbers = [], same = [], other = [];
        var preferred = false;
        var path = new List<string>();
        while (xml.Read())
        {
            if (xml.Depth > DeepestElement)
            {
                throw new TrialistException("The MeSH file nests deeper than any known: it is not read.");
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                path.RemoveRange(Math.Min(path.Count, xml.Depth), Math.Max(0, path.Count - xml.Depth));
                path.Add(xml.Name);
                if (xml.Name == "DescriptorRecord")
                {
                    (code, name, numbers, same, other) = (null, null, [], [], []);
                }
                else if (xml.Name == "Concept")
                {
                    preferred = xml.GetAttribute("PreferredConceptYN") == "Y";
                }
            }
            else if (xml.NodeType == XmlNodeType.Text)
            {
                switch (path)
                {
                    case [_, "DescriptorRecord", "DescriptorUI"]: code = xml.Value; break;
                    case [_, "DescriptorRecord", "DescriptorName", "String"]: name = xml.Value; break;
                    case [.., "TreeNumberList", "TreeNumber"]: numbers.Add(xml.Value); break;
                    case [.., "TermList", "Term", "String"]: (preferred ? same : other).Add(xml.Value); break;
                    default: break;
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, Name: "DescriptorRecord" } && name is not null)
            {
                yield return new MeshHeading(code, name, numbers, same, other);
            }
        }
    }
}
