using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Trialist.Registry.Import.Legacy;

/// <summary>Short ways from XML elements that may be missing to JSON members that are left out when empty.</summary>
internal static class LegacyXml
{
    /// <summary>The tree of a document without namespaces; null when it is nested too deeply. XElement.Load takes time with the square of the depth.</summary>
    public static XElement? Load(XmlReader reader, int maxDepth)
    {
        XElement? root = null;
        XElement? current = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth >= maxDepth:
                    return null;
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = ElementOf(reader);
                    current?.Add(element);
                    root ??= element;
                    current = isEmpty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current!.Add(new XText(reader.Value));
                    break;
            }
        }

        return root;
    }

    /// <summary>Adds a member unless it is null or holds nothing.</summary>
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
        {
            json[name] = value;
        }

        return json;
    }

    /// <summary>The text of a child on one line; null when it is missing or blank.</summary>
    public static string? Text(this XElement? parent, string name) =>
        parent?.Element(name) is { } element && element.Value.Trim() is { Length: > 0 } text ? text : null;

    private static XElement ElementOf(XmlReader reader)
    {
        var element = new XElement(reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length == 0 && reader.LocalName != "xmlns")
            {
                element.SetAttributeValue(reader.LocalName, reader.Value);
            }
        }

        return element;
    }

    public static JsonArray? Texts(this XElement? parent, string name) =>
        parent is null ? null : new JsonArray(parent.Elements(name).Select(element => element.Value.Trim()).Where(text => text.Length > 0).Select(text => (JsonNode)text).ToArray());

    public static JsonArray? List(this XElement? parent, string name, Func<XElement, JsonObject> convert) =>
        parent is null ? null : new JsonArray(parent.Elements(name).Select(element => (JsonNode)convert(element)).ToArray());

    public static string? Code(this XElement? parent, string name) => LegacyValues.Code(parent.Text(name));

    public static JsonValue? YesNo(this XElement? parent, string name) => parent.Text(name) switch
    {
        "Yes" => JsonValue.Create(true),
        "No" => JsonValue.Create(false),
        _ => null,
    };

    public static string? Date(this XElement? parent, string name) => LegacyValues.Date(parent.Text(name));

    public static JsonObject DatePart(this XElement parent, string name) => new JsonObject()
        .With("date", parent.Date(name))
        .With("type", LegacyValues.Code((string?)parent.Element(name)?.Attribute("type")));

    /// <summary>The text of a block without what the XML put there: the indentation before every line, and the breaks inside a paragraph at column 100.</summary>
    public static string? Block(this XElement? parent, string name)
    {
        if (parent?.Element(name)?.Element("textblock")?.Value is not { } text)
        {
            return null;
        }

        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        Unwrap(lines);
        var indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        var block = string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : "")).Trim('\n');
        return block.Length > 0 ? block : null;
    }

    // The registry broke a line where the next word would have reached the edge; a break before that is the author's own.
    private static void Unwrap(List<string> lines)
    {
        const int Edge = 100;
        var width = 0; // of the last line as the XML has it
        var kept = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var words = line.TrimStart(' ');
            var first = words.IndexOf(' ') is var end and >= 0 ? end : words.Length;
            var isBroken = width > 0 && words.Length > 0 && width + 1 + first >= Edge;
            width = line.Length;
            if (isBroken)
            {
                lines[kept - 1] += $" {words}";
            }
            else
            {
                lines[kept++] = line;
            }
        }

        lines.RemoveRange(kept, lines.Count - kept);
    }
}
