using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Json;

/// <summary>Writes results for scripts.</summary>
internal static class JsonOutput
{
    /// <summary>Writes one JSON document and a line break to standard output.</summary>
    public static void WriteJson<T>(this Terminal terminal, T value, JsonTypeInfo<T> type) =>
        terminal.Output.WriteLine(JsonSerializer.Serialize(value, type));
}
