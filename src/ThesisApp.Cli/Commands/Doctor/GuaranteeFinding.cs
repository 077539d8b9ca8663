namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>One thing that a sandbox can withhold.</summary>
/// <param name="Name">Which, such as <c>memoryLimit</c>.</param>
/// <param name="InForce">Whether it does here.</param>
/// <param name="By">What sees to it, or why nothing does.</param>
internal sealed record GuaranteeFinding(string Name, bool InForce, string By);
