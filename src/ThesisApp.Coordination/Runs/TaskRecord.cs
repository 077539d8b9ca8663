using System.Text.Json.Serialization;

namespace ThesisApp.Coordination.Runs;

/// <summary>A task's record as the scripts write it; the names are explained in prelude.lua. Times are strings of digits; numbers may come back as floating point ones.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
internal sealed record TaskRecord
{
    [JsonPropertyName("s")] public required string State { get; init; }

    [JsonPropertyName("o")] public double Order { get; init; }

    [JsonPropertyName("p")] public double Priority { get; init; }

    [JsonPropertyName("a")] public double Attempts { get; init; }

    [JsonPropertyName("g")] public string? Agent { get; init; }

    [JsonPropertyName("r")] public double? ReadyAt { get; init; }

    [JsonPropertyName("b")] public double? BegunAt { get; init; }

    [JsonPropertyName("e")] public double? EndedAt { get; init; }

    [JsonPropertyName("pr")] public double? Progress { get; init; }

    [JsonPropertyName("ac")] public string? Activity { get; init; }

    [JsonPropertyName("er")] public string? Error { get; init; }

    [JsonPropertyName("c")] public double? FromCache { get; init; }

    [JsonPropertyName("w")] public string? Why { get; init; }
}
