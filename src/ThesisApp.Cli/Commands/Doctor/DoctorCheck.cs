namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>One thing that was looked for.</summary>
/// <param name="Name">What.</param>
/// <param name="Present">True if it is there and works.</param>
/// <param name="Required">True if nothing can be generated without it.</param>
/// <param name="Detail">Where it is, or what is missing without it and how to get it.</param>
internal sealed record DoctorCheck(string Name, bool Present, bool Required, string Detail);
