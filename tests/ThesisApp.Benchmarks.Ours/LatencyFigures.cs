using System.Text.Json;
using System.Text.Json.Serialization;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>What every contender prints after its one-at-a-time tasks, in milliseconds.</summary>
/// <param name="StartP50">From before the submission to the start, median.</param>
/// <param name="StartP99">The same, 99th percentile.</param>
/// <param name="VisP50">From before the submission until the producer has the result, median.</param>
/// <param name="VisP99">The same, 99th percentile.</param>
/// <param name="VisMax">The same, worst.</param>
internal sealed record LatencyFigures(
    [property: JsonPropertyName("start_p50")] double StartP50,
    [property: JsonPropertyName("start_p99")] double StartP99,
    [property: JsonPropertyName("vis_p50")] double VisP50,
    [property: JsonPropertyName("vis_p99")] double VisP99,
    [property: JsonPropertyName("vis_max")] double VisMax)
{
    /// <summary>Reads the line; more fields than these do no harm.</summary>
    /// <exception cref="FormatException">It is another line.</exception>
    public static LatencyFigures Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LatencyFiguresJson.Default.LatencyFigures) ?? throw new FormatException($"No latencies: {line}");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"No latencies: {line}", exception);
        }
    }
}
