using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>Forms of structured answers, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReviewVerdict))]
[JsonSerializable(typeof(EstablishedArtifact))]
[JsonSerializable(typeof(AbstractAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
