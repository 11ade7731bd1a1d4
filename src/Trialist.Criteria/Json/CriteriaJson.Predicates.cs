using System.Text.Json;

namespace Trialist.Criteria.Json;

/// <content>Predicates as JSON.</content>
public static partial class CriteriaJson
{
    /// <summary>Writes a predicate as a JSON object.</summary>
    public static void WritePredicate(Utf8JsonWriter writer, Predicate predicate)
    {
        writer.WriteStartObject();
        switch (predicate)
        {
            case Predicate.All all:
                WriteItems(writer, "all", all.Items);
                break;
            case Predicate.Any any:
                WriteItems(writer, "any", any.Items);
                break;
            case Predicate.AtLeast atLeast:
                writer.WriteNumber("atLeast", atLeast.Count);
                WriteItems(writer, "of", atLeast.Items);
                break;
            case Predicate.Not not:
                writer.WritePropertyName("not");
                WritePredicate(writer, not.Item);
                break;
            case Predicate.Leaf leaf:
                WriteLeaf(writer, leaf);
                break;
            case Predicate.Judgement judgement:
                writer.WriteString("type", "judgement");
                writer.WriteString("name", judgement.Wording ?? "judgement");
                break;
            case Predicate.Unread unread:
                writer.WriteString("type", "unread");
                writer.WriteString("reason", unread.Reason);
                break;
        }

        WriteSpan(writer, "span", predicate.Span);
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, string name, ValueList<Predicate> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            WritePredicate(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, Predicate.Leaf leaf)
    {
        writer.WriteString("type", Words.Of(leaf.Type));
        var name = LeafName.Of(leaf);
        writer.WriteString("name", name);
        WriteConcept(writer, leaf, name);
        if (leaf.Bounds is { } bounds)
        {
            WriteBound(writer, "min", bounds.Min);
            WriteBound(writer, "max", bounds.Max);
            writer.WriteString("unit", bounds.Unit);
        }

        if (leaf.When is { } when)
        {
            writer.WritePropertyName("when");
            WriteWhen(writer, when);
        }

        if (leaf.Except is { } except)
        {
            writer.WritePropertyName("except");
            WritePredicate(writer, except);
        }
    }

    // The name carries the narrowing words, as a reader wants it; the bare concept and the qualifiers stand beside it for programs.
    private static void WriteConcept(Utf8JsonWriter writer, Predicate.Leaf leaf, string name)
    {
        if (!leaf.Qualifiers.IsEmpty || leaf.Wording is not null || name != leaf.Concept.Name)
        {
            writer.WriteString("concept", leaf.Concept.Name);
        }

        if (leaf.Wording is { } wording)
        {
            writer.WriteString("wording", wording);
        }

        if (!leaf.Qualifiers.IsEmpty)
        {
            writer.WriteStartArray("qualifiers");
            foreach (var qualifier in leaf.Qualifiers)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", Words.Of(qualifier.Kind));
                writer.WriteString("value", qualifier.Value);
                if (qualifier.OfClass)
                {
                    writer.WriteBoolean("ofClass", true);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (!leaf.Concept.Codes.IsEmpty)
        {
            writer.WriteStartArray("codes");
            foreach (var code in leaf.Concept.Codes)
            {
                writer.WriteStartObject();
                writer.WriteString("system", Words.Of(code.System));
                writer.WriteString("code", code.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, Bound? bound)
    {
        if (bound is { } end)
        {
            writer.WriteStartObject(name);
            writer.WriteNumber("value", end.Value);
            writer.WriteBoolean("inclusive", end.Inclusive);
            writer.WriteEndObject();
        }
    }

    private static void WriteWhen(Utf8JsonWriter writer, TimeWindow when)
    {
        writer.WriteStartObject();
        writer.WriteString("relation", Words.Of(when.Relation));
        WriteDuration(writer, "min", when.Min);
        WriteDuration(writer, "max", when.Max);
        if (!when.LongerOf.IsEmpty)
        {
            writer.WriteStartArray("longerOf");
            foreach (var duration in when.LongerOf)
            {
                WriteDuration(writer, duration);
            }

            writer.WriteEndArray();
        }

        if (when.Anchor is { } anchor)
        {
            writer.WriteString("anchor", anchor);
        }

        writer.WriteEndObject();
    }

    private static void WriteDuration(Utf8JsonWriter writer, string name, Duration? duration)
    {
        if (duration is { } length)
        {
            writer.WritePropertyName(name);
            WriteDuration(writer, length);
        }
    }

    private static void WriteDuration(Utf8JsonWriter writer, Duration duration)
    {
        writer.WriteStartObject();
        writer.WriteNumber("value", duration.Value);
        writer.WriteString("unit", duration.Unit);
        if (!duration.Inclusive)
        {
            writer.WriteBoolean("inclusive", false);
        }

        writer.WriteEndObject();
    }
}
