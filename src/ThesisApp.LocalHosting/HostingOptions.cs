using Microsoft.Extensions.Configuration;

namespace ThesisApp.LocalHosting;

/// <summary>Settings of the local engine, from the AppHost's configuration.</summary>
/// <param name="DataDirectory"><c>Data:Directory</c>: where resources keep their data; one running host each. <c>.thesis/data</c> below the current folder by default.</param>
/// <param name="StateFile"><c>Hosting:StateFile</c>: a JSON file that says at any time what runs where, or null.</param>
/// <param name="LogDirectory"><c>Hosting:LogDirectory</c>: a folder for a log file of each process, or null.</param>
/// <param name="Quiet"><c>Hosting:Quiet</c>: nothing but errors on the console.</param>
/// <param name="ExitWithParent"><c>Hosting:ExitWithParent</c>: stop when standard input ends, as it does when the parent process dies.</param>
public sealed record HostingOptions(string DataDirectory, string? StateFile, string? LogDirectory, bool Quiet, bool ExitWithParent)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="HostingException">A setting is malformed.</exception>
    public static HostingOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new HostingOptions(
            Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } data ? data : Path.Combine(".thesis", "data")),
            FullPath(configuration["Hosting:StateFile"]),
            FullPath(configuration["Hosting:LogDirectory"]),
            Flag("Hosting:Quiet"),
            Flag("Hosting:ExitWithParent"));

        bool Flag(string key) => configuration[key] switch
        {
            null or "" => false,
            string text when bool.TryParse(text, out bool value) => value,
            string text => throw new HostingException($"{key} is '{text}'; write true or false.", HostingException.BadSettings),
        };
    }

    private static string? FullPath(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path);
}
