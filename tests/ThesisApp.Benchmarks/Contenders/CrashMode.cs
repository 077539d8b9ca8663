namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Settings under which recovery is measured.</summary>
/// <param name="Name">For the tables.</param>
/// <param name="Environment">Variables of all processes.</param>
/// <param name="Longest">When to give up waiting for a successor.</param>
internal sealed record CrashMode(string Name, IReadOnlyDictionary<string, string> Environment, TimeSpan Longest)
{
    /// <summary>A program that looks after the tasks beside the workers, or null.</summary>
    public Func<Trial, Processes.ToolProcess>? Helper { get; init; }
}
