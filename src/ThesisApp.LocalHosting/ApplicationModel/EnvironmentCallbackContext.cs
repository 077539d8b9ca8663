namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a callback sets a starting resource's environment in.</summary>
/// <param name="environmentVariables">The variables.</param>
/// <param name="cancellationToken">Cancels the start.</param>
public sealed class EnvironmentCallbackContext(Dictionary<string, object> environmentVariables, CancellationToken cancellationToken = default)
{
    /// <summary>The variables; values are turned into text when the process starts.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables;

    /// <summary>Cancels the start.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
