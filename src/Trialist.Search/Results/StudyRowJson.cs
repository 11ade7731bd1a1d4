using System.Text.Json.Serialization;

namespace Trialist.Search.Results;

/// <summary>JSON of the rows kept in the index.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StudyRow))]
internal sealed partial class StudyRowJson : JsonSerializerContext;
