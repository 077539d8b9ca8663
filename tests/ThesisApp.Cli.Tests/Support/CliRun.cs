using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Tests.Support;

/// <summary>A command line that was run in this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> RunAsync(params string[] args) => RunAsync([], args);

    public static async Task<CliRun> RunAsync(Dictionary<string, string> environment, string[] args, CancellationToken? cancellationToken = null)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var terminal = new Terminal(output, error, outputIsTerminal: false, errorIsTerminal: false, useColor: false);
        var services = new CliServices(terminal, TimeProvider.System, name => environment.GetValueOrDefault(name));
        var exitCode = await new CliApplication(services).RunAsync(args, cancellationToken ?? TestContext.Current.CancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
