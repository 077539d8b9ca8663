using System.Text.Json;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Servers;
using ThesisApp.Contracts;

namespace ThesisApp.Cli.Hosting;

/// <summary>Reads where the orchestrator is from the AppHost's state file, each time anew: after a restart it may be elsewhere.</summary>
internal sealed class HostStateFile(string path) : IServerAddress
{
    private static readonly Uri Nowhere = new("http://localhost:9");

    private Uri _last = Nowhere;

    /// <inheritdoc/>
    public Uri Current => _last = FindOrchestrator() ?? _last;

    /// <summary>The orchestrator's address, or null while there is none.</summary>
    public Uri? FindOrchestrator()
    {
        var url = Read()?.Resources?
            .Where(resource => resource.Name == ResourceNames.Orchestrator || resource.Name.StartsWith(ResourceNames.Orchestrator + "-", StringComparison.Ordinal))
            .SelectMany(resource => resource.Urls ?? [])
            .FirstOrDefault(url => url.StartsWith("http", StringComparison.Ordinal));
        return Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null;
    }

    /// <summary>What the file holds, or null if it is missing or being written.</summary>
    public HostState? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CliJson.Default.HostState);
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
