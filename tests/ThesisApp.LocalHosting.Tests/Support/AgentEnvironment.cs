namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>What a process was started with.</summary>
internal static class AgentEnvironment
{
    /// <summary>A variable in the environment of a running process. Skips the test where the system doesn't tell.</summary>
    public static async Task<string> ReadAsync(int processId, string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the environment of a running process.");
        string environment = await File.ReadAllTextAsync($"/proc/{processId}/environ", TestContext.Current.CancellationToken);
        return environment.Split('\0').Single(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
    }
}
