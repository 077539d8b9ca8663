using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli;

/// <summary>What commands take from the world around them.</summary>
/// <param name="Terminal">Where they write.</param>
/// <param name="Time">The clock.</param>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record CliServices(Terminal Terminal, TimeProvider Time, Func<string, string?> Environment);
