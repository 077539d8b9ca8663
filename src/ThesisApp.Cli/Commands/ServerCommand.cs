using System.CommandLine;
using ThesisApp.Cli.Servers;

namespace ThesisApp.Cli.Commands;

/// <summary>A command that talks to a running orchestrator.</summary>
internal abstract class ServerCommand : ThesisCommand
{
    private readonly Option<string?> _server = ServerOption.Create();

    /// <summary>Creates the command; see <see cref="ThesisCommand"/>.</summary>
    protected ServerCommand(CliServices services, string name, string description, params (string CommandLine, string Purpose)[] examples)
        : base(name, description, examples)
    {
        Services = services;
        Options.Add(_server);
        SetAction(async (parse, cancellationToken) =>
        {
            var address = ServerOption.Resolve(parse.GetValue(_server), services.Environment);
            using var connection = ServerConnection.Open(new FixedServerAddress(address), services.Time);
            return await ExecuteAsync(parse, connection, cancellationToken);
        });
    }

    /// <summary>What the command takes from the world around it.</summary>
    protected CliServices Services { get; }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken);

    /// <summary>The argument that names a run.</summary>
    protected static Argument<string> RunArgument() => new("RUN") { Description = "Id of the run, as 'thesis runs' lists it; 'latest' is the newest one." };
}
