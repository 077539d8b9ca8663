using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ThesisApp.AppHost;

/// <summary>What can be set without touching the topology.</summary>
/// <param name="AgentReplicas"><c>Agents:Replicas</c>: agent processes, 1 to 1,000; 4 by default.</param>
/// <param name="PoolSettings"><c>Sandboxes:*</c> and <c>Pool:*</c>, as environment variables for the orchestrator.</param>
/// <param name="OrchestratorPort"><c>Orchestrator:Port</c>: where the orchestrator listens; 5080 by default, null (written 0) for a free port.</param>
internal sealed record AppHostSettings(int AgentReplicas, IReadOnlyDictionary<string, string> PoolSettings, int? OrchestratorPort)
{
    private static readonly string[] PoolSections = ["Sandboxes", "Pool"];

    /// <summary>Whether the orchestrator starts the agents.</summary>
    public bool HasPool => PoolSettings.TryGetValue("Sandboxes__Kind", out string? kind) && kind.Length > 0;

    /// <summary>Reads the settings. A malformed one ends the process with exit code 2.</summary>
    public static AppHostSettings Read(IConfiguration configuration) => new(
        Number(configuration, "Agents:Replicas", least: 1, most: 1_000, otherwise: 4),
        PoolSections.SelectMany(section => configuration.GetSection(section).AsEnumerable()).Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value!, StringComparer.Ordinal),
        Number(configuration, "Orchestrator:Port", least: 0, most: 65_535, otherwise: 5_080) is var port and not 0 ? port : null);

    private static int Number(IConfiguration configuration, string key, int least, int most, int otherwise)
    {
        string? text = configuration[key];
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        Console.Error.WriteLine($"error: {key} is '{text}'; write a whole number from {least} to {most}.");
        Environment.Exit(2);
        return otherwise;
    }
}
