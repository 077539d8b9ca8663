using System.CommandLine;
using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Servers;

/// <summary><c>--server URL</c>: which orchestrator to talk to.</summary>
internal static class ServerOption
{
    /// <summary>Where the AppHost's orchestrator listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The environment variable that stands in for the option.</summary>
    public const string Variable = "THESIS_SERVER";

    /// <summary>Creates the option.</summary>
    public static Option<string?> Create() => new("--server")
    {
        HelpName = "URL",
        Description = $"The orchestrator's address. Without it: the environment variable {Variable}, then {DefaultUrl}.",
    };

    /// <summary>The address that the user means.</summary>
    /// <exception cref="CliException">It is not an HTTP address.</exception>
    public static Uri Resolve(string? option, Func<string, string?> environment)
    {
        var (text, origin) = option is not null ? (option, "--server")
            : environment(Variable) is { Length: > 0 } variable ? (variable, Variable)
            : (DefaultUrl, "the default");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri
            : throw new CliException(ExitCodes.BadInput, $"'{text}' (from {origin}) is not an HTTP address.", $"Write it like {DefaultUrl}.");
    }
}
