using System.Text.Json.Serialization;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>How the figures are read and written. Every field must be there: a contender that prints something else is not measured.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LatencyFigures))]
internal sealed partial class LatencyFiguresJson : JsonSerializerContext;
