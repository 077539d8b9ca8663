using System.Text.Json;
using System.Text.Json.Serialization;
using ThesisApp.Writing.Chat.Consistency;
using ThesisApp.Writing.Chat.Outlining;
using ThesisApp.Writing.Chat.Researching;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>Forms of structured answers, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReviewVerdict))]
[JsonSerializable(typeof(EstablishedArtifact))]
[JsonSerializable(typeof(AbstractAnswer))]
[JsonSerializable(typeof(FrameAnswer))]
[JsonSerializable(typeof(ResearchAnswer))]
[JsonSerializable(typeof(OutlineAnswer))]
[JsonSerializable(typeof(ConsistencyAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
