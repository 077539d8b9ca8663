namespace ThesisApp.TestSupport.Models;

/// <summary>The simulated model's account.</summary>
/// <param name="Requests">Each request that came.</param>
/// <param name="Attempts">Requests in all, repeated ones included.</param>
/// <param name="Completed">Full answers.</param>
/// <param name="InputTokens">Tokens billed for prompts.</param>
/// <param name="OutputTokens">Tokens billed for answers.</param>
/// <param name="Held">Requests that are held back now.</param>
public sealed record ServedAccount(IReadOnlyList<ServedRequest> Requests, int Attempts, int Completed, long InputTokens, long OutputTokens, int Held)
{
    /// <summary>Answers that are billed: the full ones, and those without text.</summary>
    public int Billed => Completed + Requests.Sum(request => request.Faults.Count(fault => fault == "empty"));
}
