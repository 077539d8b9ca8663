namespace ThesisApp.Models.Calls;

/// <summary>Lets calls through as the endpoint allows them to all agents together.</summary>
public interface ICallGate
{
    /// <summary>Waits until a call may be made.</summary>
    /// <param name="endpoint">Which endpoint and model; no secrets.</param>
    /// <param name="estimatedTokens">Tokens that it is likely to take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Says afterwards what the call has really taken.</returns>
    Task<Func<int, CancellationToken, Task>> EnterAsync(string endpoint, int estimatedTokens, CancellationToken cancellationToken);

    /// <summary>Holds all calls to an endpoint that has asked for a pause.</summary>
    Task HoldAsync(string endpoint, TimeSpan pause, CancellationToken cancellationToken);
}
