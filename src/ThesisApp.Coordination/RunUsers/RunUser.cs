namespace ThesisApp.Coordination.RunUsers;

/// <summary>The user of the store that the agents of one run are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Password">Its password.</param>
public sealed record RunUser(string Name, string Password);
