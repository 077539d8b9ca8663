using System.Reflection;

namespace ThesisApp.TestSupport.Programs;

/// <summary>The programs as they were built in the configuration of the tests.</summary>
/// <remarks>A project that starts them builds them along, by references without their assemblies.</remarks>
public static class BuiltPrograms
{
    /// <summary>The command <c>thesis</c>.</summary>
    public static string Cli => Path("CliPath");

    /// <summary>The AppHost, which brings the whole system up.</summary>
    public static string AppHost => Path("AppHostPath");

    /// <summary>The web service.</summary>
    public static string Orchestrator => Path("OrchestratorPath");

    /// <summary>One worker.</summary>
    public static string Agent => Path("AgentPath");

    /// <summary>The chaos test.</summary>
    public static string Chaos => Path("ChaosPath");

    /// <summary>The simulated model.</summary>
    public static string ModelSimulator => Path("ModelSimulatorPath");

    /// <summary>Folder of the sample thesis.</summary>
    public static string Sample => Path("SamplePath");

    /// <summary>Folder of the repository that the programs were built from.</summary>
    public static string Repository => System.IO.Path.GetFullPath(System.IO.Path.Combine(Sample, "..", ".."));

    /// <summary>Folder of the runtime that runs them.</summary>
    public static string Runtime { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static string Path(string key) => System.IO.Path.GetFullPath(
        typeof(BuiltPrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!);
}
