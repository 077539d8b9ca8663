using ThesisApp.Cli;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Terminals;

using var signals = new InterruptSignals();
var services = new CliServices(Terminal.FromConsole(), TimeProvider.System, Environment.GetEnvironmentVariable);
var exitCode = await new CliApplication(services).RunAsync(args, signals.Token);
return exitCode == ExitCodes.Interrupted && signals.ExitCode is { } bySignal ? bySignal : exitCode;
