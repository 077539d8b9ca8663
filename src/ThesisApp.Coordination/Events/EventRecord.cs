using System.Text.Json.Serialization;

namespace ThesisApp.Coordination.Events;

/// <summary>An event as <c>log</c> in prelude.lua writes it.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
internal sealed record EventRecord
{
    public double At { get; init; }

    public required string Type { get; init; }

    public string? Task { get; init; }

    public string? Agent { get; init; }

    public double Attempt { get; init; }

    public string? Message { get; init; }
}
