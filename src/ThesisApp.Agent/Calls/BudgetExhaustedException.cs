namespace ThesisApp.Agent.Calls;

/// <summary>The run has taken what its budget allows.</summary>
/// <param name="message">What is used up and how the run goes on.</param>
public sealed class BudgetExhaustedException(string message) : Exception(message);
