namespace ThesisApp.TestSupport.Models;

/// <summary>What the simulated model says of one request.</summary>
/// <param name="Hash">What it asked, hashed.</param>
/// <param name="Task">The task that its prompt named.</param>
/// <param name="Attempts">How often it was asked.</param>
/// <param name="Completed">How often it was answered in full, and so would be paid for.</param>
/// <param name="InputTokens">Tokens billed for prompts.</param>
/// <param name="OutputTokens">Tokens billed for answers.</param>
/// <param name="Faults">Faults that it met.</param>
public sealed record ServedRequest(string Hash, string Task, int Attempts, int Completed, long InputTokens, long OutputTokens, IReadOnlyList<string> Faults);
