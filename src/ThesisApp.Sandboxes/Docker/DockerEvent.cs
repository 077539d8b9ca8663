using System.Globalization;
using System.Text.Json;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>What the engine tells of a container.</summary>
/// <param name="SandboxId">The sandbox; null if it is none.</param>
/// <param name="IsOutOfMemory">True for a process in it that was ended because the memory was used up, false for its end.</param>
/// <param name="ExitCode">How it ended; null if the engine does not say.</param>
/// <param name="Time">When, in the engine's seconds; null if it does not say.</param>
internal sealed record DockerEvent(string? SandboxId, bool IsOutOfMemory, int? ExitCode, string? Time)
{
    /// <summary>Reads a line of the engine's; null if it cannot be read. Engines differ, and one odd line must not end the listening.</summary>
    public static DockerEvent? Read(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement happened = document.RootElement;
            JsonElement attributes = happened.GetProperty("Actor").GetProperty("Attributes");
            return new DockerEvent(
                Text(attributes, DockerLabels.Sandbox),
                Text(happened, "Action") == "oom",
                int.TryParse(Text(attributes, "exitCode"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int code) ? code : null,
                happened.TryGetProperty("time", out JsonElement time) ? time.GetRawText() : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
