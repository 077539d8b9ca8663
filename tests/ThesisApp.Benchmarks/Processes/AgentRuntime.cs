namespace ThesisApp.Benchmarks.Processes;

/// <summary>The runtime settings of the agent's own program (ThesisApp.Agent.csproj), for processes of this program that stand in for it.</summary>
internal static class AgentRuntime
{
    /// <summary>As environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
    };
}
